// SPDX-License-Identifier: MIT
#pragma once
// What the weights of measures and groups must satisfy.

#include <vermeil/framework/condition_checks.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>

#include <algorithm>
#include <concepts>
#include <optional>
#include <string>

namespace vermeil::detail {

inline void check_weight_column(const std::same_as<Rules> auto& rules, const std::optional<double>& weight,
                                const std::optional<WeightColumn>& column, const std::string& about) {
    if (!column) {
        return;
    }
    const auto known = measure_names(rules);
    require(!weight, column->place, about + " has both a weight and a column of weights");
    require(std::find(known.begin(), known.end(), column->measure) != known.end(), column->place,
            about + " is weighed by " + quoted(column->measure) + "; the measures are " +
                instead_of(column->measure, known));
    require(!column->otherwise || (*column->otherwise >= 0 && *column->otherwise <= largest_number),
            column->place,
            about + " otherwise weighs " + shortest(column->otherwise.value_or(0)) +
                "; a number from 0 to 1000000 is needed");
}

inline void check_weights(const std::same_as<Rules> auto& rules) {
    for (const auto& indicator : rules.indicators) {
        const auto about = "measure " + quoted(indicator.measure.id);
        require_weight(indicator.weight, indicator.weight_place, about);
        check_weight_column(rules, indicator.weight, indicator.weighed_by, about);
    }
    for (const auto& group : rules.groups) {
        const auto about = "group " + quoted(group.id);
        require_weight(group.weight, group.place, about);
        check_weight_column(rules, group.weight, group.weighed_by, about);
    }
}

} // namespace vermeil::detail
