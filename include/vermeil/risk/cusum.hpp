// SPDX-License-Identifier: MIT
#pragma once
// Small shifts that add up: the tabular cumulative sum, also for rare events.

#include <vermeil/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vermeil {

/// How a cumulative sum is kept, in standard deviations.
struct CusumRules {
    double slack = 0.5;    ///< half of the shift that shall be caught soon
    double limit = 5;      ///< a sum above it is a signal
    double head_start = 0; ///< where sums begin; half of the limit catches what is wrong from the start
};

/// The two sums after one period, in the unit of the values.
struct CusumPoint {
    double above = 0;
    double below = 0;
    std::size_t above_for = 0; ///< periods since the upper sum was last 0
    std::size_t below_for = 0;
    bool signals_above = false;
    bool signals_below = false;
};

namespace detail {

/// Adds one excess to a sum that never falls below 0.
inline void accumulate(double& sum, std::size_t& length, double excess) {
    sum = std::max(0.0, sum + excess);
    length = sum > 0 ? length + 1 : 0;
}

inline bool is_there(std::span<const std::uint8_t> has, std::size_t i) { return has.empty() || has[i] != 0; }

} // namespace detail

/// The tabular cumulative sum: C+ = max(0, x - (centre + K) + C+) and C- = max(0, (centre - K) - x + C-), with K = slack and
/// H = limit standard deviations.
///
/// Source: E. S. Page, Biometrika 41 (1954) 100-115; Montgomery 9.2 and 9.3; the head start from J. M. Lucas and
/// R. B. Crosier, Technometrics 24 (1982) 199-205. A period without a value leaves both sums as they are.
/// @param has empty where all have a value.
/// @throws Error when sigma, slack or limit is not a finite number above 0, or a value that is there is not finite.
inline std::vector<CusumPoint> cusum(std::span<const double> values, std::span<const std::uint8_t> has,
                                     double centre, double sigma, const CusumRules& rules = {}) {
    const auto good = [](double number) { return std::isfinite(number) && number > 0; };
    if (!good(sigma) || !good(rules.slack) || !good(rules.limit) || !std::isfinite(centre)) {
        throw Error("a cumulative sum needs a sigma, a slack and a limit above 0 and a finite centre");
    }
    CusumPoint now;
    now.above = now.below = rules.head_start * sigma;
    std::vector<CusumPoint> points;
    points.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (detail::is_there(has, i)) {
            if (!std::isfinite(values[i])) {
                throw Error("point " + std::to_string(i + 1) + " of the series is not a finite number");
            }
            const double slack = rules.slack * sigma;
            detail::accumulate(now.above, now.above_for, values[i] - (centre + slack));
            detail::accumulate(now.below, now.below_for, (centre - slack) - values[i]);
            now.signals_above = now.above > rules.limit * sigma;
            now.signals_below = now.below > rules.limit * sigma;
        }
        points.push_back(now);
    }
    return points;
}

/// A rate of rare events that shall be caught when it rises.
struct RareEventRules {
    double rate = 0;     ///< events per unit of exposure while all is well, above 0
    double rate_bad = 0; ///< the rate that shall be caught soon, above `rate`
    double limit = 5;    ///< a sum above it is a signal; in events
};

/// The cumulative sum of Poisson counts: S = max(0, S + count - k exposure), k = (bad - rate) / (ln bad - ln rate).
///
/// Source: J. M. Lucas, Technometrics 27 (1985) 129-144. It is the sequential likelihood ratio of the two rates, so it needs
/// no counts large enough to be normal, and months without an event wind it down. Only rises are looked for.
/// @param exposure of each period, 0 or more; a period without exposure changes nothing.
/// @throws Error when a rate is out of order, or a count or an exposure that is there is below 0 or not finite.
inline std::vector<CusumPoint> rare_event_cusum(std::span<const double> counts,
                                                std::span<const double> exposure,
                                                std::span<const std::uint8_t> has,
                                                const RareEventRules& rules) {
    if (!(rules.rate > 0) || !(rules.rate_bad > rules.rate) || !std::isfinite(rules.rate_bad) ||
        !(rules.limit > 0)) {
        throw Error("a sum of rare events needs a rate above 0, a bad rate above that and a limit above 0");
    }
    if (counts.size() != exposure.size()) {
        throw Error("the columns of a series differ in length");
    }
    const double slack = (rules.rate_bad - rules.rate) / (std::log(rules.rate_bad) - std::log(rules.rate));
    CusumPoint now;
    std::vector<CusumPoint> points;
    points.reserve(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (detail::is_there(has, i)) {
            const bool fair =
                counts[i] >= 0 && exposure[i] >= 0 && std::isfinite(counts[i]) && std::isfinite(exposure[i]);
            if (!fair) {
                throw Error("point " + std::to_string(i + 1) + " of the series is below 0 or not finite");
            }
            detail::accumulate(now.above, now.above_for, counts[i] - slack * exposure[i]);
            now.signals_above = now.above > rules.limit;
        }
        points.push_back(now);
    }
    return points;
}

} // namespace vermeil
