// SPDX-License-Identifier: MIT
#pragma once
// Finds events that a table of reports probably tells of as well.

#include <vermeil/core/rejects.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/evidence/checked_table.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/report_event.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vermeil {

namespace detail {

/// The rows of a table of reports by service and day: that on which it happened, and that on which it was concluded.
inline std::map<std::pair<std::string, Date>, Event> report_days(const Evidence& evidence,
                                                                 std::string_view table) {
    std::map<std::pair<std::string, Date>, Event> days;
    const auto* records = evidence.find_records(table);
    if (records == nullptr) {
        return days;
    }
    for (const auto& record : records->all()) {
        const auto event = report_event(table, record);
        if (!event.refused) {
            days.emplace(std::pair(event.service, event.from), event);
            if (event.concluded_on) {
                days.emplace(std::pair(event.service, *event.concluded_on), event);
            }
        }
    }
    return days;
}

/// What a table of reports calls one of its rows, as names of events hold it: `death` of `deaths`.
inline std::string_view one_of_table(std::string_view table) {
    return table.ends_with('s') ? table.substr(0, table.size() - 1) : table;
}

} // namespace detail

/// Flags each event whose name holds that of a table of reports (`unexpected_death` and `deaths`) where a row of that table is
/// about the same service and of the same day. Where both are one, a measure that asks of both counts it twice, unless
/// they name one incident; two that name different incidents are two.
inline void flag_told_twice(CheckedTable& events, const Evidence& evidence, Rejects& findings) {
    const auto name = events.position("event"), service = events.position("service");
    const auto incident = events.position("incident");
    for (const auto table : report_tables) {
        const auto days = detail::report_days(evidence, table);
        for (std::size_t row = 0; !days.empty() && name && service && row < events.frame().rows(); ++row) {
            const auto event = events.is_used(row) ? folded(events.reader().cell(*name, row)) : std::string();
            if (event.find(detail::one_of_table(table)) == std::string::npos) {
                continue;
            }
            const auto own = incident ? folded(events.reader().cell(*incident, row)) : std::string();
            for (const auto column : {"from", "concluded_on"}) {
                const auto at = events.position(column);
                const auto day = at ? events.date(*at, row) : std::nullopt;
                const auto found = day ? days.find({events.reader().cell(*service, row), *day}) : days.end();
                if (found != days.end() && (own.empty() || found->second.incident.empty())) {
                    events.flag(
                        row, *name,
                        "row " + std::to_string(found->second.origin.row) + " of " + std::string(table) +
                            " tells of the same service and day: if both are one, name one incident in both",
                        findings);
                    break;
                }
            }
        }
    }
}

} // namespace vermeil
