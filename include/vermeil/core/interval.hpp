// SPDX-License-Identifier: MIT
#pragma once
// How far off a share may be that rests on few answers.

#include <vermeil/core/proportion.hpp>

#include <cmath>

namespace vermeil {

/// A lower and an upper end, both counted in.
struct Interval {
    double lower = 0;
    double upper = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The normal quantile of a two-sided 95 % interval.
inline constexpr double z_95 = 1.959963984540054;

/// The Wilson score interval of a share, from 0 to 1; for n = 0 it is all of it, from 0 to 1.
///
/// With O counted of n and q = 1 - O/n, the ends are
///     (2 O + z^2 -/+ z sqrt(z^2 + 4 O q)) / (2 (n + z^2)).
/// Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212; preferred for
/// proportions in the Office for Health Improvement and Disparities' public health technical guidance.
/// Assumes answers that are independent draws from a population much larger than n. When a survey reached
/// everybody, the interval is wider than it need be.
inline Interval wilson_interval(const Proportion& proportion, double z = z_95) {
    if (proportion.n() == 0) {
        return {0, 1};
    }
    const double count = proportion.count();
    const double n = proportion.n();
    const double rest = 1 - count / n;
    const double spread = z * std::sqrt(z * z + 4 * count * rest);
    const double scale = 2 * (n + z * z);
    const double lower = (2 * count + z * z - spread) / scale;
    const double upper = (2 * count + z * z + spread) / scale;
    return {proportion.count() == 0 ? 0 : lower, proportion.count() == proportion.n() ? 1 : upper};
}

} // namespace vermeil
