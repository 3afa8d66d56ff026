// SPDX-License-Identifier: MIT
#pragma once
// What became known about services, source by source, in the words of the tables.

#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/embargo_events.hpp>
#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/finance_events.hpp>
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
    Date known_on;      ///< the day it became known, or more of it: that it was concluded, or ended
    std::string words;
    Origin origin;
    bool periodic = false; ///< a return that comes every quarter: a word of its source, and no news by itself
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
          embargoes_(rows_by_concerned(evidence, embargo_kind().schema.name, embargo_field::provider)),
          finance_(rows_by_concerned(evidence, finance_kind().schema.name, finance_field::provider)) {}

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
             const std::string& words, const Origin& origin, bool periodic = false) {
        facts_.push_back(
            {service, std::move(source), masked_(kind), on, known, masked_(words), origin, periodic});
    }

    /// An event counts when it became known, and once more when its review was concluded and when it ended.
    void take(const Event& event) {
        const auto known = event.usable_on();
        if (event.refused || known > as_of_ || event.from > as_of_) {
            return;
        }
        auto latest = known;
        for (const auto& day : {event.concluded_on, event.to}) {
            latest = day && *day <= as_of_ ? std::max(latest, *day) : latest;
        }
        if (!is_new(latest) || is_told_by_its_table(event)) {
            return;
        }
        const auto words = separated(words_of(event), "; ");
        const auto add_to = [&](const std::string& service) {
            add(service, "events", event.event, event.from, latest, words, event.origin);
        };
        if (!event.service.empty()) {
            add_to(event.service);
            return;
        }
        for (const auto& service : services_of(event.provider)) {
            add_to(service);
        }
    }
    /// What of an event was known by the day: what its review found, its end, and who entered it by hand.
    [[nodiscard]] std::vector<std::string> words_of(const Event& event) const {
        std::vector<std::string> words;
        const bool concluded = event.concluded_on.value_or(event.from) <= as_of_;
        if (event.review == Review::under_way || (event.review != Review::none && !concluded)) {
            words.emplace_back(review_names[0]);
        } else if (event.review != Review::none) {
            words.push_back(std::string(review_names.at(static_cast<std::size_t>(event.review) - 1)) +
                            (event.concluded_on ? " on " + to_string(*event.concluded_on) : ""));
        }
        if (event.to && *event.to <= as_of_) {
            words.push_back("until " + to_string(*event.to));
        }
        if (!event.entered_by.empty()) {
            words.push_back("entered by a " + event.entered_by +
                            (event.entered_on ? " on " + to_string(*event.entered_on) : ""));
        }
        if (event.expires_on) {
            words.push_back("counts until " + to_string(*event.expires_on));
        }
        return words;
    }
    [[nodiscard]] const std::vector<std::string>& services_of(const std::string& provider) {
        if (services_.empty()) {
            for (const auto& service : evidence_->services) {
                services_[service.provider().text()].push_back(service.id().text());
            }
        }
        return services_[provider];
    }

    /// Whether the table of embargoes, which has its reason, or that of finance tells of it.
    [[nodiscard]] bool is_told_by_its_table(const Event& event) const {
        const Concerned whom{event.service.empty(), event.service.empty() ? event.provider : event.service};
        const auto tells = [&](const RowsByConcerned& rows, auto is_same) {
            const auto found = rows.find(whom);
            return found != rows.end() &&
                   std::any_of(found->second.begin(), found->second.end(),
                               [&](const Record* row) { return is_same(event, whom, *row); });
        };
        return tells(embargoes_, is_same_embargo) || tells(finance_, is_same_standing);
    }

    /// A row counts when it became known, and once more whenever more of it did.
    void take(const RecordKind& kind, const Record& record) {
        const auto known = known_day(kind, record);
        if (record.refused || record.from > as_of_ || known > as_of_) {
            return;
        }
        auto told = record; // what was known of it by the day
        auto latest = known;
        for (const auto& [field, with] : kind.later) {
            const auto* day = record.get<Date>(field);
            if (day != nullptr && *day <= as_of_) {
                latest = std::max(latest, *day);
            } else if (day != nullptr) {
                told.cells.set(field, std::monostate{});
                std::for_each(with.begin(), with.end(),
                              [&](auto each) { told.cells.set(each, std::monostate{}); });
            }
        }
        if (is_new(latest)) {
            const auto concluded = kind.find("concluded_on");
            const bool open = concluded && told.cells[*concluded] != record.cells[*concluded];
            add(record.service, kind.schema.name, kind_of(kind, told), record.from, latest,
                open ? "not concluded" : words_of(kind, told), record.origin,
                kind.schema.fields[kind.day].kind == CellKind::quarter);
        }
    }

    /// A return is known from the day it came, where that is said, and otherwise from the last day of its quarter.
    static Date known_day(const RecordKind& kind, const Record& record) {
        const auto* quarter = record.get<Quarter>(kind.day);
        const auto field = kind.find("received_on");
        const auto* received = quarter != nullptr && field ? record.get<Date>(*field) : nullptr;
        const auto at_first = quarter != nullptr ? quarter->last_day() : record.from;
        return received != nullptr ? *received : record.known_on.value_or(at_first);
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
    RowsByConcerned finance_;
    std::map<std::string, std::vector<std::string>> services_; ///< of each provider, once one is asked about
    std::vector<NewFact> facts_;
};

} // namespace detail

/// What became known after `since` and by `as_of`, by service and day; without `since` all that was known. What is dated after the
/// day, or refused, is no news, and what of a row became known after it is not told. A fact about a provider is one of each of
/// its services.
inline std::vector<NewFact> news(const Evidence& evidence, std::optional<Date> since, Date as_of) {
    return detail::NewsReader(evidence, since, as_of).read();
}

/// The facts that are no returns of every quarter, of which a service that sends them always has a new one.
inline std::vector<NewFact> without_returns(std::vector<NewFact> facts) {
    std::erase_if(facts, [](const NewFact& each) { return each.periodic; });
    return facts;
}

/// The day of the latest news of each service that has any; a return of every quarter is none.
inline std::map<std::string, Date> latest_news(const std::vector<NewFact>& facts) {
    std::map<std::string, Date> latest;
    for (const auto& fact : facts) {
        if (fact.periodic) {
            continue;
        }
        auto& day = latest.emplace(fact.service, fact.known_on).first->second;
        day = std::max(day, fact.known_on);
    }
    return latest;
}

} // namespace vermeil
