// SPDX-License-Identifier: MIT
#pragma once
// Makes the leaves of the tree out of a framework's indicators.

#include <vermeil/core/error.hpp>
#include <vermeil/core/observed.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/tree_checks.hpp>
#include <vermeil/kernel/group_plan.hpp>
#include <vermeil/kernel/leaf.hpp>
#include <vermeil/kernel/resolved.hpp>

#include <cstddef>
#include <limits>
#include <optional>
#include <variant>

namespace vermeil::detail {

/// `zero` binds the provider alone: a measure that somebody else owes keeps its bounds.
inline Policy policy_of(const Rules& rules, const Measure& measure, State state) {
    const auto named = rules.missing.of(state).policy;
    const bool not_for_it = named == Policy::zero && measure.owed_by != Owner::provider;
    return not_for_it || named == Policy::carry_forward ? Policy::bounds : named;
}

/// A scale that is one straight line.
inline std::optional<Line> line_of(const Scale& scale) {
    const auto* linear = std::get_if<LinearScale>(&scale);
    if (linear == nullptr || linear->through.size() != 2 || linear->logarithmic) {
        return std::nullopt;
    }
    const auto& left = linear->through[0];
    const auto& right = linear->through[1];
    Line made{left.value, 1 / (right.value - left.value), left.points, right.points - left.points};
    if (linear->goes_on) {
        made.all = std::numeric_limits<double>::infinity();
        made.nothing = -made.all;
    }
    return made;
}

inline void add_policy(Leaf& leaf, State state, Policy policy) {
    leaf.policy[static_cast<std::size_t>(state)] = policy;
    if (policy == Policy::leave_out) {
        leaf.left_out.add(state);
    } else if (policy == Policy::renormalise) {
        leaf.stretched.add(state);
    } else if (policy != Policy::bounds) {
        leaf.looked_at.add(state);
    }
}

/// An indicator of the rules as an evaluation sees it.
/// @throws DefinitionError where it needs a weight and has none yet.
inline Leaf made_leaf(auto& resolved, const Framework& framework, std::size_t index) {
    const auto& rules = framework.rules();
    const auto& indicator = rules.indicators[index];
    const auto* group = find_group(rules, indicator.within);
    const auto aggregate = group != nullptr ? group->aggregate : rules.aggregate;
    if (!indicator.weight && !indicator.weighed_by && is_mean(aggregate)) {
        throw DefinitionError(indicator.measure.place,
                              "measure " + quoted(indicator.measure.id) +
                                  " has no weight yet; set one before rating with this framework");
    }
    Leaf made;
    made.measure = index;
    made.weight = indicator.weight.value_or(1);
    made.factor = is_extreme(aggregate) ? 1 : made.weight;
    made.weighed_by = weight_plan(framework, indicator.weighed_by);
    made.logarithms = multiplies(aggregate) && !made.weighed_by;
    made.scales = resolved.scales(indicator);
    made.means = resolved.means(indicator.measure);
    const auto range = range_of(made.scales);
    made.fewest = range.fewest;
    made.most = range.most;
    if (!made.scales.splits() && !made.logarithms) {
        made.line = line_of(made.scales.each.front());
    }
    for (std::size_t s = 1; s < state_count; ++s) {
        const auto state = static_cast<State>(s);
        add_policy(made, state, policy_of(rules, indicator.measure, state));
    }
    return made;
}

} // namespace vermeil::detail
