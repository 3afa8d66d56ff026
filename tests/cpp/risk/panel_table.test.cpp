// SPDX-License-Identifier: MIT
// The columns of a panel's table.

#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/risk/panel_table.hpp>

using vermeil::ChartKind;
using vermeil::detail::panel_table;
using vermeil::detail::PanelNote;

TEST_CASE("columns are found by their names, and one without a name is none") {
    const auto frame = csv::table("made up", "who,when,value\nA,2024-01,1\n");
    const auto table = panel_table(frame, {.series = "who", .period = "when"}, ChartKind::xmr);
    CHECK(table.series == &frame.columns()[0]);
    CHECK(table.period == &frame.columns()[1]);
    CHECK(table.n == nullptr);
    CHECK_THROWS_WITH(panel_table(frame, {.series = "who", .period = ""}, ChartKind::xmr),
                      "made up: a panel needs a column of periods");
}

TEST_CASE("what is told comes in the order of rows, and what hangs on the order of a series after it") {
    const PanelNote late{true, 0, 1, 9, {}};
    const PanelNote later{true, 1, 0, 2, {}};
    const PanelNote plain{false, 7, 7, 10, {}};
    CHECK(plain < late);
    CHECK(late < later);
    CHECK_FALSE(later < plain);
}
