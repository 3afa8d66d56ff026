// SPDX-License-Identifier: MIT
// Periods as they are written.

#include "catch.hpp"

#include <vermeil/risk/panel_period.hpp>

using vermeil::Every;
using vermeil::read_period;

TEST_CASE("months follow each other over the turn of a year") {
    CHECK(*read_period("2024-12", Every::month) + 1 == *read_period("2025-01-31", Every::month));
    CHECK(vermeil::period_text(*read_period("2025-01-31", Every::month), Every::month) == "2025-01");
}

TEST_CASE("quarters are read in both writings and as days") {
    CHECK(read_period("2024-25 Q3", Every::quarter) == read_period("2024 Q4", Every::quarter));
    CHECK(read_period("2024-11-05", Every::quarter) == read_period("2024 Q4", Every::quarter));
    CHECK(vermeil::period_text(*read_period("2024 Q4", Every::quarter), Every::quarter) == "2024-25 Q3");
}

TEST_CASE("what is no period is nothing") {
    CHECK_FALSE(read_period("soon", Every::month));
    CHECK_FALSE(read_period("2024-13", Every::month));
    CHECK_FALSE(read_period("", Every::number));
    CHECK_FALSE(read_period("1.5", Every::number));
    CHECK(read_period("-3", Every::number) == -3);
    CHECK(vermeil::period_text(-3, Every::number) == "-3");
}
