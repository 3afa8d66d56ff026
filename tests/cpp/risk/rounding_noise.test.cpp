// SPDX-License-Identifier: MIT
// What rounding makes of one number.

#include "catch.hpp"

#include <vermeil/risk/rounding_noise.hpp>

TEST_CASE("numbers that a sum would round apart differ by rounding, small true differences do not") {
    CHECK(vermeil::differ_by_rounding(0.1 + 0.2, 0.3));
    CHECK(vermeil::differ_by_rounding(0, 0));
    CHECK(vermeil::differ_by_rounding(-33.3, -33.300000000000004));
    CHECK_FALSE(vermeil::differ_by_rounding(1e9, 1e9 + 0.01)); // a penny
    CHECK_FALSE(vermeil::differ_by_rounding(0, 1e-300));
    CHECK_FALSE(vermeil::differ_by_rounding(1, -1));
}

TEST_CASE("small differences of great numbers are as rough as these") {
    CHECK_FALSE(vermeil::differ_by_rounding(1e-14, -1e-14));
    CHECK(vermeil::differ_by_rounding(1e-14, -1e-14, 1));
}
