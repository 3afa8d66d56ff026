// SPDX-License-Identifier: MIT
#pragma once
// How a measure's value becomes points.

#include <algorithm>
#include <cmath>
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
    /// The lines are straight in the logarithm of the value; a value of 0 or less lies before the first point.
    bool logarithmic = false;
    /// Outside the points the lines at the ends go on.
    bool goes_on = false;
};

/// The points of the highest step that the value reaches; below the first step, `below`.
struct StepScale {
    std::vector<ScalePoint> steps; ///< in rising order of value
    double below = 0;
    bool passes = false; ///< a value that equals a step has not reached it: only one above has
};

/// As many fewer points as the value is larger: points * value / the value at hand. Up to `value` all the points.
struct InverseScale {
    double value = 1; ///< above 0
    double points = 0;
};

/// Points for each word of an ordered scale: position 1 earns the first. Beyond the scale its ends hold.
struct WordScale {
    std::vector<double> points;
};

/// How a measure's value becomes points.
using Scale = std::variant<LinearScale, StepScale, WordScale, InverseScale>;

namespace detail {

/// The first entry, at or after `from`, whose value is above the given one; a long list is halved, a short one walked.
inline std::size_t first_above(const std::vector<ScalePoint>& entries, double value) noexcept {
    const auto above = [](double left, const ScalePoint& right) { return left < right.value; };
    return static_cast<std::size_t>(std::upper_bound(entries.begin(), entries.end(), value, above) -
                                    entries.begin());
}

/// What a scale measures distances in.
inline double along(const LinearScale& scale, double value) noexcept {
    return scale.logarithmic ? std::log(value) : value;
}

} // namespace detail

/// The points on the line through the value; beyond the ends those of the ends, or of the lines that go on.
inline double points(const LinearScale& scale, double value) noexcept {
    const auto last = scale.through.size() - 1;
    const auto above = detail::first_above(scale.through, value);
    const auto piece = std::min(above > 0 ? above - 1 : 0, last - 1);
    const auto& left = scale.through[piece];
    const auto& right = scale.through[piece + 1];
    if (scale.logarithmic && value <= 0) {
        return left.points;
    }
    const double from = detail::along(scale, left.value);
    const double share =
        (detail::along(scale, value) - from) * (1 / (detail::along(scale, right.value) - from));
    const double held = scale.goes_on ? share : share < 0 ? 0 : share > 1 ? 1 : share;
    return left.points + held * (right.points - left.points);
}

/// The points of the highest step reached.
inline double points(const StepScale& scale, double value) noexcept {
    auto above = detail::first_above(scale.steps, value);
    above -= std::size_t{scale.passes && above > 0 && scale.steps[above - 1].value == value};
    return above > 0 ? scale.steps[above - 1].points : scale.below;
}

/// The points, in the measure in which the value is larger.
inline double points(const InverseScale& scale, double value) noexcept {
    return value <= scale.value ? scale.points : scale.points * (scale.value / value);
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
    if (const auto* inverse = std::get_if<InverseScale>(&scale)) {
        return points(*inverse, value);
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
    } else if (const auto* inverse = std::get_if<InverseScale>(&scale)) {
        given = {0, inverse->points};
    } else {
        given = std::get<WordScale>(scale).points;
    }
    const auto [fewest, most] = std::minmax_element(given.begin(), given.end());
    return {*fewest, *most};
}

} // namespace vermeil
