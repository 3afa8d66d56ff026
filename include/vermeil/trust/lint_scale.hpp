// SPDX-License-Identifier: MIT
#pragma once
// Checks of the scales of measures: flat ones, ones that turn, ones against the direction that is stated.

#include <vermeil/core/wording.hpp>
#include <vermeil/trust/knots.hpp>
#include <vermeil/trust/lint_subject.hpp>
#include <vermeil/trust/trial_values.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

namespace vermeil::detail {

/// `0.9 earns 80`.
inline std::string earns(const ScalePoint& knot) {
    return shortest(knot.value) + " earns " + shortest(knot.points);
}

/// Where a scale turns: the two neighbours that go the other way than those before them.
inline std::string turn(const Scale& scale) {
    const auto made = knots(scale);
    double way = 0;
    for (std::size_t i = 1; i < made.size(); ++i) {
        const double step = made[i].points - made[i - 1].points;
        if (way * step < 0) {
            return earns(made[i - 1]) + ", and " + earns(made[i]);
        }
        way = step != 0 ? step : way;
    }
    return "";
}

/// One measure's scale.
inline void lint_scale_of(const LintSubject& about, const Indicator& indicator) {
    const auto& measure = indicator.measure;
    const auto way = slope(indicator), around = slope_around(about.rules, indicator);
    const bool goes = around == Slope::rising || around == Slope::falling;
    const auto name = "measure " + quoted(measure.id);
    if (way == Slope::flat) {
        const auto points = shortest(knots(indicator.scale).front().points);
        about.find(LintRule::flat_scale, measure.place, measure.id,
                   "every value of " + name + " earns " + points + " points",
                   words("its weight can move no score"),
                   "give its scale different points, or leave the measure out");
    }
    const auto meant = meant_direction(about.rules, indicator);
    if (way == Slope::turning) {
        about.find(LintRule::scale_turns, measure.place, measure.id,
                   "the points of " + name + " rise with its value and fall again",
                   words(indicator.relative ? "its points go up and down" : turn(indicator.scale)),
                   "let points go one way, or accept it with the reason why the middle is best");
    } else if (meant && goes && (meant == Direction::lower) != (around == Slope::falling)) {
        const auto made = knots(indicator.scale);
        const bool is_rating = is_word(measure.value);
        const auto whose = is_rating
                               ? std::string("its words stand best first")
                               : "its direction is '" +
                                     std::string(direction_names.at(static_cast<std::size_t>(*meant))) + "'";
        about.find(LintRule::scale_against_direction, measure.place, measure.id,
                   "the scale of " + name + " goes against its direction: " + whose,
                   words(indicator.relative
                             ? "its points " + std::string(way == Slope::rising ? "rise" : "fall")
                             : earns(made.front()) + ", and " + earns(made.back())),
                   "turn the points round, or the direction");
    }
}

/// The scales of all measures.
inline void lint_scales(const LintSubject& about) {
    for (const auto& indicator : about.rules.indicators) {
        lint_scale_of(about, indicator);
    }
}

} // namespace vermeil::detail
