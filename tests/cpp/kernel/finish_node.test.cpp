// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/finish_node.hpp>

#include <vector>

using namespace vermeil;

namespace {

/// Three shares in one group, of which two must be there; its score earns 1, 3 or 5 points.
Rules needing_two() {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1), small::share("c", 1)});
    Group group{"g", "", "", Aggregate::mean, 1.0, {}};
    group.presence.least_members = 2;
    group.scale = StepScale{{{50, 3}, {80, 5}}, 1};
    rules.groups = {group};
    for (auto& indicator : rules.indicators) {
        indicator.within = "g";
    }
    rules.bands[0].cut = 5;
    rules.bands[1].cut = 3;
    rules.least_coverage = 0;
    return rules;
}

const Cell gone = small::absent(State::unknown);

} // namespace

TEST_CASE("a group's scale turns its score into points, at both ends") {
    const auto rules = needing_two();
    CHECK(small::band(rules, {small::present(0.9), small::present(0.8), small::present(0.7)}) == "Gold");
    const auto open = small::outcome(rules, {small::present(0.9), small::present(0.9), gone});
    CHECK(open.lowest_score == 3);
    CHECK(open.highest_score == 5);
}

TEST_CASE("a group without the members it needs is too few, by that state's policy") {
    auto rules = needing_two();
    const std::vector<Cell> one{small::present(0.9), gone, gone};
    auto outcome = small::outcome(rules, one);
    CHECK(outcome.lowest_score == 1);
    CHECK(outcome.highest_score == 5);
    CHECK(outcome.coverage == 0);
    rules.missing.of(State::too_few).policy = Policy::leave_out;
    outcome = small::outcome(rules, one);
    CHECK(outcome.reason == Reason::nothing_applicable);
    rules.missing.of(State::too_few).policy = Policy::renormalise;
    outcome = small::outcome(rules, one);
    CHECK(outcome.highest_score == 0);
    CHECK(outcome.band == no_band);
}

TEST_CASE("a group needs the members that are named") {
    auto rules = needing_two();
    rules.groups[0].presence = {0, {"c"}};
    const std::vector<Cell> without{small::present(0.9), small::present(0.9), gone};
    CHECK(small::outcome(rules, without).coverage == 0);
    const std::vector<Cell> with{gone, small::present(0.9), small::present(0.9)};
    CHECK(small::outcome(rules, with).coverage > 0.5);
}

TEST_CASE("the whole is not rated without the members it needs") {
    auto rules = small::three_measures();
    rules.least_coverage = 0;
    rules.presence.required = {"safe"};
    const auto outcome = small::outcome(rules, {small::of(10, 10), small::of(10, 10), gone});
    CHECK(outcome.reason == Reason::members);
    CHECK(outcome.band == no_band);
    CHECK(small::band(rules, {small::of(10, 10), small::of(10, 10), small::of(10, 10)}) == "Gold");
}

TEST_CASE("a geometric mean is the root of the product, and one nothing makes all nothing") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 3)});
    rules.aggregate = Aggregate::geometric;
    // (16 * 81^3)^(1/4) = 2 * 27 = 54
    CHECK(small::outcome(rules, {small::present(0.16), small::present(0.81)}).lowest_score == 54);
    CHECK(small::outcome(rules, {small::present(0), small::present(0.81)}).lowest_score == 0);
    const auto open = small::outcome(rules, {small::present(1), gone});
    CHECK(open.lowest_score == 0);
    CHECK(open.highest_score == 100);
}
