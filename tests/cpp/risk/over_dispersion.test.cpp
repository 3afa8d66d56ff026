// SPDX-License-Identifier: MIT
// phi and tau^2 by hand.

#include "catch.hpp"

#include <vermeil/risk/over_dispersion.hpp>

#include <vector>

using vermeil::Extremes;

namespace {

const std::vector<double> scores{-10, -1, 0, 1, 2, 1, -1, 0, 1, 10, 0}; // made up
const std::vector<double> errors(11, 0.5);

} // namespace

TEST_CASE("extremes are pulled in, left out or kept") {
    CHECK(vermeil::over_dispersion(scores, errors, Extremes::kept, 0.1).phi == Approx(209.0 / 11));
    // of 11 ranks the second and the tenth are the quantiles: -1 and 2
    CHECK(vermeil::over_dispersion(scores, errors, Extremes::winsorised, 0.1).phi == Approx(14.0 / 11));
    const auto trimmed = vermeil::over_dispersion(scores, errors, Extremes::trimmed, 0.1);
    CHECK(trimmed.used < 11);
    CHECK(trimmed.phi < 1);
}

TEST_CASE("tau squared is what phi leaves beyond chance, on the scale of the errors") {
    const std::vector<double> z{3, -3, 3, -3};
    const auto found = vermeil::over_dispersion(z, std::vector<double>(4, 0.5), Extremes::kept, 0);
    CHECK(found.phi == 9);
    CHECK(found.tau_squared == Approx((4 * 9 - 3) / (16.0 - 4 * 16.0 / 16)));
}

TEST_CASE("without services there is only chance") {
    CHECK(vermeil::over_dispersion({}, {}).phi == 1);
    CHECK(vermeil::over_dispersion(std::vector<double>{2}, std::vector<double>{1}).tau_squared == 0);
    CHECK_THROWS_WITH(vermeil::over_dispersion(scores, {}), "each z-score needs its standard error");
    CHECK_THROWS_WITH(vermeil::over_dispersion(scores, errors, Extremes::kept, 0.5),
                      Catch::Contains("below 0.5"));
}
