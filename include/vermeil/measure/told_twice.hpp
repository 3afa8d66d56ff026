// SPDX-License-Identifier: MIT
#pragma once
// Events that probably stand in a table of reports as well, so that a measure that asks of both counts them twice.

#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/measure/evidence_facts.hpp>
#include <vermeil/measure/fact.hpp>
#include <vermeil/measure/fact_question.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// The rows of a table among facts, by the days on which they happened and were concluded.
class FactDays {
  public:
    FactDays(std::span<const Fact> facts, std::uint32_t kind) {
        for (const auto& fact : facts) {
            if (fact.kind == kind && !fact.refused) {
                days_.emplace_back(fact.from, &fact);
                if (fact.concluded != no_day) {
                    days_.emplace_back(fact.concluded, &fact);
                }
            }
        }
        std::sort(days_.begin(), days_.end(), earlier);
    }
    /// The first that may be the same as an event, of no other incident; null where none may.
    [[nodiscard]] const Fact* twin(const Fact& event, bool incidents_settle) const {
        for (const auto day : {event.from, event.concluded}) {
            const auto [first, last] =
                std::equal_range(days_.begin(), days_.end(), Day{day, nullptr}, earlier);
            const auto found = std::find_if(first, last, [&](const Day& each) {
                const auto incident = each.second->incident;
                const bool one_is_alone = event.incident == 0 || incident == 0;
                return one_is_alone || (event.incident == incident && !incidents_settle);
            });
            if (found != last) {
                return found->second;
            }
        }
        return nullptr;
    }

  private:
    using Day = std::pair<std::int32_t, const Fact*>;
    static bool earlier(const Day& a, const Day& b) { return a.first < b.first; }

    std::vector<Day> days_;
};

/// Tells of the events of one service that a question counts beside a row of its table that may be the same.
inline void flag_told_twice(const FactQuestion& question, std::span<const Fact> facts,
                            const EvidenceFacts& known, const Evidence& evidence, bool incidents_settle,
                            Rejects& rejects) {
    const FactDays rows(facts, *question.also_kind);
    for (const auto& fact : facts) {
        const bool is_event =
            fact.kind == question.fact_kind && !fact.refused && fact.row < evidence.events.size();
        if (const auto* row = is_event ? rows.twin(fact, incidents_settle) : nullptr) {
            const auto& event = evidence.events[fact.row];
            const auto& twin = known.reports().at(row->row - evidence.events.size()).origin;
            rejects.push_back(event.origin.reject(
                "event", event.event,
                "row " + std::to_string(twin.row) + " of " + (twin.source ? *twin.source : question.table) +
                    " tells of the same service and day: if both are one, they count twice; " +
                    (incidents_settle ? "name one incident in both"
                                      : "leave one out, or let incidents = \"highest\" settle it"),
                true));
        }
    }
}

} // namespace detail

/// Tells of each event that a measure counts beside a row of a table of reports which may be the same thing: about the same
/// service, and of a day on which that happened or was concluded. Both count, unless they name one incident and the scheme lets
/// one fact of an incident count; two that name different incidents are two.
inline void flag_told_twice(const EvidenceFacts& facts, const Evidence& evidence, bool incidents_settle,
                            Rejects& rejects) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const auto& question : facts.drawing().questions()) {
        if (question.kind != FactQuestion::Kind::count || !question.also_kind ||
            !seen.emplace(question.fact_kind, *question.also_kind).second) {
            continue;
        }
        for (std::size_t service = 0; service < evidence.services.size(); ++service) {
            detail::flag_told_twice(question, facts.book().of(service), facts, evidence, incidents_settle,
                                    rejects);
        }
    }
}

} // namespace vermeil
