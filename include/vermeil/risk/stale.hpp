// SPDX-License-Identifier: MIT
#pragma once
// Evidence that is older than the scheme takes for fresh.

#include <vermeil/core/date.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace vermeil {

/// The measures of a row whose evidence is older than they count as fresh, in the order of the framework. It goes on counting:
/// staleness is a flag. What is absent, or has no day, is not stale; neither is anything in a table without a day.
inline std::vector<std::string> stale_measures(const Framework& framework, const MeasureTable& table,
                                               std::size_t row) {
    std::vector<std::string> stale;
    for (const auto& measure : framework.measures()) {
        const auto* column = table.find(measure.id);
        if (!measure.fresh_for.ends() || column == nullptr || !table.as_of()) {
            continue;
        }
        const auto cell = column->cell(row);
        const auto before =
            before_look_back(measure.fresh_for.days, measure.fresh_for.months, *table.as_of());
        if (cell.state == State::present && cell.day != no_day && cell.day <= day_number(before)) {
            stale.push_back(measure.id);
        }
    }
    return stale;
}

/// Whether a framework says of any measure how long it is fresh.
inline bool has_freshness(const Framework& framework) {
    for (const auto& measure : framework.measures()) {
        if (measure.fresh_for.ends()) {
            return true;
        }
    }
    return false;
}

} // namespace vermeil
