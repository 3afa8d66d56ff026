// SPDX-License-Identifier: MIT
#pragma once
// How companies stand, as events, so that rules which ask for the event `administration` find it.

#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/concerned.hpp>
#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/finance.hpp>

#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace vermeil {

/// How a company stands that gives no cause for concern; every other status is an event of its name.
inline constexpr std::string_view trading_status = "trading";

/// Whether an event and a row of the table of finance tell the same: of the same, from one day, in one word.
inline bool is_same_standing(const Event& event, const Concerned& whom, const Record& row) {
    return (whom.is_provider ? event.provider : event.service) == whom.id && event.from == row.from &&
           row.says(detail::finance_field::status, folded(event.event));
}

/// Adds each row of the table of finance that says other than `trading` to the events, by its status, unless they tell of it
/// already. One whose days cannot be read is an event that was refused, and so is, under every status, one whose status cannot.
/// Where no table of events was given one that is open is known all the same.
inline void add_finance_events(Evidence& evidence) {
    namespace f = detail::finance_field;
    const auto& statuses = finance_kind().schema.fields[f::status].allowed;
    std::set<std::tuple<bool, std::string, std::string, Date>> told; // whom, what and since when
    for (const auto& event : evidence.events) {
        const bool is_provider = event.service.empty();
        told.emplace(is_provider, is_provider ? event.provider : event.service, folded(event.event),
                     event.from);
    }
    for (const auto& [whom, rows] : rows_by_concerned(evidence, finance_kind().schema.name, f::provider)) {
        for (const auto* row : rows) {
            for (const auto& status : statuses) {
                const bool may_say = row->is_refused(f::status) || row->says(f::status, status);
                const bool refused = row->refused || row->is_refused(f::status);
                const bool is_told =
                    !refused && told.contains(std::tuple(whom.is_provider, whom.id, status, row->from));
                if (may_say && status != trading_status && !is_told) {
                    evidence.events.push_back(event_of(whom, *row, status, refused));
                }
            }
        }
    }
}

} // namespace vermeil
