// SPDX-License-Identifier: MIT
// The grid of scores: ties are ties, and what lies off the grid by more is not.

#include "catch.hpp"

#include <vermeil/core/snap.hpp>

#include <cmath>
#include <limits>

using vermeil::snapped;

TEST_CASE("a sum that misses its exact value by rounding snaps to it") {
    CHECK(0.1 + 0.2 != 0.3);
    CHECK(snapped(0.1 + 0.2) == snapped(0.3));
    double score = 0;
    for (int i = 0; i < 10; ++i) {
        score += 0.8 * 10;
    }
    CHECK(snapped(score) == 80);
    CHECK(snapped(80 - 1e-12) == 80);
    CHECK(snapped(80 + 1e-12) == 80);
}

TEST_CASE("a score below a cut by a step of the grid stays below it") {
    CHECK(snapped(80 - 1e-9) < 80);
    CHECK(snapped(80 + 1e-9) > 80);
    CHECK(snapped(80 - 0.4e-9) == 80);
    CHECK(snapped(80 - 0.6e-9) < 80);
}

TEST_CASE("snapping twice changes nothing") {
    for (double score = -120; score < 120; score += 0.0137) {
        CHECK(snapped(snapped(score)) == snapped(score));
        CHECK(std::abs(snapped(score) - score) <= 0.5e-9 + 1e-13);
    }
}

TEST_CASE("snapping is odd") {
    for (const double score : {0.0, 0.5, 64.999999999999, 79.9999999995, 100.0}) {
        CHECK(snapped(-score) == -snapped(score));
    }
}

TEST_CASE("values beyond the grid come back as they are") {
    const double huge = std::numeric_limits<double>::max();
    CHECK(snapped(huge) == huge);
    CHECK(snapped(-huge) == -huge);
    CHECK(snapped(2097152.0000000005) == 2097152.0000000005);
    CHECK(snapped(std::numeric_limits<double>::infinity()) == std::numeric_limits<double>::infinity());
    CHECK(std::isnan(snapped(std::numeric_limits<double>::quiet_NaN())));
}
