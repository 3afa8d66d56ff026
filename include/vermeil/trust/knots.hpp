// SPDX-License-Identifier: MIT
#pragma once
// Where a scale bends, which way it goes, and which value earns given points.

#include <vermeil/framework/group.hpp>

#include <cmath>
#include <cstddef>
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

/// The slope of a measure's scale; of one that compares with peers, by its points.
inline Slope slope(const Indicator& indicator) {
    if (!indicator.relative) {
        return slope(indicator.scale);
    }
    const auto& points = indicator.relative->points;
    if (points.size() == 1) {
        const bool inverse = indicator.relative->kind == RelativeScale::Kind::inverse;
        const double way = inverse ? -points[0] : points[0];
        return way > 0 ? Slope::rising : way < 0 ? Slope::falling : Slope::flat;
    }
    return slope(Scale(WordScale{points}));
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
