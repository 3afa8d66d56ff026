// SPDX-License-Identifier: MIT
#pragma once
// Where a scale bends, which way it goes, and which value earns given points.

#include <vermeil/framework/group.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/tree_checks.hpp>

#include <cmath>
#include <concepts>
#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// The values at which a scale bends or steps, each with its points, in rising order of value.
inline std::vector<ScalePoint> knots(const Scale& scale) {
    std::vector<ScalePoint> made;
    if (const auto* linear = std::get_if<LinearScale>(&scale)) {
        made = linear->through;
    } else if (const auto* steps = std::get_if<StepScale>(&scale)) {
        made = steps->steps;
        made.insert(made.begin(), {made.front().value - 1, steps->below});
    } else if (const auto* inverse = std::get_if<InverseScale>(&scale)) {
        for (const double times : {1.0, 2.0, 10.0}) {
            made.push_back({inverse->value * times, inverse->points / times});
        }
    } else {
        for (const double each : std::get<WordScale>(scale).points) {
            made.push_back({static_cast<double>(made.size() + 1), each});
        }
    }
    return made;
}

/// Which way points go as values rise.
enum class Slope { flat, rising, falling, turning };

/// The slope of a scale over all its values.
inline Slope slope(const Scale& scale) {
    bool rises = false, falls = false;
    const auto made = knots(scale);
    for (std::size_t i = 1; i < made.size(); ++i) {
        rises = rises || made[i].points > made[i - 1].points;
        falls = falls || made[i].points < made[i - 1].points;
    }
    return rises && falls ? Slope::turning : rises ? Slope::rising : falls ? Slope::falling : Slope::flat;
}

/// The slope of a scale that compares with peers, by its points.
inline Slope slope(const RelativeScale& scale) {
    const auto& points = scale.points;
    if (points.size() == 1) {
        const double way = scale.kind == RelativeScale::Kind::inverse ? -points[0] : points[0];
        return way > 0 ? Slope::rising : way < 0 ? Slope::falling : Slope::flat;
    }
    return slope(Scale(WordScale{points}));
}

/// The slope of a measure's scale.
inline Slope slope(const Indicator& indicator) {
    return indicator.relative ? slope(*indicator.relative) : slope(indicator.scale);
}

/// The slope after one more step: a falling step turns round, and one that turns, or stays flat, leaves nothing to say.
inline Slope then(Slope slope, Slope step) {
    const bool both_go = (slope == Slope::rising || slope == Slope::falling) &&
                         (step == Slope::rising || step == Slope::falling);
    return both_go                ? (slope == step ? Slope::rising : Slope::falling)
           : slope == Slope::flat ? Slope::flat
                                  : Slope::turning;
}

/// What a measure's points become in the groups around it, whose scales may turn them round.
inline Slope slope_around(const std::same_as<Rules> auto& rules, const Indicator& indicator) {
    auto made = slope(indicator);
    for (const auto* group = find_group(rules, indicator.within); group != nullptr;
         group = find_group(rules, group->within)) {
        if (group->relative || group->scale) {
            made = then(made, group->relative ? slope(*group->relative) : slope(*group->scale));
        }
    }
    return made;
}

/// Whether the number stands for a word of a scale, best first.
inline bool is_word(const ValueSource& source) {
    return std::holds_alternative<LatestRating>(source) || std::holds_alternative<GivenWord>(source);
}

/// Ratings stand in their order, best first, so their points fall where high points are good, and rise where they are bad.
inline std::optional<Direction> meant_direction(const std::same_as<Rules> auto& rules,
                                                const Indicator& indicator) {
    const bool is_rating = is_word(indicator.measure.value);
    const bool judged_by_score = rules.bands.front().cut.has_value();
    if (is_rating && judged_by_score) {
        return rules.higher_is == Face::better ? Direction::lower : Direction::higher;
    }
    return indicator.direction;
}

/// The way of better evidence: that of a measure's own points, unless the groups around it turn them round and its direction says
/// that they should.
inline Slope meant_slope(const std::same_as<Rules> auto& rules, const Indicator& indicator) {
    const auto meant = meant_direction(rules, indicator);
    const auto around = slope_around(rules, indicator);
    return meant && around == (*meant == Direction::lower ? Slope::falling : Slope::rising)
               ? around
               : slope(indicator);
}

/// Whether the groups around a measure turn its points round, as its direction says that they should.
inline bool is_turned(const std::same_as<Rules> auto& rules, const Indicator& indicator) {
    return meant_slope(rules, indicator) != slope(indicator);
}

/// The value between two knots that earns so many points.
inline double value_between(const ScalePoint& left, const ScalePoint& right, bool logarithmic,
                            double points) {
    const double share =
        right.points == left.points ? 0 : (points - left.points) / (right.points - left.points);
    return logarithmic
               ? std::exp(std::log(left.value) + share * (std::log(right.value) - std::log(left.value)))
               : left.value + share * (right.value - left.value);
}

/// A value that earns so many points, or the nearest that any knot earns.
inline double value_for(const Scale& scale, double points) {
    const auto* inverse = std::get_if<InverseScale>(&scale);
    if (inverse != nullptr && points > 0 && inverse->points > points) {
        return inverse->value * inverse->points / points;
    }
    const auto made = knots(scale);
    const auto* linear = std::get_if<LinearScale>(&scale);
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (linear != nullptr && i > 0 && (made[i - 1].points - points) * (made[i].points - points) <= 0) {
            return value_between(made[i - 1], made[i], linear->logarithmic, points);
        }
        nearest = std::abs(made[i].points - points) < std::abs(made[nearest].points - points) ? i : nearest;
    }
    return made[nearest].value;
}

} // namespace vermeil::detail
