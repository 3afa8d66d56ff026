// SPDX-License-Identifier: MIT
// Cumulative sums against Montgomery's table 9.2, and for rare events.

#include "catch.hpp"

#include <vermeil/risk/cusum.hpp>

#include <cmath>
#include <vector>

namespace {

// Montgomery, Introduction to Statistical Quality Control, table 9.1: the mean is 10 for 20 samples and 11 for 10.
const std::vector<double> published{9.45,  7.99,  9.29,  11.66, 12.16, 10.18, 8.04,  11.46, 9.20,  10.34,
                                    9.03,  11.47, 10.51, 9.40,  10.08, 9.37,  10.62, 10.31, 8.52,  10.84,
                                    10.90, 9.33,  12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52};

} // namespace

TEST_CASE("the sums of table 9.2 come out, and signal at sample 29") {
    const auto points = vermeil::cusum(published, {}, 10, 1);
    CHECK(points[0].below == Approx(0.05).margin(1e-9));
    CHECK(points[4].above == Approx(2.82).margin(1e-9));
    CHECK(points[27].above == Approx(4.47).margin(1e-9));
    CHECK(points[28].above == Approx(5.28).margin(1e-9));
    CHECK(points[29].above == Approx(5.30).margin(1e-9));
    CHECK_FALSE(points[27].signals_above);
    CHECK(points[28].signals_above);
    CHECK(points[28].above_for == 7); // so the mean moved after sample 22
}

TEST_CASE("a head start begins half-way, and a missing value changes nothing") {
    const std::vector<double> values{10, 10};
    const std::vector<std::uint8_t> has{1, 0};
    const auto points = vermeil::cusum(values, has, 10, 1, {.head_start = 2.5});
    CHECK(points[0].above == 2);
    CHECK(points[1].above == 2);
}

TEST_CASE("a sum without a sigma is refused") {
    CHECK_THROWS_WITH(vermeil::cusum(published, {}, 10, 0),
                      Catch::Contains("a sigma, a slack and a limit above 0"));
}

TEST_CASE("rare events add up by their likelihood") {
    const std::vector<double> counts{0, 1, 0, 2, 2};
    const std::vector<double> exposure(5, 1000); // made up: hours
    const vermeil::RareEventRules rules{.rate = 0.0005, .rate_bad = 0.001, .limit = 2};
    const double slack = 0.5 / std::log(2.0);
    const auto points = vermeil::rare_event_cusum(counts, exposure, {}, rules);
    CHECK(points[0].above == 0);
    CHECK(points[1].above == Approx(1 - slack));
    CHECK(points[2].above == 0);
    CHECK(points[4].above == Approx(4 - 2 * slack));
    CHECK_FALSE(points[3].signals_above);
    CHECK(points[4].signals_above);
}

TEST_CASE("rates in the wrong order and counts below 0 are refused") {
    const std::vector<double> counts{-1};
    const std::vector<double> exposure{1};
    CHECK_THROWS_WITH(vermeil::rare_event_cusum(counts, exposure, {}, {.rate = 2, .rate_bad = 1}),
                      Catch::Contains("a bad rate above that"));
    CHECK_THROWS_WITH(vermeil::rare_event_cusum(counts, exposure, {}, {.rate = 1, .rate_bad = 2}),
                      "point 1 of the series is below 0 or not finite");
}
