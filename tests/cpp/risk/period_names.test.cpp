// SPDX-License-Identifier: MIT
// The names of periods.

#include "catch.hpp"

#include <vermeil/risk/period_names.hpp>

using vermeil::detail::PeriodNames;

TEST_CASE("periods that several series share have one name, and those far apart take no room between them") {
    vermeil::Panel panel;
    panel.every = vermeil::Every::number;
    panel.names = {"A", "B", "C"};
    panel.begins = {0, 3, 5, 7};
    panel.periods = {10, 11, 1'000'000'000'000};
    const PeriodNames names(panel);
    CHECK(names.names().size() == 5);
    CHECK(names.names()[names.place(10)] == "10");
    CHECK(names.place(12) == names.place(11) + 1);
    CHECK(names.names()[names.place(1'000'000'000'001)] == "1000000000001");
}

TEST_CASE("a panel of nothing has no periods") { CHECK(PeriodNames(vermeil::Panel()).names().empty()); }
