// SPDX-License-Identifier: MIT
// Columns and tables: what they hold, and what they refuse.

#include "catch.hpp"

#include <vermeil/core/frame.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

using vermeil::Column;
using vermeil::Frame;

TEST_CASE("a column owns its numbers beyond the life of what made it") {
    Column copy;
    {
        const auto column = vermeil::number_column<double>("score", {80, 65});
        copy = column;
    }
    REQUIRE(copy.size() == 2);
    CHECK((*copy.as<std::span<const double>>())[1] == 65);
    CHECK(copy.as<std::span<const std::int64_t>>() == nullptr);
}

TEST_CASE("a column of words owns them") {
    const auto column =
        vermeil::text_column("answer", {"agree", "a word too long for a small string to hold"});
    CHECK((*column.as<std::span<const std::string_view>>())[1] ==
          "a word too long for a small string to hold");
}

TEST_CASE("passing a column on copies no number") {
    const auto column = vermeil::number_column<double>("score", {80, 65});
    const Column copy = column; // NOLINT: the copy is the point
    CHECK(copy.as<std::span<const double>>()->data() == column.as<std::span<const double>>()->data());
}

TEST_CASE("without marks every row holds a value") {
    CHECK(vermeil::number_column<std::int64_t>("n", {1, 2}).has(1));
}

TEST_CASE("the marks are read bit by bit from where they begin") {
    const std::array<std::uint8_t, 2> marks{0b0100'1000, 0b0000'0001};
    auto column = vermeil::number_column<std::int64_t>("n", {1, 2, 3, 4, 5, 6});
    column.valid = marks.data();
    column.valid_offset = 3;
    const std::vector<bool> expected{true, false, false, true, false, true};
    for (std::size_t row = 0; row < expected.size(); ++row) {
        CHECK(column.has(row) == expected[row]);
    }
}

TEST_CASE("a table finds its columns and numbers its rows as the source does") {
    const Frame frame("a.csv", {vermeil::number_column<double>("score", {80, 65})});
    CHECK(frame.rows() == 2);
    CHECK(frame.row_number(1) == 3);
    CHECK(frame.find("score")->size() == 2);
    CHECK(frame.find("Score") == nullptr);
    CHECK(Frame("frame", {}, 0).row_number(1) == 1);
}

TEST_CASE("a table without columns has no rows") { CHECK(Frame("empty.csv", {}).rows() == 0); }

TEST_CASE("columns of unequal length are refused with both lengths") {
    CHECK_THROWS_WITH(
        Frame("a.csv", {vermeil::number_column<double>("x", {1, 2}), vermeil::text_column("y", {"z"})}),
        "a.csv: column 'y' has 1 rows and column 'x' has 2");
}

TEST_CASE("two columns of one name are refused") {
    CHECK_THROWS_WITH(Frame("a.csv", {vermeil::text_column("x", {"1"}), vermeil::text_column("x", {"2"})}),
                      "a.csv: two columns are named 'x'");
}

TEST_CASE("a table knows what its source shows in a cell, where that is something else") {
    const Frame frame("a.csv", {vermeil::text_column("x", {"1", "2"})});
    CHECK(frame.find_shown("x", 0) == nullptr);
    auto texts = vermeil::text_column("x", {"one", ""});
    const std::array<std::uint8_t, 1> first{0b01};
    texts.valid = first.data();
    const auto shown = frame.showing(Frame("", {texts}));
    REQUIRE(shown.find_shown("x", 0) != nullptr);
    CHECK(shown.find_shown("x", 0)->as<std::span<const std::string_view>>()->front() == "one");
    CHECK(shown.find_shown("x", 1) == nullptr);
    CHECK(shown.find_shown("y", 0) == nullptr);
    CHECK(shown.columns().size() == 1);
    CHECK_THROWS_WITH(frame.showing(Frame("", {vermeil::text_column("x", {"one"})})),
                      "a.csv: its source shows 1 rows of 2");
}
