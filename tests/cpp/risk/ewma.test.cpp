// SPDX-License-Identifier: MIT
// Moving averages against Montgomery's table 9.11.

#include "catch.hpp"

#include <vermeil/risk/ewma.hpp>

#include <cmath>
#include <vector>

namespace {

// Montgomery, table 9.1, as for the cumulative sums.
const std::vector<double> published{9.45,  7.99,  9.29,  11.66, 12.16, 10.18, 8.04,  11.46, 9.20,  10.34,
                                    9.03,  11.47, 10.51, 9.40,  10.08, 9.37,  10.62, 10.31, 8.52,  10.84,
                                    10.90, 9.33,  12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52};
const std::vector<double> sigma{1};

} // namespace

TEST_CASE("the averages of the published example come out, and signal in the end") {
    const auto points = vermeil::ewma(published, {}, 10, sigma, {.weight = 0.1, .width = 2.7});
    CHECK(points[0].value == Approx(9.945).margin(1e-9));
    CHECK(points[1].value == Approx(9.7495).margin(1e-9));
    CHECK(points[0].upper == Approx(10.27).margin(1e-9));
    CHECK(points[29].upper == Approx(10.62).margin(0.005));
    CHECK(points[2].value == Approx(9.70355).margin(1e-9));
    CHECK(points[3].value == Approx(9.8992).margin(5e-5));
    CHECK(points[27].side == 0);
    CHECK(points[28].side == 1);
    CHECK(points[29].side == 1);
}

TEST_CASE("limits follow the closed form where sigma is one") {
    const auto points = vermeil::ewma(published, {}, 10, sigma, {.weight = 0.2, .width = 3});
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double share = 1 - std::pow(0.8, 2 * static_cast<double>(i + 1));
        CHECK(points[i].upper == Approx(10 + 3 * std::sqrt(0.2 / 1.8 * share)));
    }
}

TEST_CASE("a missing value leaves average and limits, and a rule out of range is refused") {
    const std::vector<std::uint8_t> has{1, 0};
    const auto points = vermeil::ewma(std::vector<double>{12, 99}, has, 10, sigma);
    CHECK(points[1].value == points[0].value);
    CHECK(points[1].upper == points[0].upper);
    CHECK_THROWS_WITH(vermeil::ewma(published, {}, 10, sigma, {.weight = 0}),
                      Catch::Contains("weight above 0"));
    CHECK_THROWS_WITH(vermeil::ewma(published, {}, 10, std::vector<double>{1, 2}),
                      "the columns of a series differ in length");
}
