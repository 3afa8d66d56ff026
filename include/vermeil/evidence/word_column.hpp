// SPDX-License-Identifier: MIT
#pragma once
// Words of a long table, each row one of a few that are allowed.

#include <vermeil/core/batch.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/id_column.hpp>
#include <vermeil/evidence/id_reader.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil::detail {

/// One column of words in all batches, read as the position of each row's word among the allowed ones.
class WordColumn {
  public:
    static constexpr std::uint8_t missing = 254;
    static constexpr std::uint8_t not_allowed = 255;

    /// A column that is not there: every cell is missing.
    WordColumn() = default;
    /// Capitals and outer blanks do not matter. Truth values are read as the positions 0 and 1.
    /// @throws Error when a batch lacks the column, or it holds numbers.
    WordColumn(const Batches& table, std::string_view name, std::span<const std::string> allowed,
               std::size_t threads)
        : columns_(column_of_all(table, name)) {
        if (all_of_kind<std::span<const std::uint8_t>>(columns_)) {
            return;
        }
        if (!all_of_kind<Texts, Coded>(columns_)) {
            throw Error(table.source + ": column " + quoted(name) + " holds numbers; write " +
                        one_of(allowed));
        }
        ids_ = read_ids(table, name, threads);
        for (std::size_t code = 0; code < ids_.size(); ++code) {
            words_.push_back(position(ids_.name(code), allowed));
        }
    }

    [[nodiscard]] bool is_there() const noexcept { return !columns_.empty(); }
    /// Writes the position of each row's word, or that it is missing or not allowed.
    void read(std::size_t part, std::size_t first, std::size_t count, std::uint32_t* codes,
              std::uint8_t* words) const {
        const auto& column = *columns_[part];
        if (const auto* truths = column.as<std::span<const std::uint8_t>>()) {
            for (std::size_t i = 0; i < count; ++i) {
                words[i] = (*truths)[first + i] != 0 ? 1 : 0;
            }
        } else {
            ids_.read(part, first, count, codes);
            for (std::size_t i = 0; i < count; ++i) {
                words[i] = words_[codes[i]];
            }
        }
        if (column.valid != nullptr) {
            for (std::size_t i = 0; i < count; ++i) {
                words[i] = column.has(first + i) ? words[i] : missing;
            }
        }
    }

  private:
    static std::uint8_t position(std::string_view word, std::span<const std::string> allowed) {
        const auto wanted = folded(word);
        if (wanted.empty()) {
            return missing;
        }
        for (std::size_t i = 0; i < allowed.size(); ++i) {
            if (wanted == folded(allowed[i])) {
                return static_cast<std::uint8_t>(i);
            }
        }
        return not_allowed;
    }

    std::vector<const BatchColumn*> columns_;
    IdColumn ids_;
    std::vector<std::uint8_t> words_; ///< of each code of `ids_`
};

} // namespace vermeil::detail
