// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/measure.hpp>

#include <variant>

using namespace vermeil;

TEST_CASE("a measure of which nothing is said is given ready, live, owed by the council, of one quarter") {
    const Measure measure;
    CHECK(std::holds_alternative<Given>(measure.value));
    CHECK(measure.live);
    CHECK(measure.owed_by == Owner::council);
    CHECK(measure.quarters == 1);
    CHECK(measure.least_n == 0);
    CHECK_FALSE(measure.reporting_sensitive);
}
