// SPDX-License-Identifier: MIT
// Rules of charts that lie outside their range.

#include "catch.hpp"

#include <vermeil/risk/chart_rules.hpp>

#include <limits>

TEST_CASE("the rules of a chart as they come are fair") { CHECK_NOTHROW(vermeil::ChartRules{}.check()); }

TEST_CASE("a rate per nothing is refused") {
    vermeil::ChartRules rules;
    rules.per = 0;
    CHECK_THROWS_WITH(rules.check(), Catch::Contains("per a number above 0"));
}

TEST_CASE("a shift of one point is refused") {
    vermeil::ChartRules rules;
    rules.run_length = 1;
    CHECK_THROWS_WITH(rules.check(), "a shift takes 2 points or more and a trend 3 or more, not 1 and 7");
}

TEST_CASE("a target that is no number is refused") {
    vermeil::ChartRules rules;
    rules.target = std::numeric_limits<double>::infinity();
    CHECK_THROWS_WITH(rules.check(), "a target is a finite number");
}
