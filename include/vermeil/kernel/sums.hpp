// SPDX-License-Identifier: MIT
#pragma once
// Points and weights added up for a block of rows side by side.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include <vermeil/core/interval.hpp>
#include <vermeil/framework/scale.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/measure/measure_table.hpp>

namespace vermeil::detail {

/// How many rows are evaluated side by side; what they need fits the fastest cache.
inline constexpr std::size_t lanes = 256;

using Lane = std::array<double, lanes>;

/// The sums of one node of the tree, a lane for each row.
struct Sums {
    Lane low;   // weight * points at the lowest
    Lane high;  // weight * points at the highest
    Lane due;   // the weight that divides
    Lane live;  // the weight that is live and applicable
    Lane known; // the weight with data

    void clear(std::size_t count) {
        for (Lane* lane : {&low, &high, &due, &live, &known}) {
            std::fill_n(lane->begin(), count, 0.0);
        }
    }
};

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

/// The points that an absent cell may stand for, by the policy of its state.
inline PointRange absent_points(const Leaf& leaf, const Scale& scale, const Cell& cell) {
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
        if (cell.n > 0 && cell.count <= cell.n) {
            return points_within(scale, wilson_interval({cell.count, cell.n}));
        }
        break;
    case Policy::bounds:
    case Policy::carry_forward:
        break;
    }
    return {leaf.fewest, leaf.most};
}

/// Writes weight * points of each value; what it writes for absent cells is never used.
inline void weigh(const Scale& scale, double weight, const double* value, std::size_t count, Lane& out) {
    if (const auto* linear = std::get_if<LinearScale>(&scale); linear != nullptr && linear->through.size() == 2) {
        const ScalePoint left = linear->through[0];
        const ScalePoint right = linear->through[1];
        for (std::size_t i = 0; i < count; ++i) {
            out[i] = weight * points_between(left, right, value[i]);
        }
        return;
    }
    std::visit(
        [&](const auto& kind) {
            for (std::size_t i = 0; i < count; ++i) {
                out[i] = weight * points(kind, value[i]);
            }
        },
        scale);
}

/// Adds a leaf's cells to the sums of the node it stands in.
inline void add_cells(const Leaf& leaf, const Scale& scale, const double* value, const State* state,
                      std::size_t count, Lane& weighed, Sums& sums) {
    weigh(scale, leaf.weight, value, count, weighed);
    for (std::size_t i = 0; i < count; ++i) {
        const auto s = static_cast<std::size_t>(state[i]);
        const bool here = s == 0;
        sums.low[i] += here ? weighed[i] : leaf.low[s];
        sums.high[i] += here ? weighed[i] : leaf.high[s];
        sums.due[i] += here ? leaf.weight : leaf.due[s];
        sums.live[i] += here ? leaf.weight : leaf.live[s];
        sums.known[i] += here ? leaf.weight : 0.0;
    }
}

/// Adds a finished group to the node it stands in: its members one by one where it has no weight of its own.
inline void add_group(const Group& group, const Sums& own, std::size_t count, Sums& parent) {
    if (!group.weight && group.aggregate == Aggregate::mean) {
        for (std::size_t i = 0; i < count; ++i) {
            parent.low[i] += own.low[i];
            parent.high[i] += own.high[i];
            parent.due[i] += own.due[i];
            parent.live[i] += own.live[i];
            parent.known[i] += own.known[i];
        }
        return;
    }
    const double weight = group.weight.value_or(1);
    for (std::size_t i = 0; i < count; ++i) {
        const double divisor = group.aggregate == Aggregate::mean ? own.due[i] : 1;
        const bool counts = own.due[i] > 0;
        parent.low[i] += counts ? weight * (own.low[i] / divisor) : 0;
        parent.high[i] += counts ? weight * (own.high[i] / divisor) : 0;
        parent.due[i] += counts ? weight : 0;
        parent.live[i] += own.live[i] > 0 ? weight : 0;
        parent.known[i] += own.live[i] > 0 ? weight * (own.known[i] / own.live[i]) : 0;
    }
}

} // namespace vermeil::detail
