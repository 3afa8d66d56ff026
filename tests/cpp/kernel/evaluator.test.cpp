// SPDX-License-Identifier: MIT
// Asking a framework about tables and rows: what it needs, what it says where that is not there.

#include "catch.hpp"
#include "kernel/made_up.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/evaluator.hpp>
#include <vermeil/measure/cell_buffer.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using small::absent;
using small::present;
using vermeil::State;

namespace {

/// A table with one row for each of the measures named.
vermeil::MeasureTable table(const std::vector<std::pair<std::string, vermeil::Cell>>& cells) {
    vermeil::MeasureTable made({"P001"});
    for (const auto& [id, cell] : cells) {
        vermeil::CellBuffer buffer(1);
        buffer.set(0, cell);
        vermeil::add(made, id, std::move(buffer));
    }
    return made;
}

/// Two measures and a fact, of which the second and the fact are planned; a cap asks about the fact.
vermeil::Framework partly_planned() {
    auto rules = small::rules({small::share("here", 1), small::share("planned", 9)});
    rules.indicators[1].measure.live = false;
    rules.facts = {small::fact("later")};
    rules.facts[0].live = false;
    rules.limiters = {small::limiter(vermeil::Effect::cap, "Bronze", "later", "something later")};
    return vermeil::Framework(rules);
}

} // namespace

TEST_CASE("a planned measure needs no column, not even for a limiter") {
    const vermeil::Evaluator evaluator(partly_planned());
    const auto measures = table({{"here", present(0.9)}});
    const auto made = evaluator.evaluate(measures).row(0);
    CHECK(made.lowest_score == 90);
    CHECK(made.coverage == 1);
    CHECK(made.band == 0);
    const auto trace = evaluator.explain(measures, 0);
    CHECK(trace.outcome == made);
    CHECK(trace.indicators.at(1).cell.state == State::not_yet_live);
    CHECK(trace.indicators.at(1).weight == 0);
    CHECK(trace.limiters.at(0).seen.at(0).cell.state == State::not_yet_live);
    CHECK(trace.limiters.at(0).firing == vermeil::Firing::no);
}

TEST_CASE("a planned measure does not count though its column is there") {
    const vermeil::Evaluator evaluator(partly_planned());
    const auto with_columns =
        evaluator.evaluate(table({{"here", present(0.9)}, {"planned", present(0.1)}, {"later", present(1)}}));
    CHECK(with_columns.row(0) == evaluator.evaluate(table({{"here", present(0.9)}})).row(0));
    CHECK(evaluator.evaluate(std::vector{present(0.9), present(0.1), present(1)}) == with_columns.row(0));
}

TEST_CASE("planned measures that have bounds leave the outcome open, with a column or without") {
    auto rules = partly_planned().rules();
    rules.missing.of(State::not_yet_live).policy = vermeil::Policy::bounds;
    rules.least_coverage = 0;
    const vermeil::Evaluator evaluator{vermeil::Framework(rules)};
    const auto made = evaluator.evaluate(table({{"here", present(1)}})).row(0);
    CHECK(made.lowest_score == 10);
    CHECK(made.highest_score == 100);
    CHECK(made.lowest == 2);
    CHECK(made.highest == 0);
    CHECK(evaluator.evaluate(std::vector{present(1), present(1), present(0)}) == made);
}

TEST_CASE("a live measure without a column is named, and so are the columns there are") {
    const vermeil::Evaluator evaluator(partly_planned());
    const auto message = "measure 'here' has no column; the table has 'planned' or 'other'";
    const auto other = table({{"planned", present(1)}, {"other", present(1)}});
    CHECK_THROWS_WITH(evaluator.evaluate(other), message);
    CHECK_THROWS_WITH(evaluator.explain(other, 0), message);
    CHECK_THROWS_WITH(evaluator.evaluate(table({})), "measure 'here' has no column; the table has nothing");
}

TEST_CASE("a live measure that only a limiter asks about needs its column too") {
    auto rules = partly_planned().rules();
    rules.facts[0].live = true;
    const vermeil::Evaluator evaluator{vermeil::Framework(rules)};
    CHECK_THROWS_WITH(evaluator.evaluate(table({{"here", present(1)}})),
                      "measure 'later' has no column; the table has 'here'");
}

TEST_CASE("too few or too many cells are refused") {
    const vermeil::Evaluator evaluator(partly_planned());
    const std::vector<vermeil::Cell> two(2);
    const std::vector<vermeil::Cell> four(4);
    CHECK_THROWS_WITH(evaluator.evaluate(two), "2 cells for 3 measures");
    CHECK_THROWS_WITH(evaluator.explain(four), "4 cells for 3 measures");
}

TEST_CASE("a row that is not there is refused") {
    const vermeil::Evaluator evaluator(partly_planned());
    CHECK_THROWS_WITH(evaluator.explain(table({{"here", present(1)}}), 1),
                      "there is no row 1; the table has 1");
}

TEST_CASE("a weight that is not set stops before anything is evaluated") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.indicators[1].weight.reset();
    CHECK_THROWS_AS(vermeil::Evaluator(vermeil::Framework(rules)), vermeil::DefinitionError);
}

TEST_CASE("a column without bases is not asked for its least n") {
    const vermeil::Evaluator evaluator(vermeil::Framework(small::rules({small::share("a", 1, 10)})));
    static constexpr std::array<double, 1> value{0.9};
    static constexpr std::array<State, 1> state{State::present};
    static constexpr std::array<std::uint32_t, 1> nine{9};
    vermeil::MeasureTable without({"P001"});
    without.add("a", {value, state, {}, {}, {}}, nullptr);
    CHECK(evaluator.evaluate(without).row(0).band == 0);
    vermeil::MeasureTable with({"P001"});
    with.add("a", {value, state, nine, {}, {}}, nullptr);
    CHECK(evaluator.evaluate(with).row(0).band == vermeil::no_band);
}

TEST_CASE("columns may stand in any order, and others may stand among them") {
    const vermeil::Evaluator evaluator{vermeil::Framework(small::three_measures())};
    const auto shuffled = table({{"safe", small::of(9, 10)},
                                 {"other", present(0)},
                                 {"dignity", small::of(5, 10)},
                                 {"reliable", small::of(9, 10)}});
    CHECK(evaluator.evaluate(shuffled).row(0).lowest_score == 74);
}

TEST_CASE("a copy outlives its original, and one object serves several threads") {
    std::optional<vermeil::Evaluator> original{vermeil::Framework(small::three_measures())};
    const vermeil::Evaluator copy = *original;
    original.reset();
    const std::vector<vermeil::Cell> cells{small::of(5, 10), small::of(9, 10), small::of(9, 10)};
    std::vector<vermeil::Outcome> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto& outcome : made) {
            threads.emplace_back([&] { outcome = copy.evaluate(cells); });
        }
    }
    for (const auto& outcome : made) {
        CHECK(outcome.lowest_score == 74);
    }
}
