// SPDX-License-Identifier: MIT
// Days: their writing and their number.

#include "catch.hpp"

#include <vermeil/core/date.hpp>

#include <cstdint>
#include <string>
#include <utility>

using vermeil::Date;

TEST_CASE("a day is read and written alike") {
    const std::string text =
        GENERATE(as<std::string>{}, "2024-10-01", "2024-02-29", "1400-01-01", "9999-12-31");
    CHECK(vermeil::to_string(vermeil::parse_date(text)) == text);
}

TEST_CASE("what is no day is not read") {
    const std::string text = GENERATE(as<std::string>{}, "", "2024-10-1", "01/10/2024", "2024-13-01",
                                      "2024-00-10", "2023-02-29", "2024-04-31", "2024-01-00", "1399-12-31",
                                      "2024-1--1", "2024-10-01 ", "20x4-10-01", "-024-10-01");
    CAPTURE(text);
    CHECK_FALSE(vermeil::read_date(text).has_value());
    CHECK_THROWS_WITH(vermeil::parse_date(text),
                      vermeil::quoted(text) + " is not a date; write it as 2024-10-01");
}

TEST_CASE("a day's number counts from 1970") {
    const auto [text, number] = GENERATE(table<std::string, std::int32_t>(
        {{"1970-01-01", 0}, {"1969-12-31", -1}, {"2000-03-01", 11017}, {"2024-10-01", 19997}}));
    CHECK(vermeil::day_number(vermeil::parse_date(text)) == number);
    CHECK(vermeil::date_of(number) == vermeil::parse_date(text));
}

TEST_CASE("a number outside the calendar is refused") {
    CHECK(vermeil::to_string(vermeil::date_of(vermeil::day_number(Date(1400, 1, 1)))) == "1400-01-01");
    CHECK(vermeil::to_string(vermeil::date_of(vermeil::day_number(Date(9999, 12, 31)))) == "9999-12-31");
    CHECK_THROWS_WITH(vermeil::date_of(vermeil::day_number(Date(1400, 1, 1)) - 1),
                      "day number -208189 lies outside the years 1400 to 9999");
    CHECK_THROWS_AS(vermeil::date_of(vermeil::day_number(Date(9999, 12, 31)) + 1), vermeil::Error);
    CHECK_THROWS_AS(vermeil::date_of(INT32_MIN), vermeil::Error);
}

TEST_CASE("months go back by the calendar, from the last day of a month to the last of another") {
    CHECK(vermeil::months_before(vermeil::Date(2024, 12, 31), 3) == vermeil::Date(2024, 9, 30));
    CHECK(vermeil::months_before(vermeil::Date(2025, 2, 28), 12) == vermeil::Date(2024, 2, 29));
    CHECK(vermeil::months_before(vermeil::Date(2024, 2, 29), 12) == vermeil::Date(2023, 2, 28));
    CHECK(vermeil::months_before(vermeil::Date(2024, 3, 30), 1) == vermeil::Date(2024, 2, 29));
    CHECK(vermeil::months_before(vermeil::Date(2024, 1, 15), 1) == vermeil::Date(2023, 12, 15));
    CHECK(vermeil::months_before(vermeil::Date(2024, 1, 15), 0) == vermeil::Date(2024, 1, 15));
    CHECK_THROWS_WITH(vermeil::months_before(vermeil::Date(1400, 1, 31), 1),
                      "1 months before 1400-01-31 lies outside the years 1400 to 9999");
}

TEST_CASE("midnight of a day is that day, another time is none") {
    for (const auto* text : {"2024-10-01", "2024-10-01 00:00", "2024-10-01 00:00:00", "2024-10-01T00:00:00",
                             "2024-10-01 00:00:00.000"}) {
        CAPTURE(text);
        CHECK(vermeil::read_day(text) == Date(2024, 10, 1));
    }
    for (const auto* text : {"", "2024-10-01 ", "2024-10-01 00", "2024-10-01 00:00:", "2024-10-01 00:00:0",
                             "2024-10-01 00:00:00.", "2024-10-01x00:00", "2024-10-01 09:30",
                             "2024-10-01 00:00:01", "2024-10-01 00:00:00.5", "2024-13-01 00:00"}) {
        CAPTURE(text);
        CHECK_FALSE(vermeil::read_day(text).has_value());
    }
}
