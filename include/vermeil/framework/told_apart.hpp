// SPDX-License-Identifier: MIT
#pragma once
// What tells peers apart where no column does: parts of a number, several facts taken together.

#include <vermeil/core/observed.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/framework/word_value.hpp>
#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// The part of a number that rising values cut: 1 below the first, 2 from it on, and so forth.
inline double part_of(double number, const std::vector<double>& at) {
    return static_cast<double>(std::upper_bound(at.begin(), at.end(), number) - at.begin() + 1);
}

/// Puts the part of each number in its place.
inline void part(CellBuffer& cells, const std::vector<double>& at) {
    for (std::size_t row = 0; row < cells.value.size(); ++row) {
        if (!at.empty() && cells.state[row] == State::present) {
            cells.value[row] = part_of(cells.value[row], at);
        }
    }
}

/// The parts of a column of numbers.
inline CellBuffer parts_of(const MeasureColumn& numbers, const std::vector<double>& at) {
    CellBuffer cells(numbers.value.size());
    for (std::size_t row = 0; row < numbers.value.size(); ++row) {
        cells.set(row, numbers.cell(row));
    }
    part(cells, at);
    return cells;
}

/// Adds facts that stand in the table as one, whose cells have a name for each combination, such as `North / 2`. Where one
/// of them is absent all are, for its reason.
inline void add_together(MeasureTable& table, const std::string& id, const std::vector<std::string>& facts) {
    CellBuffer cells(table.rows());
    std::vector<std::string> names(table.rows());
    for (const auto& fact : facts) {
        const auto* column = table.find(fact);
        for (std::size_t row = 0; row < names.size(); ++row) {
            const bool first = &fact == &facts.front();
            const auto name = table.name_of(column->value[row]);
            names[row] += (first ? "" : " / ") + (name.empty() ? shortest(column->value[row]) : name);
            const bool counts = first || cells.state[row] == State::present;
            cells.state[row] = counts ? column->state[row] : cells.state[row];
        }
    }
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (cells.state[row] == State::present) {
            cells.value[row] = number_of_name(names[row]);
            table.add_name(cells.value[row], names[row]);
        }
    }
    add(table, id, std::move(cells));
}

} // namespace vermeil::detail
