// SPDX-License-Identifier: MIT
// Tables of counts against the distributions that they stand for.

#include "catch.hpp"

#include <vermeil/risk/count_draws.hpp>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/poisson.hpp>

using vermeil::CountDraws;

namespace {

/// The table turned over must be the distribution's own quantiles.
template <class Distribution> void agrees(const CountDraws& draws, const Distribution& distribution) {
    for (double uniform = 0.0005; uniform < 1; uniform += 0.001) {
        const double count = draws(uniform);
        CAPTURE(uniform, count);
        CHECK(cdf(distribution, count) > uniform - 1e-10);
        CHECK((count == 0 || cdf(distribution, count - 1) <= uniform + 1e-10));
    }
}

} // namespace

TEST_CASE("Poisson counts are drawn by their probability") {
    for (const double mean : {0.02, 0.9, 3.0, 47.5, 2000.0}) {
        agrees(CountDraws::poisson(mean), boost::math::poisson_distribution<>(mean));
    }
}

TEST_CASE("binomial counts are drawn by their probability") {
    for (const double share : {0.001, 0.3, 0.97}) {
        for (const double n : {1.0, 12.0, 700.0}) {
            agrees(CountDraws::binomial(n, share), boost::math::binomial_distribution<>(n, share));
        }
    }
}

TEST_CASE("what cannot vary does not") {
    CHECK(CountDraws::poisson(0)(0.999999) == 0);
    CHECK(CountDraws::binomial(9, 1)(0.3) == 9);
    CHECK(CountDraws::binomial(9, 0)(0.3) == 0);
    CHECK(CountDraws::binomial(0, 0.5)(0.3) == 0);
}
