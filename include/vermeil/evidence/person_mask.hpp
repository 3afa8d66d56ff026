// SPDX-License-Identifier: MIT
#pragma once
// Takes the ids of people and of workers out of free text.

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/record_kinds.hpp>
#include <vermeil/evidence/visit_log.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace vermeil {

/// Knows the ids of all people and workers that evidence names, and masks them in texts that others wrote.
///
/// It finds an id that stands as a word of its own. A number that is somebody's id is masked wherever it stands, a count
/// of something among them: a page too little said is better than a person too much. Names it does not know.
class PersonMask {
  public:
    PersonMask() = default;
    explicit PersonMask(const Evidence& evidence) {
        for (const auto& package : evidence.care.packages()) {
            ids_.insert(package.person().text());
        }
        for (const auto* kind : record_kinds()) {
            const auto* records = evidence.find_records(kind->schema.name);
            for (std::size_t field = 0; records != nullptr && field < kind->schema.fields.size(); ++field) {
                if (kind->schema.fields[field].personal) {
                    take(*records, field);
                }
            }
        }
        if (evidence.visits) {
            take(evidence.visits->person);
            take(evidence.visits->worker);
        }
    }

    /// The text with `(masked)` in the place of each id.
    [[nodiscard]] std::string operator()(std::string_view text) const {
        std::string shown;
        while (!text.empty()) {
            std::size_t length = 0;
            while (length < text.size() && is_of_id(text[length])) {
                ++length;
            }
            const auto word = text.substr(0, length);
            shown += length > 0 && ids_.contains(word) ? "(masked)" : std::string(word);
            text.remove_prefix(length);
            if (!text.empty() && length == 0) {
                shown += text.front();
                text.remove_prefix(1);
            }
        }
        return shown;
    }

  private:
    /// Letters, digits, what joins them in ids, and every byte of a character beyond ASCII.
    static bool is_of_id(char c) noexcept {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
               c == '_' || c == '/' || static_cast<unsigned char>(c) >= 0x80U;
    }
    void take(const Records& records, std::size_t field) {
        for (const auto& record : records.all()) {
            if (const auto* id = record.get<std::string>(field)) {
                ids_.insert(*id);
            }
        }
    }
    void take(const IdColumn& column) {
        for (std::size_t code = 0; code < column.size(); ++code) {
            ids_.insert(column.name(code));
        }
    }

    std::set<std::string, std::less<>> ids_;
};

} // namespace vermeil
