// SPDX-License-Identifier: MIT
// Whether a fact weighs less as it grows older.

#include "catch.hpp"

#include <vermeil/measure/decay.hpp>

using namespace vermeil;

TEST_CASE("a half-life and steps decay, and what has neither does not") {
    CHECK_FALSE(decays(NoDecay{}));
    CHECK(decays(HalfLife{90}));
    CHECK(decays(AgeSteps{{{90, 0.5}}}));
}
