// SPDX-License-Identifier: MIT
// Messages: places, quotes and lists of what is allowed.

#include "catch.hpp"

#include <vermeil/core/error.hpp>

#include <array>
#include <string>
#include <vector>

TEST_CASE("a definition error begins with its place") {
    const vermeil::DefinitionError error({"home_care.toml", 12, 8}, "no band is named 'Platinum'");
    CHECK(std::string(error.what()) == "home_care.toml:12:8: no band is named 'Platinum'");
    CHECK(error.place().file == "home_care.toml");
    CHECK(error.place().line == 12);
    CHECK(error.place().column == 8);
}

TEST_CASE("a definition error without a file is its message alone") {
    CHECK(std::string(vermeil::DefinitionError({}, "the weight is 0").what()) == "the weight is 0");
}

TEST_CASE("a place without a line is its file alone") {
    CHECK(to_string(vermeil::Place{"a.toml", 0, 0}) == "a.toml");
}

TEST_CASE("a definition error is an error") {
    CHECK_THROWS_AS(throw vermeil::DefinitionError({}, "x"), vermeil::Error);
}

TEST_CASE("a value of 60 bytes is quoted whole, a longer one is cut") {
    const std::string sixty(60, 'x');
    CHECK(vermeil::quoted(sixty) == "'" + sixty + "'");
    CHECK(vermeil::quoted(sixty + "y") == "'" + sixty + "...'");
    CHECK(vermeil::quoted("") == "''");
}

TEST_CASE("allowed words are listed with 'or' before the last") {
    CHECK(vermeil::one_of(std::vector<std::string>{}) == "nothing");
    CHECK(vermeil::one_of(std::vector<std::string>{"Gold"}) == "'Gold'");
    CHECK(vermeil::one_of(std::array<const char*, 2>{"Gold", "Silver"}) == "'Gold' or 'Silver'");
    CHECK(vermeil::one_of(std::array<const char*, 3>{"Gold", "Silver", "Bronze"}) ==
          "'Gold', 'Silver' or 'Bronze'");
}

TEST_CASE("a long value is not cut inside a character") {
    const auto shortened = vermeil::quoted(std::string(59, 'a') + "éé");
    CHECK(shortened == "'" + std::string(59, 'a') + "...'");
}
