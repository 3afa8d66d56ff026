// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/trust/trial.hpp>

#include <set>

using namespace small;

TEST_CASE("a trial has rows of every band, and their outcomes") {
    const Ready ready(rules());
    std::set<int> bands;
    REQUIRE(ready.trial.rows().size() == ready.trial.outcomes().size());
    for (std::size_t row = 0; row < ready.trial.rows().size(); ++row) {
        bands.insert(ready.trial.outcomes()[row].band);
        CHECK(ready.trial.evaluator().evaluate(ready.trial.rows()[row]) == ready.trial.outcomes()[row]);
    }
    CHECK(bands == std::set<int>{0, 1, 2});
}

TEST_CASE("a sweep takes one measure of one row through its values") {
    const Ready ready(rules());
    const auto& sweep = ready.trial.sweeps().at(1);
    CHECK(sweep.measure == 1);
    REQUIRE(sweep.outcomes.size() == ready.trial.measures()[1].values.size());
    const auto shown = ready.trial.shown(sweep, 2);
    CHECK(ready.trial.evaluator().evaluate(shown.cells) == shown.outcome);
    CHECK(shown.cells[1].value == ready.trial.measures()[1].values[2]);
    CHECK(shown.cells[0].value == ready.trial.rows()[sweep.row][0].value);
}

TEST_CASE("a band is better when it stands further up, and on a risk scheme further down") {
    auto made = rules();
    CHECK(Ready(made).trial.rise(2, 0) == 2);
    made.higher_is = Face::worse;
    CHECK(Ready(made).trial.rise(2, 0) == -2);
}

TEST_CASE("more points are better, or worse where the bands say so") {
    auto made = rules();
    CHECK(Ready(made).trial.more_is_better());
    made.bands[0] = {"Gold", {}, Tie::in, {}, whole(Comparison::at_most, 20)};
    made.bands[1] = {"Silver", {}, Tie::in, {}, whole(Comparison::at_most, 60)};
    CHECK_FALSE(Ready(made).trial.more_is_better());
    made = rules();
    made.higher_is = Face::worse;
    CHECK_FALSE(Ready(made).trial.more_is_better());
}

TEST_CASE("rows are mixed by a counter, so that they are the same each time, and what is not free stays") {
    const Ready ready(rules());
    const auto& row = ready.trial.rows().front();
    const auto first = ready.trial.mixed(row, {true, false}, 50);
    const auto second = ready.trial.mixed(row, {true, false}, 50);
    REQUIRE(first.size() == 50);
    std::set<double> values;
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK(first[i][0].value == second[i][0].value);
        CHECK(first[i][1].value == row[1].value);
        values.insert(first[i][0].value);
    }
    CHECK(values.size() >= 4);
}

TEST_CASE("the larger a framework, the fewer rows are changed") {
    const Ready ready(rules());
    CHECK(ready.trial.stride(100) == 1);
    CHECK(ready.trial.stride(detail::Trial::most_cells) == 1 + ready.trial.rows().size());
}

TEST_CASE("services of a table are among the rows") {
    MeasureTable table({"a"});
    for (const auto* id : {"care", "staff"}) {
        CellBuffer cells(1);
        cells.set(0, {0.37, State::present, 100, 37});
        add(table, id, std::move(cells));
    }
    const Framework framework(rules());
    const detail::Trial trial(framework, {}, &table);
    CHECK(trial.rows().back()[0].value == 0.37);
}
