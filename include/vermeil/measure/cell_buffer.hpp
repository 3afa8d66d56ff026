// SPDX-License-Identifier: MIT
#pragma once
// The cells of one measure before they are a column.

#include <vermeil/core/date.hpp>
#include <vermeil/core/observed.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The cells of one measure while they are drawn, one a service; they start as `unknown`.
struct CellBuffer {
    std::vector<double> value;
    std::vector<State> state;
    std::vector<std::uint32_t> n;
    std::vector<std::uint32_t> count;
    std::vector<std::uint8_t> flags;
    std::vector<std::int32_t> day{}; ///< empty until a cell has one
    std::vector<double> share{};     ///< empty until a cell earns less than all of its points

    explicit CellBuffer(std::size_t rows)
        : value(rows, 0.0), state(rows, State::unknown), n(rows, 0), count(rows, 0), flags(rows, 0) {}

    /// Writes one service's cell.
    void set(std::size_t row, const Cell& cell) {
        value[row] = cell.value;
        state[row] = cell.state;
        n[row] = cell.n;
        count[row] = cell.count;
        flags[row] = cell.flags;
        if (day.empty() && cell.day != no_day) {
            day.assign(value.size(), no_day);
        }
        if (!day.empty()) {
            day[row] = cell.day;
        }
        if (share.empty() && cell.share != 1) {
            share.assign(value.size(), 1.0);
        }
        if (!share.empty()) {
            share[row] = cell.share;
        }
    }
    /// Lets go of days and shares that say nothing: where none is known, and where all earn all of their points.
    void forget_nothing() {
        if (std::all_of(day.begin(), day.end(), [](auto each) { return each == no_day; })) {
            day.clear();
        }
        if (std::all_of(share.begin(), share.end(), [](auto each) { return each == 1; })) {
            share.clear();
        }
    }
    [[nodiscard]] MeasureColumn column() const { return {value, state, n, count, flags, day, no_day, share}; }
};

/// Adds drawn cells to a table, which then owns them.
inline void add(MeasureTable& table, std::string id, CellBuffer cells) {
    auto owner = std::make_shared<const CellBuffer>(std::move(cells));
    table.add(std::move(id), owner->column(), owner);
}

} // namespace vermeil
