// SPDX-License-Identifier: MIT
#pragma once
// Points and weights added up for a block of rows side by side.

#include <vermeil/framework/scale.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// The sums of one node of the tree, a lane for each row. All are 0 where nothing in the node counts.
struct Sums {
    Lane low;       // weight * points at the lowest
    Lane high;      // weight * points at the highest
    Lane live;      // the weight that is live and applicable
    Lane known;     // the weight with data
    Lane stretched; // the weight that divides, kept where a policy makes it differ from `live`

    void clear(std::size_t count, bool stretches) {
        for (Lane* lane : {&low, &high, &live, &known}) {
            std::fill_n(lane->begin(), count, 0.0);
        }
        if (stretches) {
            std::fill_n(stretched.begin(), count, 0.0);
        }
    }

    /// The weight that divides.
    [[nodiscard]] const Lane& due(bool stretches) const { return stretches ? stretched : live; }
};

/// What a block's cells are to one leaf: 1 or 0 for each row.
struct Marks {
    ByteLane known; // there is a value
    ByteLane live;  // the measure is live and applicable
    ByteLane open;  // the points lie anywhere between the fewest and the most
    ByteLane due;   // the weight divides
};

// The loops below have neither branches nor conditional sums inside, so that compilers do many rows at once: a mark
// of 0 multiplies away what does not count. Adding 0 changes no sum, since no sum is ever -0.

[[gnu::always_inline]] inline void unmark(const std::vector<State>& states, const State* state,
                                          std::size_t count, ByteLane& marks) {
    for (const State each : states) {
        for (std::size_t i = 0; i < count; ++i) {
            marks[i] &= state[i] != each ? 1 : 0;
        }
    }
}

[[gnu::always_inline]] inline void mark(const Leaf& leaf, const State* state, std::size_t count,
                                        bool stretches, Marks& marks) {
    for (std::size_t i = 0; i < count; ++i) {
        marks.known[i] = state[i] == State::present ? 1 : 0;
        marks.live[i] = 1;
    }
    unmark(leaf.left_out, state, count, marks.live);
    for (std::size_t i = 0; i < count; ++i) {
        marks.open[i] = marks.live[i] ^ marks.known[i];
    }
    unmark(leaf.stretched, state, count, marks.open);
    unmark(leaf.looked_at, state, count, marks.open);
    if (stretches) {
        std::copy_n(marks.live.begin(), count, marks.due.begin());
        unmark(leaf.stretched, state, count, marks.due);
    }
}

/// Writes weight * points of each value; for a cell without one, some number that is never used.
[[gnu::always_inline]] inline void weigh(const Leaf& leaf, const Scale& scale, const double* value,
                                         std::size_t count, const Marks& marks, Lane& out) {
    if (leaf.line) {
        const auto& line = *leaf.line;
        const double weight = leaf.weight, from = line.from, per_unit = line.per_unit, first = line.first;
        const double rise = line.rise, nothing = line.nothing, all = line.all;
        for (std::size_t i = 0; i < count; ++i) {
            const double held =
                std::min(all, std::max(nothing, (value[i] - from) * per_unit)); // NaN: nothing
            out[i] = weight * (first + held * rise);
        }
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = marks.known[i] != 0 ? leaf.weight * points(scale, value[i]) : 0;
    }
}

/// Adds a leaf's cells to the sums of the node it stands in; `looked_at` ones keep their points to be added.
struct AddCells {
    [[gnu::always_inline]] static void run(std::size_t count, const Leaf& leaf, const Scale& scale,
                                           const double* value, const State* state, bool stretches,
                                           Marks& marks, Lane& weighed, Sums& sums, std::size_t at) {
        mark(leaf, state, count, stretches, marks);
        weigh(leaf, scale, value, count, marks, weighed);
        const double weight = leaf.weight;
        const double low = weight * leaf.fewest;
        const double high = weight * leaf.most;
        for (std::size_t i = 0; i < count; ++i) {
            const double known = marks.known[i];
            const double live = marks.live[i];
            const double open = marks.open[i];
            const double earned = known * weighed[i];
            sums.low[at + i] += earned + open * low;
            sums.high[at + i] += earned + open * high;
            sums.live[at + i] += live * weight;
            sums.known[at + i] += known * weight;
        }
        if (stretches) {
            for (std::size_t i = 0; i < count; ++i) {
                sums.stretched[at + i] += marks.due[i] * weight;
            }
        }
    }
};

/// Makes a divisor of 0 the smallest number above it: what it divides is 0, and so is the quotient.
[[gnu::always_inline]] inline double above_zero(double divisor) {
    return std::max(divisor, std::numeric_limits<double>::denorm_min());
}

/// Adds a finished group to the node it stands in: its members one by one where it has no weight of its own.
struct AddGroup {
    [[gnu::always_inline]] static void run(std::size_t count, const Group& group, const Sums& own,
                                           bool stretches, Sums& parent) {
        if (!group.weight && group.aggregate == Aggregate::mean) {
            for (std::size_t i = 0; i < count; ++i) {
                parent.low[i] += own.low[i];
                parent.high[i] += own.high[i];
                parent.live[i] += own.live[i];
                parent.known[i] += own.known[i];
            }
            for (std::size_t i = 0; stretches && i < count; ++i) {
                parent.stretched[i] += own.stretched[i];
            }
            return;
        }
        const double weight = group.weight.value_or(1);
        const bool mean = group.aggregate == Aggregate::mean;
        const Lane& due = own.due(stretches);
        for (std::size_t i = 0; i < count; ++i) {
            const double divisor = mean ? above_zero(due[i]) : 1;
            parent.low[i] += weight * (own.low[i] / divisor);
            parent.high[i] += weight * (own.high[i] / divisor);
            parent.known[i] += weight * (own.known[i] / above_zero(own.live[i]));
            parent.live[i] += own.live[i] > 0 ? weight : 0;
        }
        for (std::size_t i = 0; stretches && i < count; ++i) {
            parent.stretched[i] += due[i] > 0 ? weight : 0;
        }
    }
};

} // namespace vermeil::detail
