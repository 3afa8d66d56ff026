// SPDX-License-Identifier: MIT
#pragma once
// Many made-up services rated at once: rows of their own, or one row with small changes.

#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/trust/trial_row.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// One cell of a row that is other than before.
struct CellChange {
    std::size_t measure = 0;
    Cell cell;
};

/// Rates columns that are given one a measure.
inline std::vector<Outcome> rated(const Evaluator& evaluator, std::size_t rows,
                                  std::vector<CellBuffer> columns) {
    MeasureTable table{std::vector<std::string>(rows)};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        add(table, evaluator.framework().measures()[i].id, std::move(columns[i]));
    }
    const auto outcomes = evaluator.evaluate(table);
    std::vector<Outcome> made;
    made.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        made.push_back(outcomes.row(row));
    }
    return made;
}

/// What becomes of each row.
inline std::vector<Outcome> rated(const Evaluator& evaluator, const std::vector<TrialRow>& rows) {
    std::vector<CellBuffer> columns(evaluator.framework().measures().size(), CellBuffer(rows.size()));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i].set(row, rows[row][i]);
        }
    }
    return rated(evaluator, rows.size(), std::move(columns));
}

/// What becomes of a row under each change of one cell.
inline std::vector<Outcome> rated(const Evaluator& evaluator, const TrialRow& row,
                                  const std::vector<CellChange>& changes) {
    std::vector<CellBuffer> columns;
    for (const auto& cell : row) {
        auto& column = columns.emplace_back(changes.size());
        std::fill(column.value.begin(), column.value.end(), cell.value);
        std::fill(column.state.begin(), column.state.end(), cell.state);
        std::fill(column.n.begin(), column.n.end(), cell.n);
        std::fill(column.count.begin(), column.count.end(), cell.count);
        std::fill(column.flags.begin(), column.flags.end(), cell.flags);
    }
    for (std::size_t i = 0; i < changes.size(); ++i) {
        columns[changes[i].measure].set(i, changes[i].cell);
    }
    return rated(evaluator, changes.size(), std::move(columns));
}

} // namespace vermeil::detail
