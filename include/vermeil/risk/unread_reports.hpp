// SPDX-License-Identifier: MIT
#pragma once
// Tables of what people report that a scheme does not ask about, which nobody should take for read.

#include <vermeil/core/rejects.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/report_event.hpp>
#include <vermeil/measure/catalogue.hpp>
#include <vermeil/measure/measure.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil {

/// Whether a measure looks at the rows of a table.
inline bool asks_of_table(const Measure& measure, std::string_view table) {
    if (const auto* open = std::get_if<EventOpen>(&measure.value)) {
        return open->also == table || (open->of_table && open->event == table);
    }
    if (const auto* count = std::get_if<EventCount>(&measure.value)) {
        return count->also == table || (count->of_table && count->event == table);
    }
    const auto* standard = std::get_if<StandardValue>(&measure.value);
    if (standard == nullptr) {
        return false;
    }
    const auto& tables = standard_measure(standard->standard).tables;
    return std::find(tables.begin(), tables.end(), table) != tables.end();
}

/// Doubts each table of `report_tables` that has rows and of which no measure asks: once a table, with the number of its rows.
inline void doubt_unread_reports(const std::vector<Measure>& measures, const Evidence& evidence,
                                 Rejects& rejects) {
    for (const auto table : report_tables) {
        const auto* records = evidence.find_records(table);
        const bool is_read = std::any_of(measures.begin(), measures.end(),
                                         [&](const auto& each) { return asks_of_table(each, table); });
        if (records == nullptr || records->all().empty() || is_read) {
            continue;
        }
        const auto rows = records->all().size();
        rejects.push_back({*records->all().front().origin.source, 0, "", "",
                           "table " + std::string(table) + " has " + std::to_string(rows) +
                               (rows == 1 ? " row" : " rows") + " that no measure asks for",
                           true, false});
    }
}

} // namespace vermeil
