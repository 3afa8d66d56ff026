// SPDX-License-Identifier: MIT
// Numbers as they are published: what is read, and what is none.

#include "catch.hpp"

#include <vermeil/core/written_number.hpp>

#include <string>

namespace {

double value(const std::string& text) { return vermeil::written_number(text).value().value; }

} // namespace

TEST_CASE("numbers are read with separators of thousands and without") {
    CHECK(value("74") == 74);
    CHECK(value(" 0.95 ") == 0.95);
    CHECK(value("1,234") == 1234);
    CHECK(value("12,345,678.5") == 12345678.5);
    CHECK(value("-1,234.25") == -1234.25);
    CHECK(value("1e3") == 1000);
}

TEST_CASE("a percent sign is told apart from the number") {
    CHECK(vermeil::written_number("61.9%")->percent);
    CHECK(vermeil::written_number("61.9 %")->value == 61.9);
    CHECK_FALSE(vermeil::written_number("61.9")->percent);
}

TEST_CASE("what is no number is none") {
    for (const std::string text :
         {"",      "%",       "-",           "N/A",   "*",   "0,95", "1,50", "1,2345", ",123",     "1,234,5",
          "12,34", "1.5,000", "1,234e5,678", "1 500", "£15", "nan",  "inf",  "0x10",   "1234,567", "--1"}) {
        INFO(text);
        CHECK_FALSE(vermeil::written_number(text));
    }
}
