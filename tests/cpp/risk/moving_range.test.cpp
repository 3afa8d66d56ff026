// SPDX-License-Identifier: MIT
// Means of moving ranges, with and without great ones.

#include "catch.hpp"

#include <vermeil/risk/moving_range.hpp>

#include <vector>

using vermeil::Screening;

TEST_CASE("great ranges are left out once, and the rest averaged again") {
    const std::vector<double> ranges{1, 1, 1, 1, 1, 1, 1, 1, 1, 11}; // made up; mean 2, so 6.534 is the bound
    CHECK(vermeil::mean_range(ranges, Screening::none) == 2);
    CHECK(vermeil::mean_range(ranges, Screening::once) == 1);
}

TEST_CASE("where all ranges are 0 none is left out") {
    CHECK(vermeil::mean_range(std::vector<double>{0, 0, 0}, Screening::once) == 0);
    CHECK(vermeil::mean_range(std::vector<double>{}, Screening::once) == std::nullopt);
}

TEST_CASE("a range is not taken across a period without a value") {
    vermeil::MovingRanges ranges;
    ranges.add(1);
    ranges.add(3);
    ranges.gap();
    ranges.add(90);
    ranges.add(94);
    CHECK(ranges.mean(Screening::none) == 3);
    ranges.clear();
    ranges.add(5);
    CHECK(ranges.mean(Screening::none) == std::nullopt);
}

TEST_CASE("the two published factors differ in the fourth digit") {
    CHECK(3 * vermeil::sigma_of_range(1, vermeil::RangeFactor::exact) == Approx(2.659574468).epsilon(1e-9));
    CHECK(3 * vermeil::sigma_of_range(1, vermeil::RangeFactor::rounded) == Approx(2.66).epsilon(1e-12));
}
