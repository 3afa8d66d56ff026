// SPDX-License-Identifier: MIT
// The walk as a table.

#include "catch.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_panel.hpp>

#include <vector>

using vermeil::BacktestPanel;
using vermeil::BacktestRule;

TEST_CASE("rows stand by day and service, with a key for each rule") {
    const auto panel = small_panel::panel({{1, 2}, {3, 4}});
    CHECK(panel.rows().size() == 4);
    CHECK(panel.day_of(panel.rows()[2]) == vermeil::Date(2024, 2, 29));
    CHECK(panel.keys(0) == std::vector<double>{1, 2, 3, 4});
    CHECK(panel.rows()[3].level == 0);
}

TEST_CASE("a panel refuses rows that do not fit") {
    BacktestPanel panel({"A", "B"}, small_panel::months(2), {"Red"});
    panel.add({0, 1});
    CHECK_THROWS_WITH(panel.add({0, 1}),
                      "the panel has 'A' on 2024-02-29 twice, or out of the order of days and services");
    CHECK_THROWS_WITH(panel.add({1, 0}),
                      "the panel has 'B' on 2024-01-31 twice, or out of the order of days and services");
    CHECK_THROWS_WITH(panel.add({2, 1}),
                      "a row of the panel is about a service, day or level that it does not have");
    CHECK_THROWS(panel.add({1, 2}));
    CHECK_THROWS(panel.add({1, 1, 1}));
    CHECK_THROWS_WITH(panel.add(BacktestRule{"x", "X"}, {1, 2}), "the rule 'x' has 2 keys for 1 rows");
}
