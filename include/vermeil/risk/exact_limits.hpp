// SPDX-License-Identifier: MIT
#pragma once
// Limits of small counts from the distribution itself, not from a normal curve laid over it.

#include <vermeil/core/error.hpp>
#include <vermeil/core/interval.hpp>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/poisson.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vermeil {

/// How the steps of a count become a smooth limit.
enum class SmallCounts : std::uint8_t {
    /// Spiegelhalter: the quantile of the count, moved down within its step so that the tail is as stated.
    interpolated,
    /// FunnelPlotR: quantiles of chi-squared with 2 E and 2 (E + 1) degrees of freedom, halved; for ratios and rates.
    chi_squared
};

inline constexpr std::array<std::string_view, 2> small_counts_names{"interpolated", "chi_squared"};

inline std::string_view to_string(SmallCounts way) {
    return small_counts_names.at(static_cast<std::size_t>(way));
}

namespace detail {

/// Quantiles of counts are whole: the smallest whose probability from below is at least p.
using WholeUp = boost::math::policies::policy<
    boost::math::policies::discrete_quantile<boost::math::policies::integer_round_up>>;

/// r - (P(R <= r) - p) / P(R = r) with r the p quantile: D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185-1202,
/// appendix A.1.1.
template <class Distribution> double interpolated_quantile(const Distribution& distribution, double p) {
    double r = quantile(distribution, p);
    while (r > 0 && cdf(distribution, r - 1) >= p) { // the quantile's own search stops within rounding of p
        r -= 1;
    }
    while (cdf(distribution, r) < p) {
        r += 1;
    }
    return r - (cdf(distribution, r) - p) / pdf(distribution, r);
}

inline void check_tail(double tail) {
    if (!(tail > 0) || !(tail < 0.5)) {
        throw Error("a tail is a probability above 0 and below 0.5, not " + std::to_string(tail));
    }
}

} // namespace detail

/// The limits of a Poisson count with mean `expected`: below the lower and above the upper lies a chance of `tail` each.
///
/// @param expected 0 or more; for 0 both limits are 0.
/// @param tail above 0, below 0.5: 0.025 for 95 % limits, 0.001 for 99.8 %.
/// @throws Error when a number lies outside its range.
inline Interval poisson_limits(double expected, double tail, SmallCounts way = SmallCounts::interpolated) {
    detail::check_tail(tail);
    if (!std::isfinite(expected) || expected < 0) {
        throw Error("an expected count is 0 or more, not " + std::to_string(expected));
    }
    if (expected == 0) {
        return {0, 0};
    }
    if (way == SmallCounts::chi_squared) {
        const boost::math::chi_squared below(2 * expected);
        const boost::math::chi_squared above(2 * (expected + 1));
        return {quantile(below, tail) / 2, quantile(complement(above, tail)) / 2};
    }
    const boost::math::poisson_distribution<double, detail::WholeUp> counts(expected);
    return {std::max(0.0, detail::interpolated_quantile(counts, tail)),
            detail::interpolated_quantile(counts, 1 - tail)};
}

/// The limits of a binomial count of n with the share `target`, interpolated; within 0 and n.
///
/// @param n whole, 0 or more; for 0 both limits are 0.
/// @throws Error when a number lies outside its range.
inline Interval binomial_limits(double n, double target, double tail) {
    detail::check_tail(tail);
    if (!std::isfinite(n) || n < 0 || std::floor(n) != n || !(target >= 0 && target <= 1)) {
        throw Error("a share's n is whole and 0 or more and its target lies from 0 to 1");
    }
    if (n == 0 || target == 0 || target == 1) {
        return {n * target, n * target};
    }
    const boost::math::binomial_distribution<double, detail::WholeUp> counts(n, target);
    return {std::max(0.0, detail::interpolated_quantile(counts, tail)),
            std::min(n, detail::interpolated_quantile(counts, 1 - tail))};
}

} // namespace vermeil
