// SPDX-License-Identifier: MIT

#include "../catch.hpp"

#include <vermeil/core/misread.hpp>

using vermeil::detail::date_hint;
using vermeil::detail::has_thousands;
using vermeil::detail::number_hint;

TEST_CASE("the day number of a spreadsheet is told with its day") {
    // Spreadsheets show 45000 as 15 March 2023 and 36526 as 1 January 2000.
    CHECK(date_hint("45000") == "; it looks like a spreadsheet's day number, of 2023-03-15");
    CHECK(date_hint("36526.75") == "; it looks like a spreadsheet's day number, of 2000-01-01");
}

TEST_CASE("a time of day beside a day is told") {
    CHECK(date_hint("2024-10-01 09:30") == "; it holds a time of day: write the day alone");
    CHECK(date_hint("2024-10-01T09:30:00") == "; it holds a time of day: write the day alone");
    CHECK(date_hint("2024-13-01 09:30").empty());
}

TEST_CASE("the first and the last day number that are told are those of 1950 and 2099") {
    CHECK(date_hint("18263").empty());
    CHECK(date_hint("18264") == "; it looks like a spreadsheet's day number, of 1950-01-01");
    CHECK(date_hint("73050") == "; it looks like a spreadsheet's day number, of 2099-12-31");
    CHECK(date_hint("73051").empty());
    CHECK(date_hint("20241001").empty());
    CHECK(date_hint("-45000").empty());
    CHECK(date_hint("1/10/2024").empty());
    CHECK(date_hint("").empty());
}

TEST_CASE("what a failed calculation leaves is told as such") {
    for (const auto* const text : {"inf", "-inf", "+inf", "Infinity", "nan", "NaN", "-nan"}) {
        CHECK(number_hint(text).starts_with("; infinity and 'nan' are results of a failed calculation"));
    }
    CHECK(number_hint("12 hours").empty());
    CHECK(number_hint("info").empty());
    CHECK(number_hint("").empty());
}

TEST_CASE("commas between thousands are told") {
    CHECK(number_hint("1,234.5") == "; write it without commas");
    CHECK(has_thousands("12,345,678"));
    CHECK_FALSE(has_thousands("1,23"));
    CHECK_FALSE(has_thousands(",123"));
}
