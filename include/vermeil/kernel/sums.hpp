// SPDX-License-Identifier: MIT
#pragma once
// Points and weights added up for rows side by side.

#include <vermeil/framework/group.hpp>
#include <vermeil/framework/scale.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace vermeil::detail {

/// The sums of one node of the tree, a lane for each row. All are 0 where nothing in the node counts, but for `low` and
/// `high` of an extreme.
template <std::size_t Rows> struct Sums {
    Lane<Rows> low;       // factor * points at the lowest, added up; of an extreme the best or worst so far
    Lane<Rows> high;      // the same at the highest
    Lane<Rows> live;      // the weight that is live and applicable
    Lane<Rows> known;     // the weight with data
    Lane<Rows> stretched; // the weight that divides, kept where a policy makes it differ from `live`
    Lane<Rows> members;   // how many members have data, kept where it matters
    Lane<Rows> required;  // how many of those that the node requires

    void clear(std::size_t count, bool stretches, bool counts_members, Aggregate aggregate) {
        constexpr double beyond = std::numeric_limits<double>::infinity();
        const double start = aggregate == Aggregate::minimum   ? beyond
                             : aggregate == Aggregate::maximum ? -beyond
                                                               : 0;
        std::fill_n(low.begin(), count, start);
        std::fill_n(high.begin(), count, start);
        std::fill_n(live.begin(), count, 0.0);
        std::fill_n(known.begin(), count, 0.0);
        if (stretches) {
            std::fill_n(stretched.begin(), count, 0.0);
        }
        if (counts_members) {
            std::fill_n(members.begin(), count, 0.0);
            std::fill_n(required.begin(), count, 0.0);
        }
    }

    /// The weight that divides.
    [[nodiscard]] const Lane<Rows>& due(bool stretches) const { return stretches ? stretched : live; }

    /// Keeps a child's points where they are the least, or the most, of those seen.
    void keep_extreme(bool minimum, std::size_t i, double child_low, double child_high) {
        low[i] = minimum ? std::min(low[i], child_low) : std::max(low[i], child_low);
        high[i] = minimum ? std::min(high[i], child_high) : std::max(high[i], child_high);
    }
};

/// What the cells of a few leaves are to the rules, for the rows of one run: a bit for each leaf in each byte.
template <std::size_t Rows> struct Cells {
    using Bits = std::array<std::uint8_t, run_length<Rows>>;
    std::array<double, run_length<Rows>> earned; // factor * points of the cells with a value
    Bits known;                                  // there is a value
    Bits left_out;                               // the measure is out of the denominator and the coverage
    Bits stretched;                              // the weight does not divide
    Bits looked_at; // the points depend on more than the state, and were added one by one
    Bits live;      // the measure is live and applicable
    Bits due;       // the weight divides
    Bits open;      // the points lie anywhere between the fewest and the most

    void clear() {
        earned.fill(0);
        for (Bits* bits : {&known, &left_out, &stretched, &looked_at}) {
            bits->fill(0);
        }
    }
};

/// Tells what a leaf's cells are: factor * points of each, and its bit in each byte.
template <std::size_t Rows> struct ReadCells {
    static constexpr std::size_t rows = Rows;
    static constexpr std::size_t count = run_length<Rows>;

    /// `peers` holds each row's position among the leaf's scales, where it has several.
    [[gnu::always_inline]] static void run(const Leaf& leaf, std::uint8_t bit, const double* value,
                                           const State* state, const PeerIndex* peers, Cells<Rows>& cells) {
        mark(State::present, bit, state, cells.known.data());
        mark_all(leaf.left_out, bit, state, cells.left_out.data());
        mark_all(leaf.stretched, bit, state, cells.stretched.data());
        mark_all(leaf.looked_at, bit, state, cells.looked_at.data());
        if (leaf.line) {
            add(leaf.factor, *leaf.line, value, state, cells.earned.data());
        } else {
            add(leaf, value, state, peers, cells.earned.data());
        }
    }

  private:
    [[gnu::always_inline]] static void mark(State marked, std::uint8_t bit, const State* state,
                                            std::uint8_t* __restrict bits) {
        for (std::size_t i = 0; i < count; ++i) {
            bits[i] = static_cast<std::uint8_t>(bits[i] | (bit & mask(state[i] == marked)));
        }
    }

    [[gnu::always_inline]] static void mark_all(StateSet marked, std::uint8_t bit, const State* state,
                                                std::uint8_t* bits) {
        if constexpr (Rows == 1) {
            bits[0] = static_cast<std::uint8_t>(bits[0] | (bit & mask(marked.has(state[0]))));
        } else {
            for (const State each : marked) {
                mark(each, bit, state, bits);
            }
        }
    }

    [[gnu::always_inline]] static void add(double factor, const Line& line, const double* value,
                                           const State* state, double* __restrict earned) {
        const double from = line.from, per_unit = line.per_unit, first = line.first;
        const double rise = line.rise, nothing = line.nothing, all = line.all;
        for (std::size_t i = 0; i < count; ++i) {
            const double share = (value[i] - from) * per_unit;
            const double held = std::min(all, std::max(nothing, share)); // NaN: nothing
            earned[i] += where(state[i] == State::present, factor * (first + held * rise));
        }
    }

    /// A row whose peers are not known has no value here.
    [[gnu::always_inline]] static void add(const Leaf& leaf, const double* value, const State* state,
                                           const PeerIndex* peers, double* __restrict earned) {
        for (std::size_t i = 0; i < count; ++i) {
            if (state[i] == State::present) {
                const std::size_t peer = leaf.scales.splits() ? peers[i] : 0;
                const bool known = peer < leaf.scales.each.size(); // beyond the last row it may be anything
                earned[i] += known ? leaf.factor * leaf.term(points(leaf.scales.each[peer], value[i])) : 0;
            }
        }
    }
};

/// Adds the cells of a step's leaves to the sums of the node they stand in. What depends on states alone was added up
/// beforehand, for every choice of the leaves. An extreme has one leaf a step.
template <std::size_t Rows> struct AddCells {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const Choices& sum, Aggregate aggregate, bool stretches,
                                           Cells<Rows>& cells, Sums<Rows>& sums, std::size_t at) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            const auto live = static_cast<std::uint8_t>(sum.all & ~cells.left_out[i]);
            const auto due = static_cast<std::uint8_t>(live & ~cells.stretched[i]);
            cells.live[i] = live;
            cells.due[i] = due;
            cells.open[i] = static_cast<std::uint8_t>(due & ~(cells.known[i] | cells.looked_at[i]));
        }
        if (is_extreme(aggregate)) {
            keep_extremes(sum, aggregate == Aggregate::minimum, cells, sums, at);
        } else {
            add_points(sum, cells, sums, at);
        }
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            sums.live[at + i] += sum.weight[cells.live[i]];
            sums.known[at + i] += sum.weight[cells.known[i]];
        }
        for (std::size_t i = 0; stretches && i < run_length<Rows>; ++i) {
            sums.stretched[at + i] += sum.weight[cells.due[i]];
        }
    }

  private:
    [[gnu::always_inline]] static void add_points(const Choices& sum, const Cells<Rows>& cells,
                                                  Sums<Rows>& sums, std::size_t at) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            sums.low[at + i] += cells.earned[i] + sum.fewest[cells.open[i]];
            sums.high[at + i] += cells.earned[i] + sum.most[cells.open[i]];
        }
    }

    [[gnu::always_inline]] static void keep_extremes(const Choices& sum, bool minimum,
                                                     const Cells<Rows>& cells, Sums<Rows>& sums,
                                                     std::size_t at) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            if ((cells.known[i] | cells.open[i]) != 0) {
                sums.keep_extreme(minimum, at + i, cells.earned[i] + sum.fewest[cells.open[i]],
                                  cells.earned[i] + sum.most[cells.open[i]]);
            }
        }
    }
};

/// Counts the members with data, where that matters.
template <std::size_t Rows>
void count_members(const Cells<Rows>& cells, std::uint8_t required, Sums<Rows>& sums, std::size_t at) {
    for (std::size_t i = 0; i < run_length<Rows>; ++i) {
        sums.members[at + i] += std::popcount(cells.known[i]);
        sums.required[at + i] += std::popcount(static_cast<std::uint8_t>(cells.known[i] & required));
    }
}

/// Makes a divisor of 0 the smallest number above it: what it divides is 0, and so is the quotient.
[[gnu::always_inline]] inline double above_zero(double divisor) {
    return std::max(divisor, std::numeric_limits<double>::denorm_min());
}

/// Adds a group to the node it stands in: one that merges by its sums, any other by its score.
template <std::size_t Rows> struct AddGroup {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const GroupPlan& group, const Sums<Rows>& own, bool stretches,
                                           bool counts_members, Sums<Rows>& parent, std::size_t at) {
        for (std::size_t i = at; counts_members && i < at + run_length<Rows>; ++i) {
            parent.members[i] += where(own.known[i] > 0, 1.0);
            parent.required[i] += where(group.required && own.known[i] > 0, 1.0);
        }
        if (group.merges) {
            add_members(own, stretches, parent, at);
            return;
        }
        const double weight = group.weight;
        const Lane<Rows>& due = own.due(stretches);
        if (is_extreme(group.parent)) {
            for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
                if (due[i] > 0) {
                    parent.keep_extreme(group.parent == Aggregate::minimum, i, own.low[i], own.high[i]);
                }
            }
        } else if (multiplies(group.parent)) {
            for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
                parent.low[i] += due[i] > 0 ? weight * std::log(own.low[i]) : 0;
                parent.high[i] += due[i] > 0 ? weight * std::log(own.high[i]) : 0;
            }
        } else {
            for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
                parent.low[i] += weight * own.low[i];
                parent.high[i] += weight * own.high[i];
            }
        }
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            parent.known[i] += weight * (own.known[i] / above_zero(own.live[i]));
            parent.live[i] += where(own.live[i] > 0, weight);
        }
        for (std::size_t i = at; stretches && i < at + run_length<Rows>; ++i) {
            parent.stretched[i] += where(due[i] > 0, weight);
        }
    }

  private:
    [[gnu::always_inline]] static void add_members(const Sums<Rows>& own, bool stretches, Sums<Rows>& parent,
                                                   std::size_t at) {
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            parent.low[i] += own.low[i];
            parent.high[i] += own.high[i];
            parent.live[i] += own.live[i];
            parent.known[i] += own.known[i];
        }
        for (std::size_t i = at; stretches && i < at + run_length<Rows>; ++i) {
            parent.stretched[i] += own.stretched[i];
        }
    }
};

} // namespace vermeil::detail
