// SPDX-License-Identifier: MIT
// Budgets that lie outside their range.

#include "catch.hpp"

#include <vermeil/risk/alert_rules.hpp>

TEST_CASE("a budget as it comes is fair") { CHECK_NOTHROW(vermeil::AlertRules{}.check()); }

TEST_CASE("a budget without visits, baseline or draws is refused") {
    const auto refused = [](auto change, const char* message) {
        vermeil::AlertRules rules;
        change(rules);
        CHECK_THROWS_WITH(rules.check(), Catch::Contains(message));
    };
    refused([](auto& rules) { rules.visits = 0; }, "a number of visits above 0");
    refused([](auto& rules) { rules.baseline = 2; }, "a baseline has 3 periods or more");
    refused([](auto& rules) { rules.judged = 0; }, "1 period or more is judged");
    refused([](auto& rules) { rules.weight = 1.5; }, "a weight above 0 and up to 1");
    refused([](auto& rules) { rules.draws = 99; }, "100 draws or more, not 99");
}
