// SPDX-License-Identifier: MIT
// What earns but a share of its points, in a batch, in one row and in words.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/core/on_threads.hpp>
#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/measure/cell_buffer.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

/// A cell on a base that is large enough for any measure.
Cell based(double value) {
    auto cell = small::present(value);
    cell.n = 1000;
    return cell;
}

/// Many rows of the first measure, row by row less of their points.
std::vector<Cell> rows() {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < 300; ++i) {
        auto cell = based(0.1 * static_cast<double>(i % 11));
        cell.share = i % 3 == 0 ? 1 : 1.0 / static_cast<double>(1 + i);
        cells.push_back(cell);
    }
    return cells;
}

} // namespace

TEST_CASE("a batch and one row give the same bits where points are shared") {
    const Evaluator evaluator{Framework(small::three_measures())};
    const auto measures = evaluator.framework().measures();
    const auto first = rows();
    MeasureTable table(std::vector<std::string>(first.size(), "S"));
    for (std::size_t m = 0; m < measures.size(); ++m) {
        CellBuffer cells(first.size());
        for (std::size_t row = 0; row < first.size(); ++row) {
            cells.set(row, m == 0 ? first[row] : based(0.5));
        }
        add(table, measures[m].id, std::move(cells));
    }
    const auto outcomes = evaluator.evaluate(table, Threads(2));
    for (std::size_t row = 0; row < first.size(); ++row) {
        std::vector<Cell> cells(measures.size(), based(0.5));
        cells[0] = first[row];
        REQUIRE(outcomes.row(row).reason == Reason::decided);
        REQUIRE(outcomes.row(row) == evaluator.evaluate(cells));
        REQUIRE(outcomes.row(row) == evaluator.explain(table, row).outcome);
    }
}

TEST_CASE("half of the points is half of the points, in the score and in the trace") {
    const Evaluator evaluator{Framework(small::three_measures())};
    std::vector<Cell> cells(evaluator.framework().measures().size(), based(0.5));
    const auto whole = evaluator.explain(cells);
    cells[0].share = 0.5;
    const auto half = evaluator.explain(cells);
    CHECK(half.indicators[0].highest_points == whole.indicators[0].highest_points / 2);
    CHECK(half.outcome.highest_score < whole.outcome.highest_score);
    const auto lines = explanation(evaluator.framework(), half);
    CHECK(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        return line.find("of whose points 50.0 % count") != std::string::npos;
    }));
}
