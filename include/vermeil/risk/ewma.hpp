// SPDX-License-Identifier: MIT
#pragma once
// Small shifts by a mean that forgets: the exponentially weighted moving average.

#include <vermeil/core/error.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vermeil {

/// How a moving average is kept.
struct EwmaRules {
    double weight = 0.2; ///< of the newest value, above 0 and up to 1
    double width = 3;    ///< limits stand so many standard deviations of the average out
};

/// The average after one period and its limits, in the unit of the values.
struct EwmaPoint {
    double value = 0;
    double lower = 0;
    double upper = 0;
    int side = 0; ///< 1 above the upper limit, -1 below the lower one, else 0
};

/// The average z = weight x + (1 - weight) z, begun at the centre, with limits centre +/- width sqrt(v), where
/// v = weight^2 sigma_i^2 + (1 - weight)^2 v.
///
/// With one sigma for all, v is sigma^2 weight (1 - (1 - weight)^(2 i)) / (2 - weight). Source: S. W. Roberts, Technometrics 1
/// (1959) 239-250; Montgomery 9.22 to 9.26. A sigma for each period makes it fit shares and rates whose base varies and, since an
/// average of many rare counts is near to normal, rare events. A period without a value leaves all as it is.
/// @param sigma one for each value, or a single one for all; 0 or more.
/// @param has empty where all have a value.
/// @throws Error when a rule lies outside its range, the columns differ in length, or a number that is there is not finite.
inline std::vector<EwmaPoint> ewma(std::span<const double> values, std::span<const std::uint8_t> has,
                                   double centre, std::span<const double> sigma,
                                   const EwmaRules& rules = {}) {
    if (!(rules.weight > 0) || rules.weight > 1 || !(rules.width > 0) || !std::isfinite(centre)) {
        throw Error(
            "a moving average needs a weight above 0 and up to 1, a width above 0 and a finite centre");
    }
    if (sigma.size() != 1 && sigma.size() != values.size()) {
        throw Error("the columns of a series differ in length");
    }
    double average = centre;
    double variance = 0;
    std::vector<EwmaPoint> points;
    points.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (has.empty() || has[i] != 0) {
            const double spread = sigma.size() == 1 ? sigma.front() : sigma[i];
            if (!std::isfinite(values[i]) || !std::isfinite(spread) || spread < 0) {
                throw Error("point " + std::to_string(i + 1) +
                            " of the series, or its sigma, is not a finite number");
            }
            const double rest = 1 - rules.weight;
            average = rules.weight * values[i] + rest * average;
            variance = rules.weight * rules.weight * spread * spread + rest * rest * variance;
        }
        const double reach = rules.width * std::sqrt(variance);
        const int side = average > centre + reach ? 1 : average < centre - reach ? -1 : 0;
        points.push_back({average, centre - reach, centre + reach, side});
    }
    return points;
}

} // namespace vermeil
