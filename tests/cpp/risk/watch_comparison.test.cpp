// SPDX-License-Identifier: MIT
// Why, in words.

#include "catch.hpp"

#include <vermeil/risk/watch_comparison.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

WatchComparison compared(bool by_keys) {
    WatchComparison why{"S1", "S2", 30, 20, {}, by_keys};
    why.reasons = {{"people", "9", "9", 10, 10, false}, {"hours", "80", "40", 20, 10, true}};
    return why;
}

} // namespace

TEST_CASE("under points the points are told, under keys the key that decided") {
    CHECK(compared(false).lines().front() == "S1 stands above S2: 30.0 points, 20.0");
    const auto lines = compared(true).lines();
    CHECK(lines.front() == "S1 stands above S2: hours decides, what comes before it is equal");
    CHECK(lines.back() == "hours: 80 and 40; 20.0 and 10.0 points, which decided");
    auto first = compared(true);
    first.reasons.erase(first.reasons.begin());
    CHECK(first.lines().front() == "S1 stands above S2: hours comes first");
    first.reasons.front().decided = false;
    CHECK(first.lines().front() ==
          "S1 stands above S2: all keys are equal; equals stand in the order of ids");
}

TEST_CASE("the line says how many can be visited, what is just below it, and why") {
    const WatchLine line{12, 40, compared(true)};
    CHECK(line.lines().size() == 4);
    CHECK(line.lines().front() ==
          "12 of 40 services can be visited: the line falls below S1, and S2 is the first below it");
}
