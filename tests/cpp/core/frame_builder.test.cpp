// SPDX-License-Identifier: MIT
// Columns that own their memory, and rejects as a table.

#include "catch.hpp"

#include <vermeil/core/frame_builder.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string word(const vermeil::Frame& frame, std::string_view column, std::size_t row) {
    return std::string((*frame.find(column)->as<std::span<const std::string_view>>())[row]);
}

} // namespace

TEST_CASE("a nullable column marks the rows without a value, beyond eight of them too") {
    const auto column = vermeil::nullable_column("score", std::vector<double>(20, 1.5),
                                                 [](std::size_t row) { return row % 3 != 0; });
    REQUIRE(column.size() == 20);
    for (std::size_t row = 0; row < 20; ++row) {
        CHECK(column.has(row) == (row % 3 != 0));
    }
}

TEST_CASE("a column of words keeps what it looks at alive") {
    auto words = std::make_shared<std::vector<std::string>>(2, "Gold");
    const auto column = vermeil::word_column("band", {(*words)[0], (*words)[1]}, words);
    const std::weak_ptr<std::vector<std::string>> watched = words;
    words.reset();
    REQUIRE_FALSE(watched.expired());
    CHECK((*column.as<std::span<const std::string_view>>())[1] == "Gold");
}

TEST_CASE("a column of days is null where no day is known, and keeps its numbers alive") {
    auto days = std::make_shared<std::vector<std::int32_t>>(std::vector{20000, vermeil::no_day, 0});
    const auto column = vermeil::day_column("day", *days, days);
    const std::weak_ptr<std::vector<std::int32_t>> watched = days;
    days.reset();
    REQUIRE_FALSE(watched.expired());
    CHECK(column.name == "day");
    CHECK(column.has(0));
    CHECK_FALSE(column.has(1));
    CHECK(column.has(2));
    CHECK(column.as<vermeil::Days>()->values[0] == 20000);
}

TEST_CASE("rejects as a table mask what names a person unless asked for") {
    const vermeil::Rejects rejects{{"sheets.csv", 7, "sheet", "A. Person", "stands twice", false, true},
                                   {"counts.csv", 3, "count", "12", "more than the base, 10", true, false}};
    const auto masked = vermeil::frame_of(rejects);
    CHECK(word(masked, "value", 0) == "(masked)");
    CHECK(word(masked, "value", 1) == "12");
    CHECK(word(masked, "outcome", 0) == "left out");
    CHECK(word(masked, "outcome", 1) == "kept");
    CHECK(word(vermeil::frame_of(rejects, true), "value", 0) == "A. Person");
}
