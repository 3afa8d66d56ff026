// SPDX-License-Identifier: MIT
#pragma once
// Measures that belong together, and how their points become one number.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/scale.hpp>
#include <vermeil/measure/measure.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

/// How a node's children become its score.
enum class Aggregate {
    mean, ///< sum of weight * points / sum of weight
    sum   ///< sum of weight * points
};

inline constexpr std::array<std::string_view, 2> aggregate_names{"mean", "sum"};

/// A node of the tree. Without a weight its members count in the parent as if they stood there themselves.
struct Group {
    std::string id;
    std::string label;
    std::string within; ///< the group it belongs to; empty for the whole
    Aggregate aggregate = Aggregate::mean;
    std::optional<double> weight;
    Place place;
};

/// A leaf of the tree: a measure, the points it earns and what they weigh.
struct Indicator {
    Measure measure;
    Scale scale;
    std::string within; ///< the group it belongs to; empty for the whole
    std::optional<double>
        weight; ///< above 0; a framework may be read, not applied, before its weights are agreed
    Place weight_place;
};

} // namespace vermeil
