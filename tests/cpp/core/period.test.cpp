// SPDX-License-Identifier: MIT
// Stretches of days.

#include "catch.hpp"

#include <vermeil/core/period.hpp>

using vermeil::parse_date;
using vermeil::Period;

namespace {

Period between(const char* first, const char* last) { return Period(parse_date(first), parse_date(last)); }

} // namespace

TEST_CASE("a period holds both its ends") {
    const auto period = between("2024-04-01", "2024-06-30");
    CHECK(period.contains(parse_date("2024-04-01")));
    CHECK(period.contains(parse_date("2024-06-30")));
    CHECK_FALSE(period.contains(parse_date("2024-03-31")));
    CHECK_FALSE(period.contains(parse_date("2024-07-01")));
}

TEST_CASE("a period without an end goes on") {
    const Period period(parse_date("2024-04-01"));
    CHECK_FALSE(period.last().has_value());
    CHECK(period.contains(parse_date("9999-12-31")));
    CHECK_FALSE(period.contains(parse_date("2024-03-31")));
}

TEST_CASE("a period may last one day and not less") {
    CHECK(between("2024-04-01", "2024-04-01").contains(parse_date("2024-04-01")));
    CHECK_THROWS_WITH(between("2024-04-02", "2024-04-01"),
                      "a period cannot end on 2024-04-01, before it begins on 2024-04-02");
}

TEST_CASE("periods that share a single day overlap, neighbours do not") {
    const auto april = between("2024-04-01", "2024-04-30");
    CHECK(april.overlaps(between("2024-04-30", "2024-05-31")));
    CHECK(between("2024-04-30", "2024-05-31").overlaps(april));
    CHECK_FALSE(april.overlaps(between("2024-05-01", "2024-05-31")));
    CHECK_FALSE(between("2024-05-01", "2024-05-31").overlaps(april));
    CHECK(april.overlaps(Period(parse_date("2020-01-01"))));
    CHECK(Period(parse_date("2020-01-01")).overlaps(april));
    CHECK_FALSE(april.overlaps(Period(parse_date("2024-05-01"))));
}

TEST_CASE("a quarter is the period of its days") {
    CHECK(Period(vermeil::parse_quarter("2024-25 Q1")) == between("2024-04-01", "2024-06-30"));
}
