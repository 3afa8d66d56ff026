// SPDX-License-Identifier: MIT
// Numbers and lists as people read them.

#include "catch.hpp"

#include <vermeil/core/wording.hpp>

#include <limits>

TEST_CASE("a number is written with its decimals") {
    CHECK(vermeil::with_decimals(74, 1) == "74.0");
    CHECK(vermeil::with_decimals(-0.06, 1) == "-0.1");
    CHECK(vermeil::with_decimals(-0.04, 1) == "0.0");
    CHECK(vermeil::with_decimals(61.904761904761905, 0) == "62");
}

TEST_CASE("the longest number fits") {
    CHECK(vermeil::with_decimals(-std::numeric_limits<double>::max(), 2).size() == 1 + 309 + 3);
}

TEST_CASE("a share is written as a percentage") {
    CHECK(vermeil::as_percent(144.0 / 147) == "98.0 %");
    CHECK(vermeil::as_percent(78.0 / 143) == "54.5 %");
    CHECK(vermeil::as_percent(1) == "100.0 %");
}

TEST_CASE("words are compared without capitals, outer blanks and blanks beyond the first") {
    CHECK(vermeil::folded("  Requires \t IMPROVEMENT\r\n") == "requires improvement");
    CHECK(vermeil::folded("\xC2\xA0Very\xC2\xA0\xC2\xA0good\xC2\xA0") == "very good");
    CHECK(vermeil::folded("\xC3\x84pfel") == "\xC3\x84pfel");
    CHECK(vermeil::folded(" ").empty());
}

TEST_CASE("blanks at the ends of a text fall away, no-break spaces among them, and those within stay") {
    CHECK(vermeil::trimmed(" \tS1\r\n") == "S1");
    CHECK(vermeil::trimmed("\xC2\xA0 S\xC2\xA0 1 \xC2\xA0\xC2\xA0") == "S\xC2\xA0 1");
    CHECK(vermeil::trimmed("\xC3\x84p\xC3\xA0") == "\xC3\x84p\xC3\xA0"); // ends with the byte A0
    CHECK(vermeil::trimmed(" \xC2\xA0").empty());
    CHECK(vermeil::trimmed("").empty());
}

TEST_CASE("words are joined as in a sentence") {
    CHECK(vermeil::joined({}).empty());
    CHECK(vermeil::joined({"a"}) == "a");
    CHECK(vermeil::joined({"a", "b"}) == "a or b");
    CHECK(vermeil::joined({"a", "b", "c"}, " and ") == "a, b and c");
}
