// SPDX-License-Identifier: MIT
// Limits of small counts: their tails, and their ends.

#include "catch.hpp"

#include <vermeil/risk/exact_limits.hpp>

#include <cmath>

TEST_CASE("an interpolated limit lies within a step of the count's quantile") {
    for (const double expected : {0.3, 1.0, 4.0, 25.0, 400.0}) {
        const boost::math::poisson_distribution<> counts(expected);
        const auto limits = vermeil::poisson_limits(expected, 0.025);
        CAPTURE(expected);
        CHECK(cdf(counts, std::ceil(limits.upper)) >= 0.975);
        CHECK((limits.upper < 1 || cdf(counts, std::ceil(limits.upper) - 1) < 0.975));
        CHECK(limits.lower >= 0);
        CHECK(limits.lower < limits.upper);
    }
}

TEST_CASE("both ways draw near to the normal limits where counts are large") {
    for (const auto way : {vermeil::SmallCounts::interpolated, vermeil::SmallCounts::chi_squared}) {
        const auto limits = vermeil::poisson_limits(1e6, 0.025, way);
        CHECK(limits.upper == Approx(1e6 + 1960).margin(5));
        CHECK(limits.lower == Approx(1e6 - 1960).margin(5));
    }
}

TEST_CASE("the two ways differ where counts are small") {
    const auto smooth = vermeil::poisson_limits(5, 0.025);
    const auto chi = vermeil::poisson_limits(5, 0.025, vermeil::SmallCounts::chi_squared);
    CHECK(chi.upper - smooth.upper > 1);
}

TEST_CASE("binomial limits stay within 0 and n and mirror") {
    for (const double n : {1.0, 7.0, 40.0}) {
        for (const double target : {0.05, 0.5, 0.9}) {
            const auto limits = vermeil::binomial_limits(n, target, 0.001);
            CAPTURE(n, target);
            CHECK((limits.lower >= 0 && limits.upper <= n && limits.lower <= limits.upper));
        }
    }
}

TEST_CASE("where nothing can vary limits are the target") {
    CHECK(vermeil::binomial_limits(10, 0, 0.025) == vermeil::Interval{0, 0});
    CHECK(vermeil::binomial_limits(10, 1, 0.025) == vermeil::Interval{10, 10});
    CHECK(vermeil::binomial_limits(0, 0.5, 0.025) == vermeil::Interval{0, 0});
    CHECK(vermeil::poisson_limits(0, 0.025) == vermeil::Interval{0, 0});
}

TEST_CASE("numbers out of range are refused") {
    CHECK_THROWS_WITH(vermeil::poisson_limits(-1, 0.025), Catch::Contains("an expected count is 0 or more"));
    CHECK_THROWS_WITH(vermeil::poisson_limits(1, 0.5), Catch::Contains("a tail is a probability"));
    CHECK_THROWS_WITH(vermeil::binomial_limits(2.5, 0.5, 0.025), Catch::Contains("a share's n is whole"));
}
