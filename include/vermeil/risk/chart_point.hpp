// SPDX-License-Identifier: MIT
#pragma once
// One point of a chart with its lines.

#include <vermeil/risk/rounding_noise.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace vermeil {

/// What is drawn for one period. Numbers mean nothing where their flag is false.
struct ChartPoint {
    double value = 0; ///< what is plotted, after `per`
    double centre = 0;
    double lower = 0; ///< three standard deviations below the centre, or where the scale ends
    double upper = 0;
    double near_lower = 0; ///< two standard deviations below; beyond it lies the warning zone
    double near_upper = 0;
    bool has = false;        ///< there is a value
    bool has_centre = false; ///< the baseline of its phase holds a value
    bool has_limits = false; ///< and enough of them to tell how far values stray
    bool counted = true;
};

/// Which side of the centre a point lies on: 1 above, -1 below, 0 on it.
inline int side_of(const ChartPoint& point) {
    return point.value > point.centre ? 1 : point.value < point.centre ? -1 : 0;
}

/// Whether a point lies beyond a limit; one that lies on it does not.
inline bool is_outside(const ChartPoint& point) {
    return point.has_limits && (point.value > point.upper || point.value < point.lower);
}

/// Whether it lies in the warning zone, between two and three standard deviations out.
inline bool is_near_limit(const ChartPoint& point) {
    return point.has_limits && !is_outside(point) &&
           (point.value > point.near_upper || point.value < point.near_lower);
}

namespace detail {

/// Draws the limits about the centre.
inline void set_limits(ChartPoint& point, double sigma) {
    point.has_limits = true;
    point.lower = point.centre - 3 * sigma;
    point.upper = point.centre + 3 * sigma;
    point.near_lower = point.centre - 2 * sigma;
    point.near_upper = point.centre + 2 * sigma;
}

/// The centre of a phase: the mean, or where a value lies on it but for rounding, that value; and every such value is put on it. A
/// series that never moves would else lie on one side of its own mean.
inline double settled_centre(std::span<ChartPoint> points, double mean) {
    double size = std::abs(mean);
    double nearest = std::numeric_limits<double>::infinity();
    for (const auto& point : points) {
        size = std::max(size, std::abs(point.value));
        nearest = std::min(nearest, std::abs(point.value - mean));
    }
    double centre = mean;
    if (!differ_by_rounding(nearest, 0, size)) { // as good as always
        return centre;
    }
    bool is_settled = false;
    for (auto& point : points) {
        if (point.has && differ_by_rounding(point.value, mean, size)) {
            centre = is_settled ? centre : point.value;
            is_settled = true;
            point.value = centre;
        }
    }
    return centre;
}

} // namespace detail

} // namespace vermeil
