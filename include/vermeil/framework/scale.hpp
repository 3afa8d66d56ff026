// SPDX-License-Identifier: MIT
#pragma once
// How a measure's value becomes points.

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// A pair of a value and the points it earns.
struct ScalePoint {
    double value = 0;
    double points = 0;
    friend bool operator==(const ScalePoint&, const ScalePoint&) = default;
};

/// Straight lines between points, in rising order of value; outside them the end points hold.
struct LinearScale {
    std::vector<ScalePoint> through;
};

/// The points of the highest step that the value reaches; below the first step, `below`.
struct StepScale {
    std::vector<ScalePoint> steps; ///< in rising order of value; a value that equals a step has reached it
    double below = 0;
};

/// Points for each word of an ordered scale: position 1 earns the first. Beyond the scale its ends hold.
struct WordScale {
    std::vector<double> points;
};

/// How a measure's value becomes points.
using Scale = std::variant<LinearScale, StepScale, WordScale>;

/// The points of a value between the two ends of one straight line, held at the ends.
inline double points_between(const ScalePoint& left, const ScalePoint& right, double value) noexcept {
    const double share = (value - left.value) * (1 / (right.value - left.value));
    const double held = share < 0 ? 0 : share > 1 ? 1 : share;
    return left.points + held * (right.points - left.points);
}

/// The points on the line through the value; at the ends beyond them.
inline double points(const LinearScale& scale, double value) noexcept {
    std::size_t piece = 0;
    while (piece + 2 < scale.through.size() && value > scale.through[piece + 1].value) {
        ++piece;
    }
    return points_between(scale.through[piece], scale.through[piece + 1], value);
}

/// The points of the highest step reached.
inline double points(const StepScale& scale, double value) noexcept {
    double earned = scale.below;
    for (const auto& step : scale.steps) {
        earned = value >= step.value ? step.points : earned;
    }
    return earned;
}

/// The points of the word at a position; beyond the scale those of its nearest end.
inline double points(const WordScale& scale, double position) noexcept {
    const auto last = static_cast<double>(scale.points.size());
    const double held = position >= 1 ? std::min(position, last) : 1;
    return scale.points[static_cast<std::size_t>(held) - 1];
}

/// The points that a present value earns.
inline double points(const Scale& scale, double value) noexcept {
    if (const auto* linear = std::get_if<LinearScale>(&scale)) {
        return points(*linear, value);
    }
    if (const auto* steps = std::get_if<StepScale>(&scale)) {
        return points(*steps, value);
    }
    return points(*std::get_if<WordScale>(&scale), value);
}

/// The fewest and the most points that a scale can give.
inline std::pair<double, double> points_range(const Scale& scale) {
    std::vector<double> given;
    if (const auto* linear = std::get_if<LinearScale>(&scale)) {
        for (const auto& point : linear->through) {
            given.push_back(point.points);
        }
    } else if (const auto* steps = std::get_if<StepScale>(&scale)) {
        given.push_back(steps->below);
        for (const auto& step : steps->steps) {
            given.push_back(step.points);
        }
    } else {
        given = std::get<WordScale>(scale).points;
    }
    const auto [fewest, most] = std::minmax_element(given.begin(), given.end());
    return {*fewest, *most};
}

} // namespace vermeil
