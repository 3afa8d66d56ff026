// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/trust/trial_values.hpp>

#include <algorithm>

using namespace small;
using detail::NumberKind;

namespace {

detail::Tried tried(Rules made, std::size_t measure = 0) {
    static std::vector<Framework> kept; // what is tried looks at its framework
    kept.reserve(64);
    kept.emplace_back(std::move(made));
    return detail::tried(kept.back(), measure, detail::all_asked(kept.back().rules()), nullptr);
}

bool has(const std::vector<double>& values, double value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace

TEST_CASE(
    "a share is tried at its ends, in the middle and around each number that is asked, as counts of a base") {
    auto made = rules();
    made.limiters = {limiter(Effect::cap, "Bronze", {"care", Comparison::below, 0.6})};
    const auto share = tried(made);
    CHECK(share.kind == NumberKind::share);
    for (const double value : {0.0, 0.5, 0.59, 0.6, 0.61, 1.0}) {
        CHECK(has(share.values, value));
    }
    const auto cell = share.cell(0.6);
    CHECK(cell.n == 1000);
    CHECK(cell.count == 600);
    CHECK(cell.value == 0.6);
}

TEST_CASE("the base of a share is its least n where that is larger") {
    auto made = rules();
    made.indicators[0].measure.least_n = 5000;
    CHECK(tried(made).cell(1).n == 5000);
}

TEST_CASE("a count is whole and not below 0, a truth is 0 or 1, a word is one of its scale") {
    auto made = rules();
    made.indicators[0].measure.value = EventCount{"fall", 365};
    made.indicators[0].scale = StepScale{{{1, 50}, {3, 0}}, 100};
    CHECK(tried(made).values == std::vector<double>{0, 1, 2, 3, 4});
    made.indicators[0].measure.value = EventOpen{"fall"};
    CHECK(tried(made).values == std::vector<double>{0, 1});
    made.ordered_scales = {{"cqc", {"Good", "Middling", "Poor"}, {}}};
    made.indicators[0].measure.value = LatestRating{"cqc"};
    made.indicators[0].measure.least_n = 0;
    made.indicators[0].scale = WordScale{{100, 50, 0}};
    CHECK(tried(made).values == std::vector<double>{1, 2, 3});
}

TEST_CASE("a number with a line of its own stays between its ends; whole knots make whole values") {
    auto made = rules();
    made.indicators[0].measure.value = Given();
    made.indicators[0].scale = LinearScale{{{1, 0}, {4, 100}}};
    CHECK(tried(made).values == std::vector<double>{1, 2, 3, 4});
}

TEST_CASE("a fact is tried around what is asked of it") {
    auto made = rules();
    Measure fact;
    fact.id = "days";
    made.facts = {fact};
    made.limiters = {limiter(Effect::cap, "Bronze", {"days", Comparison::above, 90})};
    CHECK(tried(made, 2).values == std::vector<double>{89, 90, 91});
}

TEST_CASE("of names of peers those of the table are tried, and no number beside them") {
    auto made = rules();
    Measure fact;
    fact.id = "region";
    made.facts = {fact};
    const double north = number_of_name("North"), south = number_of_name("South");
    MeasureTable table({"A", "B"});
    table.add_name(north, "North");
    table.add_name(south, "South");
    CellBuffer cells(2);
    cells.set(0, {north, State::present});
    cells.set(1, {south, State::present});
    add(table, "region", std::move(cells));
    const Framework framework(made);
    const auto found = detail::tried(framework, 2, {}, &table);
    CHECK(found.values == std::vector<double>{std::min(north, south), std::max(north, south)});
}

TEST_CASE("a long list of values keeps its ends") {
    std::vector<double> many;
    for (int i = 0; i <= 100; ++i) {
        many.push_back(i);
    }
    const auto few = detail::thinned(many, 5);
    CHECK(few == std::vector<double>{0, 25, 50, 75, 100});
}
