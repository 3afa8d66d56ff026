// SPDX-License-Identifier: MIT
#pragma once
// Embargoes of the table of embargoes as events, so that rules which ask for the event find them.

#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/concerned.hpp>
#include <vermeil/evidence/embargo.hpp>
#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/evidence.hpp>

#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace vermeil {

/// The event that an embargo is.
inline constexpr std::string_view embargo_event = "embargo";

/// Whether an event and a row of the table of embargoes tell of the same embargo: they concern the same and begin on one day.
inline bool is_same_embargo(const Event& event, const Concerned& whom, const Record& row) {
    return folded(event.event) == embargo_event &&
           (whom.is_provider ? event.provider : event.service) == whom.id && event.from == row.from;
}

/// Adds each embargo of the table to the events, unless they tell of it already. One whose days cannot be read is an event that
/// was refused. Where no table of events was given an embargo that is open is known all the same, and whether one that is not
/// told is open is unknown.
inline void add_embargo_events(Evidence& evidence) {
    std::set<std::tuple<bool, std::string, Date>> told; // whom and since when
    for (const auto& event : evidence.events) {
        if (folded(event.event) == embargo_event) {
            const bool is_provider = event.service.empty();
            told.emplace(is_provider, is_provider ? event.provider : event.service, event.from);
        }
    }
    const auto rows =
        rows_by_concerned(evidence, embargo_kind().schema.name, detail::embargo_field::provider);
    for (const auto& [whom, embargoes] : rows) {
        for (const auto* row : embargoes) {
            if (row->refused || !told.contains({whom.is_provider, whom.id, row->from})) {
                evidence.events.push_back(event_of(whom, *row, embargo_event, row->refused));
            }
        }
    }
}

} // namespace vermeil
