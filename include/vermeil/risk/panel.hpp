// SPDX-License-Identifier: MIT
#pragma once
// Many series over the same periods, end to end.

#include <vermeil/core/error.hpp>
#include <vermeil/core/unfilled.hpp>
#include <vermeil/risk/chart_series.hpp>
#include <vermeil/risk/panel_period.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vermeil {

/// One measure of many services over time: the points of a series stand together, in the order of time, a period that lies
/// between its first and its last and has no row among them, without a value.
struct Panel {
    std::vector<std::string> names{};   ///< the series, in the order in which they first came
    std::vector<std::size_t> begins{0}; ///< where each begins among the points; one more than there are names
    std::vector<std::int64_t>
        periods{}; ///< of the first point of each series; the others follow it one by one
    UnfilledVector<double> values{};
    UnfilledVector<double> n{};      ///< empty where the panel has none
    UnfilledVector<double> spread{}; ///< of subgroups; empty where the panel has none
    UnfilledVector<std::uint8_t> has{};
    UnfilledVector<std::uint32_t> phases{};     ///< empty: one phase
    UnfilledVector<std::uint8_t> in_baseline{}; ///< empty: every point
    UnfilledVector<std::uint8_t> counted{};     ///< empty: every point
    Every every = Every::month;

    [[nodiscard]] std::size_t size() const noexcept { return names.size(); }
    /// The period of a point of a series, counted from its first.
    [[nodiscard]] std::int64_t period(std::size_t i, std::size_t point) const noexcept {
        return periods[i] + static_cast<std::int64_t>(point);
    }
    /// One series, looking at the memory of the panel.
    [[nodiscard]] ChartSeries series(std::size_t i) const noexcept {
        const auto first = begins[i];
        const auto length = begins[i + 1] - first;
        const auto part = [&]<class T>(const UnfilledVector<T>& column) {
            return column.empty() ? std::span<const T>() : std::span<const T>(column).subspan(first, length);
        };
        return {.value = part(values),
                .n = part(n),
                .spread = part(spread),
                .has = part(has),
                .in_baseline = part(in_baseline),
                .counted = part(counted),
                .phase = part(phases)};
    }
};

/// Gives series of one length their names, `0` and up, and their periods, 0 and up: for a panel whose columns were filled from
/// arrays, series after series.
///
/// @param length the points of each series, 1 or more.
/// @throws Error when the values are no multiple of the length, or another column is neither empty nor as long.
inline Panel panel_of_rows(Panel columns, std::size_t length) {
    const auto rows = columns.values.size();
    const auto fits = [rows](std::size_t size) { return size == 0 || size == rows; };
    if (length == 0 || rows % length != 0 || !fits(columns.n.size()) || !fits(columns.spread.size()) ||
        !fits(columns.has.size()) || !fits(columns.phases.size()) || !fits(columns.in_baseline.size()) ||
        !fits(columns.counted.size())) {
        throw Error("a panel of arrays has series of one length, and its columns are as long as each other");
    }
    columns.every = Every::number;
    columns.names.clear();
    columns.begins.assign(1, 0);
    columns.periods.assign(rows / length, 0);
    for (std::size_t i = 0; i < rows / length; ++i) {
        columns.names.push_back(std::to_string(i));
        columns.begins.push_back((i + 1) * length);
    }
    return columns;
}

} // namespace vermeil
