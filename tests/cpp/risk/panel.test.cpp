// SPDX-License-Identifier: MIT
// Panels from arrays.

#include "catch.hpp"

#include <vermeil/risk/panel.hpp>

TEST_CASE("arrays become series of one length") {
    const auto panel = vermeil::panel_of_rows({.values = {1, 2, 3, 4}, .n = {5, 6, 7, 8}}, 2);
    CHECK(panel.size() == 2);
    CHECK(panel.series(1).value[0] == 3);
    CHECK(panel.series(1).n[1] == 8);
    CHECK(panel.series(1).has.empty());
    CHECK(panel.period(1, 1) == 1);
}

TEST_CASE("arrays that do not fit are refused") {
    CHECK_THROWS_WITH(vermeil::panel_of_rows({.values = {1, 2, 3}}, 2),
                      Catch::Contains("series of one length"));
    CHECK_THROWS_WITH(vermeil::panel_of_rows({.values = {1, 2}, .n = {1}}, 2),
                      Catch::Contains("as long as each other"));
    CHECK_THROWS(vermeil::panel_of_rows({.values = {1}}, 0));
    CHECK(vermeil::panel_of_rows({}, 3).size() == 0);
}
