// SPDX-License-Identifier: MIT
#pragma once
// What the cells of a leaf add to the sums of its node, where the scale is one straight line.

#include <vermeil/core/observed.hpp>
#include <vermeil/framework/group.hpp>
#include <vermeil/kernel/leaf.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace vermeil {

/// A number for each state of a cell.
using ByState = std::array<double, state_count>;

/// What one cell adds: factor * points of the line where it has a value, and what depends on its state alone.
struct LineTerms {
    Line line;
    double factor = 0;
    alignas(64) ByState live{};   ///< the weight that is live and applicable; one line of the fastest memory
    alignas(64) ByState known{};  ///< the weight with data
    alignas(64) ByState due{};    ///< the weight that divides
    alignas(64) ByState fewest{}; ///< of what is open, factor * the fewest points
    alignas(64) ByState most{};   ///< of what is open, factor * the most points
};

/// Whether all that a leaf's cells add depends on their values along one line and on their states.
inline bool is_line(const Leaf& leaf) { return leaf.line && leaf.looked_at.empty() && !leaf.weighed_by; }

/// What a leaf's cells add; the leaf is a line.
inline LineTerms line_terms(const Leaf& leaf) {
    LineTerms made{*leaf.line, leaf.factor};
    for (std::size_t i = 0; i < state_count; ++i) {
        const auto state = static_cast<State>(i);
        const bool live = !leaf.left_out.has(state);
        const bool due = live && !leaf.stretched.has(state);
        const bool open = due && state != State::present;
        made.live[i] = live ? leaf.weight : 0;
        made.known[i] = state == State::present ? leaf.weight : 0;
        made.due[i] = due ? leaf.weight : 0;
        made.fewest[i] = open ? leaf.factor * leaf.fewest : 0;
        made.most[i] = open ? leaf.factor * leaf.most : 0;
    }
    return made;
}

/// What the leaves of a step add.
struct LinesOfStep {
    std::vector<LineTerms>
        each;            ///< nothing where any of them is no line, or where their node does not add up
    bool starts = false; ///< the fewest points of any of them are not 0: it starts above, or below
};

/// What the leaves of a step add to a node of an aggregate.
inline LinesOfStep line_terms(std::span<const Leaf> leaves, Aggregate aggregate) {
    LinesOfStep made;
    bool adds = !is_extreme(aggregate);
    for (const auto& leaf : leaves) {
        adds = adds && is_line(leaf);
        made.starts = made.starts || leaf.fewest != 0;
    }
    for (std::size_t i = 0; adds && i < leaves.size(); ++i) {
        made.each.push_back(line_terms(leaves[i]));
    }
    return made;
}

} // namespace vermeil
