// SPDX-License-Identifier: MIT
// Counts and spreads as nodes of the tree, through the library's front door.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/gatherer.hpp>

#include <vector>

using namespace vermeil;
using small::absent;
using small::present;

namespace {

/// Three shares under one aggregate.
Rules three(Aggregate aggregate) {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1), small::share("c", 1)});
    rules.aggregate = aggregate;
    rules.where = {Comparison::at_least, 0.8};
    rules.least_coverage = 0;
    return rules;
}

std::vector<double> scores(const Rules& rules, const std::vector<Cell>& cells) {
    const auto made = small::outcome(rules, cells);
    return {made.lowest_score, made.highest_score};
}

using Ends = std::vector<double>;

} // namespace

TEST_CASE("a count is how many members pass, at the least and at the most") {
    const auto rules = three(Aggregate::count);
    CHECK(scores(rules, {present(0.8), present(0.79), present(1)}) == Ends{2, 2});
    CHECK(scores(rules, {present(0.8), absent(State::unknown), present(0)}) == Ends{1, 2});
    CHECK(scores(rules, {present(0.8), absent(State::not_applicable), present(0)}) == Ends{1, 1});
    CHECK(small::outcome(rules, {3, absent(State::not_applicable)}).reason == Reason::nothing_applicable);
}

TEST_CASE("a spread is the most points less the fewest, of members that count") {
    auto rules = three(Aggregate::spread);
    CHECK(scores(rules, {present(0.5), present(0.75), present(0.25)}) == Ends{50, 50});
    CHECK(scores(rules, {present(0.5), present(0.75), absent(State::unknown)}) == Ends{25, 75});
    CHECK(scores(rules, {present(0.5), present(0.75), absent(State::not_applicable)}) == Ends{25, 25});
    rules.missing.of(State::unknown).policy = Policy::renormalise;
    CHECK(scores(rules, {present(0.5), present(0.75), absent(State::unknown)}) == Ends{25, 25});
}

TEST_CASE("groups are members of a count by their score or their band, and of a spread by their score") {
    auto rules = three(Aggregate::spread);
    rules.groups = {{"g", "", "", Aggregate::mean, {}, {}}};
    rules.groups[0].bands = {{"Good", 70.0, Tie::in, {}}, {"Poor", {}, Tie::in, {}}};
    rules.indicators[0].within = "g";
    rules.indicators[1].within = "g";
    CHECK(scores(rules, {present(0.5), present(0.75), present(0.25)}) == Ends{37.5, 37.5});
    rules.aggregate = Aggregate::count;
    rules.where = {Comparison::below, 70};
    CHECK(scores(rules, {present(0.5), present(0.75), present(0.25)}) == Ends{2, 2});
    rules.where = {Comparison::is, 1, Aspect::band}; // a measure passes by its value
    CHECK(scores(rules, {present(0.9), present(0.75), present(1)}) == Ends{2, 2});
    CHECK(scores(rules, {present(0.9), absent(State::unknown), present(1)}) == Ends{1, 2});
}
