// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/hours_per_week.hpp>

#include <cstdint>
#include <limits>
#include <string>

using vermeil::HoursPerWeek;

TEST_CASE("hours are read and written exactly") {
    for (const char* text : {"0", "14", "10.5", "2.33", "0.05", "18703", "168"}) {
        CHECK(to_string(HoursPerWeek::parse(text)) == text);
    }
    CHECK(HoursPerWeek::parse("10.50") == HoursPerWeek::parse("10.5"));
    CHECK(HoursPerWeek::parse(".25").hundredths() == 25);
    CHECK(HoursPerWeek::parse("3.").hundredths() == 300);
}

TEST_CASE("what is no number of hours is refused") {
    for (const char* text : {"", ".", "-1", "1.234", "1,5", "1.2.3", "1e3", " 1", "ten", "12345678901234"}) {
        CHECK_THROWS_WITH(
            HoursPerWeek::parse(text),
            "'" + std::string(text) +
                "' is not a number of hours a week; write it as 10.5, with at most two decimals");
    }
    CHECK_THROWS_WITH(HoursPerWeek::hundredths(-1), "hours a week cannot be negative");
}

TEST_CASE("sums of hours are exact and do not wrap round") {
    CHECK(HoursPerWeek::parse("0.1") + HoursPerWeek::parse("0.2") == HoursPerWeek::parse("0.3"));
    const auto most = HoursPerWeek::hundredths(std::numeric_limits<std::int64_t>::max());
    CHECK_THROWS_WITH(most + HoursPerWeek::hundredths(1), "a sum of hours is too large");
}
