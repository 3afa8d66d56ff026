// SPDX-License-Identifier: MIT
#pragma once
// What the scales of measures and groups must satisfy.

#include <vermeil/framework/relative_scale.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/scale.hpp>

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

inline void check_rising(const std::vector<ScalePoint>& points, const Place& place, const std::string& about,
                         const std::string& kind) {
    const auto number = about + " has a scale with a number";
    for (std::size_t i = 0; i < points.size(); ++i) {
        require_number(points[i].value, place, number);
        require_number(points[i].points, place, number);
        const bool rises = i == 0 || points[i - 1].value < points[i].value;
        require(rises, place,
                rises ? ""
                      : about + ": the " + kind + " of its scale must rise in value; " +
                            shortest(points[i].value) + " follows " + shortest(points[i - 1].value));
    }
}

inline void check_scale(const Scale& scale, const Place& place, const std::string& about) {
    if (const auto* linear = std::get_if<LinearScale>(&scale)) {
        require(linear->through.size() >= 2, place, about + " has a linear scale of fewer than two points");
        check_rising(linear->through, place, about, "points");
        require(!linear->logarithmic || linear->through.front().value > 0, place,
                about + " has a scale of logarithms that begins at " +
                    shortest(linear->through.front().value) + "; a number above 0 is needed");
    } else if (const auto* steps = std::get_if<StepScale>(&scale)) {
        require(!steps->steps.empty(), place, about + " has a step scale without steps");
        check_rising(steps->steps, place, about, "steps");
        require_number(steps->below, place, about + " has a scale with a number");
    } else {
        const auto& points = std::get<WordScale>(scale).points;
        require(!points.empty(), place, about + " has a word scale without words");
        for (const double each : points) {
            require_number(each, place, about + " has a scale with a number");
        }
    }
}

inline void check_winsorising(const Winsorising& how, const Place& place, const std::string& about) {
    if (const auto* quantiles = std::get_if<HeldAtQuantiles>(&how)) {
        require(quantiles->lower >= 0 && quantiles->lower < quantiles->upper && quantiles->upper <= 1, place,
                about + " holds values at the quantiles " + shortest(quantiles->lower) + " and " +
                    shortest(quantiles->upper) + "; two rising shares from 0 to 1 are needed");
    } else if (const auto* deviations = std::get_if<HeldAtDeviations>(&how)) {
        require(deviations->most > 0 && deviations->most <= largest_number, place,
                about + " holds values at " + shortest(deviations->most) +
                    " standard deviations; a number above 0 is needed");
    } else if (const auto* skewed = std::get_if<HeldWhileSkewed>(&how)) {
        require(skewed->skewness >= 0, place,
                about + " holds values while skewness is beyond " + shortest(skewed->skewness) +
                    "; 0 or more is needed");
    }
}

inline void check_relative(const RelativeScale& scale, const std::string& about) {
    using Kind = RelativeScale::Kind;
    for (const double each : scale.points) {
        require_number(each, scale.place, about + " has a scale with a number");
    }
    const bool takes_logarithms = scale.kind == Kind::z_score || scale.kind == Kind::min_max;
    require(!scale.logarithmic || takes_logarithms, scale.place,
            about +
                " takes the logarithm of a rank, which changes nothing; only z_score and min_max have log");
    const bool is_rank = scale.kind == Kind::percentile || scale.kind == Kind::rank;
    require(
        !is_rank || std::holds_alternative<std::monostate>(scale.winsorising), scale.place,
        about +
            " winsorises ranks, which have no outliers; only z_score, min_max and quantiles have winsorise");
    check_winsorising(scale.winsorising, scale.place, about);
}

} // namespace vermeil::detail
