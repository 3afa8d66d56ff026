// SPDX-License-Identifier: MIT
#pragma once
// What became known about services, source by source, in the words of the tables.

#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/embargo_events.hpp>
#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/inspection.hpp>
#include <vermeil/evidence/person_mask.hpp>
#include <vermeil/evidence/record.hpp>
#include <vermeil/evidence/record_kinds.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil {

/// One thing that a source told of a service. No person is named in it: fields that name one are left out, and ids in texts are
/// masked.
struct NewFact {
    std::string service;
    std::string source; ///< the table; of a rating, who gave it
    std::string kind;   ///< the event, or what the source calls it: `complaint`, `substantiated`, `rating`
    Date on;            ///< the day it happened or began
    Date known_on;      ///< the day it became known, or was concluded
    std::string words;
    Origin origin;
    friend bool operator<(const NewFact& a, const NewFact& b) {
        return std::tie(a.service, a.known_on, a.source, a.kind, a.on, a.words) <
               std::tie(b.service, b.known_on, b.source, b.kind, b.on, b.words);
    }
};

namespace detail {

/// Gathers the facts that became known after one day and not after another.
class NewsReader {
  public:
    NewsReader(const Evidence& evidence, std::optional<Date> since, Date as_of)
        : evidence_(&evidence), since_(since), as_of_(as_of), masked_(evidence),
          embargoes_(rows_by_concerned(evidence, embargo_kind().schema.name, embargo_field::provider)) {}

    [[nodiscard]] std::vector<NewFact> read() {
        for (const auto& event : evidence_->events) {
            take(event);
        }
        for (const auto& inspection : evidence_->inspections) {
            const auto known = inspection.known_on.value_or(inspection.on);
            if (!inspection.refused && is_new(known) && inspection.on <= as_of_) {
                const auto about = (inspection.is_own ? ", of itself" : "") +
                                   (inspection.standard.empty() ? "" : ", about " + inspection.standard);
                add(inspection.service, inspection.source, "rating", inspection.on, known,
                    inspection.rating + about, inspection.origin);
            }
        }
        for (const auto* kind : record_kinds()) {
            if (const auto* records = evidence_->find_records(kind->schema.name)) {
                for (const auto& record : records->all()) {
                    take(*kind, record);
                }
            }
        }
        std::sort(facts_.begin(), facts_.end());
        return std::move(facts_);
    }

  private:
    [[nodiscard]] bool is_new(Date day) const { return (!since_ || day > *since_) && day <= as_of_; }
    void add(const std::string& service, std::string source, std::string kind, Date on, Date known,
             const std::string& words, const Origin& origin) {
        facts_.push_back({service, std::move(source), masked_(kind), on, known, masked_(words), origin});
    }

    void take(const Event& event) {
        const auto known = event.known_on.value_or(event.from);
        if (event.refused || !is_new(known) || event.from > as_of_ || is_told_as_embargo(event)) {
            return;
        }
        const auto words = event.to && *event.to <= as_of_ ? "until " + to_string(*event.to) : std::string();
        const auto add_to = [&](const std::string& service) {
            add(service, "events", event.event, event.from, known, words, event.origin);
        };
        if (!event.service.empty()) {
            add_to(event.service);
            return;
        }
        for (const auto& service : evidence_->services) {
            if (service.provider().text() == event.provider) {
                add_to(service.id().text());
            }
        }
    }

    /// Whether the table of embargoes tells of it, with its reason.
    [[nodiscard]] bool is_told_as_embargo(const Event& event) const {
        const Concerned whom{event.service.empty(), event.service.empty() ? event.provider : event.service};
        const auto found = embargoes_.find(whom);
        return found != embargoes_.end() &&
               std::any_of(found->second.begin(), found->second.end(),
                           [&](const Record* row) { return is_same_embargo(event, whom, *row); });
    }

    /// A row counts when it became known, and once more when it was concluded.
    void take(const RecordKind& kind, const Record& record) {
        if (record.refused || record.from > as_of_) {
            return;
        }
        const auto* quarter = record.get<Quarter>(kind.day);
        const auto known = record.known_on.value_or(quarter != nullptr ? quarter->last_day() : record.from);
        const auto concluded_field = kind.find("concluded_on");
        const auto* concluded = concluded_field ? record.get<Date>(*concluded_field) : nullptr;
        const auto latest =
            concluded != nullptr && *concluded <= as_of_ ? std::max(known, *concluded) : known;
        if (!is_new(latest) || known > as_of_) {
            return;
        }
        const bool told = concluded == nullptr || *concluded <= as_of_;
        add(record.service, kind.schema.name, kind_of(kind, record), record.from, latest,
            told ? words_of(kind, record) : "not concluded", record.origin);
    }

    /// The word by which rows of a table are told apart; the table's name where there is none.
    static std::string kind_of(const RecordKind& kind, const Record& record) {
        for (std::size_t field = 0; field < kind.schema.fields.size(); ++field) {
            const auto* word = record.get<std::string>(field);
            if (kind.schema.fields[field].kind == CellKind::word && word != nullptr) {
                return *word;
            }
        }
        for (const auto* name : {"action", "step", "about"}) {
            const auto field = kind.find(name);
            const auto* text = field ? record.get<std::string>(*field) : nullptr;
            if (text != nullptr) {
                return *text;
            }
        }
        return kind.schema.name;
    }

    /// The other cells of a row that hold words, truths, days or counts, by their names.
    static std::string words_of(const RecordKind& kind, const Record& record) {
        std::vector<std::string> parts;
        for (std::size_t field = 1; field < kind.schema.fields.size(); ++field) {
            const auto& about = kind.schema.fields[field];
            const bool shown = !about.personal && about.kind != CellKind::id && field != kind.day &&
                               about.name != "known_on";
            const auto text = shown ? cell_words(record.cells[field]) : "";
            if (!text.empty()) {
                parts.push_back(about.name + ": " + text);
            }
        }
        return separated(parts, "; ");
    }
    static std::string cell_words(const RecordValue& cell) {
        if (const auto* text = std::get_if<std::string>(&cell)) {
            return *text;
        }
        if (const auto* truth = std::get_if<bool>(&cell)) {
            return *truth ? "yes" : "no";
        }
        if (const auto* day = std::get_if<Date>(&cell)) {
            return to_string(*day);
        }
        if (const auto* count = std::get_if<std::uint32_t>(&cell)) {
            return std::to_string(*count);
        }
        const auto* number = std::get_if<double>(&cell);
        return number != nullptr ? shortest(*number) : "";
    }

    const Evidence* evidence_;
    std::optional<Date> since_;
    Date as_of_;
    PersonMask masked_;
    RowsByConcerned embargoes_;
    std::vector<NewFact> facts_;
};

} // namespace detail

/// What became known after `since` and by `as_of`, by service and day; without `since` all that was known. What is dated after the
/// day, or refused, is no news. A fact about a provider is one of each of its services.
inline std::vector<NewFact> news(const Evidence& evidence, std::optional<Date> since, Date as_of) {
    return detail::NewsReader(evidence, since, as_of).read();
}

/// The day of the latest news of each service that has any.
inline std::map<std::string, Date> latest_news(const std::vector<NewFact>& facts) {
    std::map<std::string, Date> latest;
    for (const auto& fact : facts) {
        auto& day = latest.emplace(fact.service, fact.known_on).first->second;
        day = std::max(day, fact.known_on);
    }
    return latest;
}

} // namespace vermeil
