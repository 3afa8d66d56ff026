// SPDX-License-Identifier: MIT
#pragma once
// The points that a measure without a value may stand for.

#include <vermeil/core/interval.hpp>
#include <vermeil/framework/scale.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cstddef>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// Points at the lowest and at the highest that one cell can have.
struct PointRange {
    double low = 0;
    double high = 0;
};

/// The points at the ends of a share's own interval, and at every bend of the scale inside it.
inline PointRange points_within(const Scale& scale, const Interval& interval) {
    PointRange range{points(scale, interval.lower), points(scale, interval.lower)};
    const auto take = [&](double value) {
        range.low = std::min(range.low, points(scale, value));
        range.high = std::max(range.high, points(scale, value));
    };
    take(interval.upper);
    const auto bends = [&](const std::vector<ScalePoint>& knots) {
        for (const auto& knot : knots) {
            if (knot.value > interval.lower && knot.value < interval.upper) {
                take(knot.value);
            }
        }
    };
    if (const auto* linear = std::get_if<LinearScale>(&scale)) {
        bends(linear->through);
    } else if (const auto* steps = std::get_if<StepScale>(&scale)) {
        bends(steps->steps);
    }
    return range;
}

/// The points that an absent cell may stand for, by the policy of its state. An interval needs the cell's counts, a mean
/// needs known peers; without them the points lie between the fewest and the most.
inline PointRange absent_points(const Leaf& leaf, const Scale& scale, const Cell& cell, bool has_counts,
                                const double* mean) {
    switch (leaf.policy[static_cast<std::size_t>(cell.state)]) {
    case Policy::leave_out:
    case Policy::renormalise:
        return {0, 0};
    case Policy::zero:
        if ((cell.flags & CellFlag::chased) != 0) {
            return {0, 0};
        }
        break;
    case Policy::interval:
        if (has_counts && cell.n > 0 && cell.count <= cell.n) {
            return points_within(scale, wilson_interval({cell.count, cell.n}));
        }
        break;
    case Policy::peer_mean:
        if (mean != nullptr) {
            return {points(scale, *mean), points(scale, *mean)};
        }
        break;
    case Policy::bounds:
    case Policy::carry_forward:
        break;
    }
    return {leaf.fewest, leaf.most};
}

} // namespace vermeil::detail
