// SPDX-License-Identifier: MIT
#pragma once
// A weight that differs by service, as an evaluation sees it.

#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/weight_column.hpp>

#include <cstddef>
#include <optional>

namespace vermeil {

/// The column whose values a member weighs.
struct WeightPlan {
    std::size_t measure = 0;              ///< position among the framework's measures
    std::optional<double> otherwise = {}; ///< where the value is absent; without it the weight is not known
};

/// A column of weights with its position instead of its name; nothing where the weight is a number.
inline std::optional<WeightPlan> weight_plan(const Framework& framework,
                                             const std::optional<WeightColumn>& column) {
    return column ? std::optional(WeightPlan{framework.position(column->measure), column->otherwise})
                  : std::nullopt;
}

} // namespace vermeil
