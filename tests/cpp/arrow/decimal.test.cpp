// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/arrow/decimal.hpp>
#include <vermeil/core/money.hpp>

#include <array>
#include <cstdint>
#include <string>

namespace {
std::string narrow(std::int64_t value, int scale) { return vermeil::detail::decimal_text(&value, 8, scale); }

std::string wide(std::uint64_t low, std::uint64_t high, int scale) {
    const std::array<std::uint64_t, 2> halves{low, high};
    return vermeil::detail::decimal_text(halves.data(), 16, scale);
}
} // namespace

TEST_CASE("decimals are written exactly and without needless zeros") {
    CHECK(narrow(1350, 2) == "13.5");
    CHECK(narrow(-1350, 2) == "-13.5");
    CHECK(narrow(1300, 2) == "13");
    CHECK(narrow(5, 4) == "0.0005");
    CHECK(narrow(-5, 1) == "-0.5");
    CHECK(narrow(0, 3) == "0");
    CHECK(narrow(100, 0) == "100");
    CHECK(narrow(12, -3) == "12000");
    CHECK(narrow(0, -3) == "0");
    CHECK(narrow(1000000001, 9) == "1.000000001");
}

TEST_CASE("decimals of 32 and 256 bits are read like the others") {
    const std::int32_t small = -2'147'483'647 - 1;
    CHECK(vermeil::detail::decimal_text(&small, 4, 2) == "-21474836.48");
    const std::array<std::uint64_t, 4> minus_one{~0ULL, ~0ULL, ~0ULL, ~0ULL};
    CHECK(vermeil::detail::decimal_text(minus_one.data(), 32, 1) == "-0.1");
    const std::array<std::uint64_t, 4> huge{0, 0, 0, 1}; // 2^192
    CHECK(vermeil::detail::decimal_text(huge.data(), 32, 0) ==
          "6277101735386680763835789423207666416102355444464034512896");
}

TEST_CASE("decimals of 38 digits keep every digit") {
    // 10^38 - 1 and its negative, the largest that 128 bits are meant to hold
    CHECK(wide(0x098a223fffffffff, 0x4b3b4ca85a86c47a, 0) == std::string(38, '9'));
    CHECK(wide(0xf675ddc000000001, 0xb4c4b357a5793b85, 38) == "-0." + std::string(38, '9'));
    CHECK(wide(0, 1, 0) == "18446744073709551616");
}

TEST_CASE("an amount that comes in as a decimal of six places is read as money") {
    CHECK(vermeil::Money::parse(narrow(13'500'000, 6)) == vermeil::Money::parse("13.50"));
}
