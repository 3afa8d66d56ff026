// SPDX-License-Identifier: MIT
#pragma once
// Measures that belong together, and how their points become one number.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/rounding.hpp>
#include <vermeil/framework/scale.hpp>
#include <vermeil/measure/measure.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

/// How a node's children become its score.
enum class Aggregate {
    mean,    ///< sum of weight * points / sum of weight
    sum,     ///< sum of weight * points
    minimum, ///< the fewest points of any child; weights count for the coverage alone
    maximum  ///< the most points of any child; likewise
};

inline constexpr std::array<std::string_view, 4> aggregate_names{"mean", "sum", "minimum", "maximum"};

/// Whether a node looks at one of its children instead of adding them up.
inline bool is_extreme(Aggregate aggregate) noexcept {
    return aggregate == Aggregate::minimum || aggregate == Aggregate::maximum;
}

/// A node of the tree. A mean without a weight and a rounding counts in its parent as if its members stood there
/// themselves; any other group without a weight weighs 1.
struct Group {
    std::string id;
    std::string label;
    std::string within; ///< the group it belongs to; empty for the whole
    Aggregate aggregate = Aggregate::mean;
    std::optional<double> weight;
    Place place;
    std::optional<Rounding> rounding = {}; ///< of its score
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
