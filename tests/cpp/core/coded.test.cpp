// SPDX-License-Identifier: MIT
// Words by their places.

#include "catch.hpp"

#include <vermeil/core/coded.hpp>

#include <array>

TEST_CASE("a row has the word of its place") {
    const std::array<std::string_view, 2> words{"a", "b"};
    const std::array<std::uint32_t, 3> places{1, 0, 1};
    const vermeil::Coded coded{places, words};
    CHECK(coded.size() == 3);
    CHECK(coded[0] == "b");
    CHECK(coded[1] == "a");
}
