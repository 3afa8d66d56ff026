// SPDX-License-Identifier: MIT
// Quarters: two writings of one value, their days, and steps from one to the next.

#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/core/quarter.hpp>

#include <span>
#include <string>
#include <string_view>

using vermeil::Quarter;
using vermeil::YearKind;

TEST_CASE("both writings of a quarter are one value with the same days") {
    const auto table = csv::file("tests/data/quarters.csv");
    const auto cell = [&](std::string_view column, std::size_t row) {
        return std::string((*table.find(column)->as<std::span<const std::string_view>>())[row]);
    };
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto quarter = vermeil::parse_quarter(cell("financial", row));
        CHECK(quarter == vermeil::parse_quarter(cell("calendar", row)));
        CHECK(to_string(quarter) == cell("financial", row));
        CHECK(to_string(quarter, YearKind::calendar) == cell("calendar", row));
        CHECK(vermeil::to_string(quarter.first_day()) == cell("first_day", row));
        CHECK(vermeil::to_string(quarter.last_day()) == cell("last_day", row));
    }
}

TEST_CASE("what is no quarter is refused with the two writings") {
    const std::string text =
        GENERATE(as<std::string>{}, "", "Q3", "2024 Q5", "2024 Q0", "2024-25", "2024-26 Q1", "2024-24 Q1",
                 "2024/25 Q3", "2024 q3", "2024-25 Q33", "1399 Q4", "2024-2x Q1");
    CAPTURE(text);
    CHECK_FALSE(vermeil::read_quarter(text).has_value());
    CHECK_THROWS_WITH(
        vermeil::parse_quarter(text),
        vermeil::quoted(text) +
            " is not a quarter; write it as 2024-25 Q3 (financial year) or 2024 Q4 (calendar year)");
}

TEST_CASE("a quarter holds its first and last day and not their neighbours") {
    const auto quarter = Quarter::financial(2024, 3);
    const auto one_day = boost::gregorian::days(1);
    CHECK(quarter.contains(quarter.first_day()));
    CHECK(quarter.contains(quarter.last_day()));
    CHECK_FALSE(quarter.contains(quarter.first_day() - one_day));
    CHECK_FALSE(quarter.contains(quarter.last_day() + one_day));
}

TEST_CASE("quarters are counted across years") {
    const auto quarter = Quarter::financial(2024, 4);
    CHECK(quarter + 1 == Quarter::financial(2025, 1));
    CHECK(quarter - 4 == Quarter::financial(2023, 4));
    CHECK(Quarter::calendar(2026, 1) - Quarter::calendar(2024, 3) == 6);
    CHECK(Quarter::calendar(2024, 3) - Quarter::calendar(2026, 1) == -6);
    CHECK(Quarter::calendar(2024, 4) < Quarter::calendar(2025, 1));
}

TEST_CASE("a quarter that does not exist is refused by name") {
    CHECK_THROWS_WITH(Quarter::calendar(2024, 5),
                      "quarter 5 of 2024 does not exist; quarters run from 1 to 4");
    CHECK_THROWS_AS(Quarter::financial(2024, 0), vermeil::Error);
    CHECK_THROWS_AS(Quarter::calendar(1399, 1), vermeil::Error);
    CHECK_THROWS_AS(Quarter::calendar(9999, 1), vermeil::Error);
}

TEST_CASE("the earliest quarter can be written in both ways") {
    CHECK(to_string(vermeil::Quarter::calendar(1400, 1)) == "1399-00 Q4");
    CHECK(to_string(vermeil::Quarter::calendar(1400, 1), vermeil::YearKind::calendar) == "1400 Q1");
}
