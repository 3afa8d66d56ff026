// SPDX-License-Identifier: MIT
// A prompt is what to do and when.

#include "catch.hpp"

#include <vermeil/framework/prompt.hpp>

TEST_CASE("a prompt keeps what to do, its condition, its reason and its place") {
    const vermeil::Prompt prompt{
        "visit", {"deaths", vermeil::Comparison::at_least, 1}, "a death is under review", {"x", 7, 1}};
    CHECK(prompt.ask == "visit");
    CHECK_FALSE(is_always(prompt.when));
    CHECK(prompt.place.line == 7);
}
