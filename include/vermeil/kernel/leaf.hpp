// SPDX-License-Identifier: MIT
#pragma once
// The leaves of the tree as an evaluation sees them.

#include <vermeil/core/observed.hpp>
#include <vermeil/framework/missing.hpp>
#include <vermeil/framework/scale.hpp>
#include <vermeil/kernel/peers.hpp>
#include <vermeil/kernel/weight_plan.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace vermeil {

/// A scale of one straight line: first + rise * (value - from) * per_unit, the product held within its limits.
struct Line {
    double from = 0;
    double per_unit = 0;
    double first = 0;
    double rise = 0;
    /// The limits stand here as data: a compiler turns limits that it knows into branches, a row at a time.
    double nothing = 0, all = 1;
};

/// An indicator with what its cells add up to.
struct Leaf {
    std::size_t measure = 0; ///< position among the framework's measures
    double weight = 0;
    double factor = 0;        ///< of the points: the weight; 1 in a minimum or maximum
    double fewest = 0;        ///< the scale's fewest points
    double most = 0;          ///< the scale's most points
    bool logarithms = false;  ///< it is the logarithms of the points that are added up
    ByPeers<Scale> scales;    ///< one for all services, or one for each group of peers
    std::optional<Line> line; ///< the scale, where it is one straight line for all
    ByPeers<double> means;    ///< of the peers' values, where a policy asks for them; else none
    std::array<Policy, state_count> policy{};
    StateSet left_out;  ///< the states that leave denominator and coverage
    StateSet stretched; ///< the states that leave the denominator alone
    StateSet looked_at; ///< the states whose points depend on more than the state
    std::optional<WeightPlan> weighed_by =
        {}; ///< its weight is that of the row; in the sums of its own it weighs 1

    /// What the node adds up for so many points.
    [[nodiscard]] double term(double points) const noexcept { return logarithms ? std::log(points) : points; }

    /// Whether a cell of that state counts in the denominator.
    [[nodiscard]] bool divides(State state) const noexcept {
        const auto named = policy[static_cast<std::size_t>(state)];
        return state == State::present || (named != Policy::leave_out && named != Policy::renormalise);
    }
};

/// How many leaves are told apart by the bits of one byte.
inline constexpr std::size_t leaves_at_once = 8;

/// What a few leaves add up to, for every choice of them: the bits of an index say which are chosen.
struct Choices {
    unsigned all = 0; ///< the bits of all the leaves
    std::array<double, 1U << leaves_at_once> weight{};
    std::array<double, 1U << leaves_at_once> fewest{}; ///< of factor * the fewest points
    std::array<double, 1U << leaves_at_once> most{};   ///< of factor * the most points
};

/// The sums for every choice of some leaves, at most `leaves_at_once`, each in the order of the leaves.
inline Choices choices(std::span<const Leaf> leaves) {
    Choices made;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const auto& leaf = leaves[i];
        const unsigned own = 1U << i;
        for (unsigned others = 0; others < own; ++others) {
            made.weight[own | others] = made.weight[others] + leaf.weight;
            made.fewest[own | others] = made.fewest[others] + leaf.factor * leaf.term(leaf.fewest);
            made.most[own | others] = made.most[others] + leaf.factor * leaf.term(leaf.most);
        }
        made.all |= own;
    }
    return made;
}

} // namespace vermeil
