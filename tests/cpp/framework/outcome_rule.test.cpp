// SPDX-License-Identifier: MIT
// An outcome is what it says, wherever it stands.

#include "catch.hpp"

#include <vermeil/framework/outcome_rule.hpp>

TEST_CASE("two outcomes are one where they say the same, wherever they stand") {
    vermeil::OutcomeRule one, other;
    one.rating = other.rating = "cqc";
    one.position = other.position = 4;
    other.place.line = 9;
    CHECK(one == other);
    other.position = 3;
    CHECK_FALSE(one == other);
    vermeil::OutcomeRule closes;
    closes.closure = true;
    CHECK_FALSE(closes == vermeil::OutcomeRule());
}
