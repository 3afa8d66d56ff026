// SPDX-License-Identifier: MIT
// The steps that are kept: in order, with what they saw and what followed.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/trace.hpp>

#include <string>
#include <vector>

using small::absent;
using small::present;
using vermeil::State;

namespace {

/// A group of two measures beside a measure, and two limiters.
vermeil::Rules rules() {
    auto made = small::rules({small::share("a", 4, 10), small::share("b", 1), small::share("c", 5)});
    made.groups = {{"pair", "", "", vermeil::Aggregate::mean, 5.0, {}}};
    made.indicators[0].within = "pair";
    made.indicators[1].within = "pair";
    made.facts = {small::fact("notice")};
    made.limiters = {small::limiter(vermeil::Effect::cap, "Silver", "notice", "a notice is open"),
                     small::limiter(vermeil::Effect::cap, "Bronze", "c", "all is well")};
    return made;
}

} // namespace

TEST_CASE("a measure's step has its cell, its weight and the points it may have") {
    const auto trace = small::trace(rules(), {small::of(3, 9), present(0.5), present(0.8), present(0)});
    REQUIRE(trace.indicators.size() == 3);
    const auto& lone = trace.indicators[0]; // a node's measures come before its groups
    CHECK(lone.indicator == 2);
    CHECK(lone.weight == 5);
    CHECK(lone.lowest_points == 80);
    CHECK(lone.highest_points == 80);
    const auto& few = trace.indicators[1];
    CHECK(few.indicator == 0);
    CHECK(few.cell.state == State::too_few);
    CHECK(few.cell.value == 0);
    CHECK(few.cell.n == 9);
    CHECK(few.cell.count == 3);
    CHECK(few.weight == 4);
    CHECK(few.lowest_points == 0);
    CHECK(few.highest_points == 100);
}

TEST_CASE("a group's step has its scores and the weight behind them") {
    const auto trace = small::trace(rules(), {small::of(3, 9), present(0.5), present(0.8), present(0)});
    REQUIRE(trace.groups.size() == 1);
    CHECK(trace.groups[0].lowest_score == 10);
    CHECK(trace.groups[0].highest_score == 90);
    CHECK(trace.groups[0].due == 5);
    CHECK(trace.groups[0].live == 5);
    CHECK(trace.groups[0].known == 1);
}

TEST_CASE("a group of which nothing applies has no weight") {
    const auto trace = small::trace(
        rules(), {absent(State::not_applicable), absent(State::not_applicable), present(0.8), present(0)});
    CHECK(trace.groups.at(0).due == 0);
    CHECK(trace.groups.at(0).live == 0);
    CHECK(trace.outcome.lowest_score == 80);
}

TEST_CASE("a limiter's step has the bands before and after it") {
    const auto trace =
        small::trace(rules(), {small::of(10, 10), present(1), present(1), absent(State::unknown)});
    REQUIRE(trace.limiters.size() == 2);
    const auto& notice = trace.limiters[0];
    CHECK(notice.firing == vermeil::Firing::unknown);
    CHECK(notice.lowest_before == 0);
    CHECK(notice.lowest_after == 1);
    CHECK(notice.highest_after == 0);
    const auto& second = trace.limiters[1];
    CHECK(second.firing == vermeil::Firing::yes);
    CHECK(second.seen.at(0).cell.value == 1);
    CHECK(second.lowest_before == 1);
    CHECK(second.lowest_after == 2);
    CHECK(second.highest_after == 2);
    CHECK(trace.outcome.limiter == 2);
}

TEST_CASE("a limiter sees the least n of the measure it asks about") {
    auto capped = small::rules({small::share("a", 1, 10)});
    capped.limiters = {
        {vermeil::Effect::cap, "Bronze", {"a", vermeil::Comparison::below, 0.5}, "too low", {}}};
    CHECK(small::trace(capped, {small::of(2, 10)}).limiters.at(0).firing == vermeil::Firing::yes);
    CHECK(small::trace(capped, {small::of(9, 10)}).limiters.at(0).firing == vermeil::Firing::no);
    CHECK(small::trace(capped, {small::of(2, 9)}).limiters.at(0).firing == vermeil::Firing::unknown);
}
