// SPDX-License-Identifier: MIT
#pragma once
// Measures that belong together, and how their points become one number.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/band.hpp>
#include <vermeil/framework/condition.hpp>
#include <vermeil/framework/limiter.hpp>
#include <vermeil/framework/relative_scale.hpp>
#include <vermeil/framework/rounding.hpp>
#include <vermeil/framework/scale.hpp>
#include <vermeil/framework/weight_column.hpp>
#include <vermeil/measure/measure.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// How a node's children become its score.
enum class Aggregate {
    mean,    ///< sum of weight * points / sum of weight
    sum,     ///< sum of weight * points
    minimum, ///< the fewest points of any child; weights count for the coverage alone
    maximum, ///< the most points of any child; likewise
    product, ///< exp(sum of weight * ln(points)): a weight is an exponent; no points may be below 0
    geometric, ///< exp(sum of weight * ln(points) / sum of weight); no points may be below 0, and one of 0 makes all 0
    spread, ///< the most points of any child less the fewest; weights count for the coverage alone
    count   ///< how many children pass a test; likewise
};

inline constexpr std::array<std::string_view, 8> aggregate_names{"mean",    "sum",       "minimum", "maximum",
                                                                 "product", "geometric", "spread",  "count"};

/// Whether a node looks at one of its children instead of adding them up.
inline bool is_extreme(Aggregate aggregate) noexcept {
    return aggregate == Aggregate::minimum || aggregate == Aggregate::maximum;
}

/// Whether a node looks at its children one after the other, when all are known.
inline bool gathers(Aggregate aggregate) noexcept {
    return aggregate == Aggregate::spread || aggregate == Aggregate::count;
}

/// Whether a node multiplies: it adds up logarithms.
inline bool multiplies(Aggregate aggregate) noexcept {
    return aggregate == Aggregate::geometric || aggregate == Aggregate::product;
}

/// Whether weights divide a node's points.
inline bool is_mean(Aggregate aggregate) noexcept {
    return aggregate == Aggregate::mean || aggregate == Aggregate::geometric;
}

/// Which members must have data before a node has a score.
struct Presence {
    std::uint32_t least_members = 0;   ///< how many
    std::vector<std::string> required; ///< which ones, by their ids
    Place place = {};
    [[nodiscard]] bool asks() const noexcept { return least_members > 0 || !required.empty(); }
};

/// A node of the tree. A mean without a weight, a rounding, a scale, points for its bands and demands on presence counts in
/// its parent as if its members stood there themselves; any other group without a weight weighs 1. A group without the
/// members that it needs counts in its parent as a measure would that is `too_few`, and may have any of its bands.
struct Group {
    std::string id;
    std::string label;
    std::string within; ///< the group it belongs to; empty for the whole
    Aggregate aggregate = Aggregate::mean;
    std::optional<double> weight;
    Place place;
    std::optional<Rounding> rounding = {};      ///< of its score, before its scale
    std::optional<Scale> scale = {};            ///< turns its score into points, which then are its score
    std::optional<RelativeScale> relative = {}; ///< the same, in the place of `scale`
    Presence presence = {};
    std::vector<Band> bands =
        {}; ///< of its own, from the highest score down; those with points turn it into them
    std::vector<Limiter> limiters = {};          ///< of its own band
    MemberTest where = {};                       ///< of a count
    std::optional<WeightColumn> weighed_by = {}; ///< in the place of `weight`
    Cuts cuts = {};                              ///< where the cuts of its bands come from
};

/// Which values of a measure are meant to earn more points.
enum class Direction { higher, lower };

inline constexpr std::array<std::string_view, 2> direction_names{"higher", "lower"};

/// A leaf of the tree: a measure, the points it earns and what they weigh.
struct Indicator {
    Measure measure;
    Scale scale;
    std::string within; ///< the group it belongs to; empty for the whole
    std::optional<double>
        weight; ///< above 0; a framework may be read, not applied, before its weights are agreed
    Place weight_place;
    std::optional<RelativeScale> relative = {}; ///< in the place of `scale`, where the points depend on peers
    std::optional<Direction> direction = {};    ///< as stated; it makes the scale only where none is given
    std::optional<WeightColumn> weighed_by = {}; ///< in the place of `weight`
};

} // namespace vermeil
