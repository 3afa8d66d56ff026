// SPDX-License-Identifier: MIT
// Exact pounds.

#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/core/money.hpp>

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

using vermeil::Money;

TEST_CASE("money is read exactly and written with its pence") {
    const auto table = csv::file("tests/data/money.csv");
    const auto cell = [&](std::string_view column, std::size_t row) {
        return std::string((*table.find(column)->as<std::span<const std::string_view>>())[row]);
    };
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto money = Money::parse(cell("text", row));
        CHECK(money.ten_thousandths() == std::stoll(cell("ten_thousandths", row)));
        CHECK(to_string(money) == cell("written", row));
        CHECK(Money::parse(to_string(money)) == money);
    }
}

TEST_CASE("what is no amount is refused") {
    const std::string text = GENERATE(as<std::string>{}, "", "-", ".", "5.", "£13.50", "13,50", "1,000",
                                      "13.50000", "1e3", " 13.50", "13.50 ", "--2", "1.2.3", "nan");
    CAPTURE(text);
    CHECK_THROWS_WITH(Money::parse(text),
                      vermeil::quoted(text) +
                          " is not an amount in pounds; write it as 13.50, with at most four decimals");
}

TEST_CASE("an amount beyond what fits is refused, not wrapped") {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    CHECK_THROWS_AS(Money::parse("922337203685477.5808"), vermeil::Error);
    CHECK_THROWS_AS(Money::parse("99999999999999999999"), vermeil::Error);
    CHECK_THROWS_AS(Money::pence(most), vermeil::Error);
    CHECK_THROWS_WITH(Money::ten_thousandths(most) + Money::ten_thousandths(1),
                      "a sum of money is too large");
    CHECK_THROWS_AS(Money() - Money::ten_thousandths(std::numeric_limits<std::int64_t>::min()),
                    vermeil::Error);
}

TEST_CASE("ten pence ten times over are exactly one pound") {
    Money sum;
    for (int i = 0; i < 10; ++i) {
        sum = sum + Money::pence(10);
    }
    CHECK(sum == Money::parse("1"));
    CHECK(sum - Money::parse("1") == Money());
}

TEST_CASE("the least amount can be written") {
    CHECK(to_string(Money::ten_thousandths(std::numeric_limits<std::int64_t>::min())) ==
          "-922337203685477.5808");
}

TEST_CASE("amounts compare by their size") {
    CHECK(Money::parse("-0.01") < Money());
    CHECK(Money::parse("13.50") == Money::pence(1350));
}
