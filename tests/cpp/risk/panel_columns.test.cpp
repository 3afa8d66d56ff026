// SPDX-License-Identifier: MIT
// What a panel's columns are called unless said.

#include "catch.hpp"

#include <vermeil/risk/panel_columns.hpp>

TEST_CASE("a panel has a series, a month and a value, and no base unless it is named") {
    const vermeil::PanelColumns columns;
    CHECK(columns.series == "series");
    CHECK(columns.every == vermeil::Every::month);
    CHECK(columns.n.empty());
}
