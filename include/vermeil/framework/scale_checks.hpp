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
    } else if (const auto* inverse = std::get_if<InverseScale>(&scale)) {
        require_number(inverse->value, place, about + " has a scale with a number");
        require_number(inverse->points, place, about + " has a scale with a number");
        require(inverse->value > 0, place,
                about + " has an inverse scale at " + shortest(inverse->value) +
                    "; a number above 0 is needed");
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
    } else if (const auto* fences = std::get_if<HeldAtFences>(&how)) {
        require(fences->most > 0 && fences->most <= largest_number, place,
                about + " holds values at fences " + shortest(fences->most) +
                    " times the distance of the quartiles away; a number above 0 is needed");
    } else if (const auto* skewed = std::get_if<HeldWhileSkewed>(&how)) {
        require(skewed->skewness >= 0, place,
                about + " holds values while skewness is beyond " + shortest(skewed->skewness) +
                    "; 0 or more is needed");
    }
}

/// The shares at which parts end, and the ends that do not come from the peers.
inline void check_ends(const RelativeScale& scale, const std::string& about) {
    const auto& at = scale.at;
    require(at.empty() || at.size() + 1 == scale.points.size(), scale.place,
            about + " has " + std::to_string(scale.points.size()) + " parts that end at " +
                std::to_string(at.size()) + " shares; one fewer than the parts are needed");
    for (std::size_t i = 0; i < at.size(); ++i) {
        require(at[i] > 0 && at[i] < 1 && (i == 0 || at[i - 1] < at[i]), scale.place,
                about + " has parts that end at the share " + shortest(at[i]) +
                    "; rising shares between 0 and 1 are needed");
    }
    for (const auto& end : {scale.from, scale.until}) {
        require_number(end.value_or(0), scale.place, about + " has a scale with a number");
    }
    require(!scale.from || !scale.until, scale.place,
            about + " has a min_max with both from and until, which compares with nobody; use linear");
    const double end = scale.from ? *scale.from : scale.until.value_or(1);
    require(!scale.logarithmic || end > 0, scale.place,
            about + " has a scale of logarithms with the end " + shortest(end) +
                "; a number above 0 is needed");
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
    check_ends(scale, about);
    const bool is_rank = scale.kind == Kind::percentile || scale.kind == Kind::rank;
    require(!is_rank || std::holds_alternative<std::monostate>(scale.winsorising), scale.place,
            about + " winsorises ranks, which have no outliers; percentile and rank have no winsorise");
    check_winsorising(scale.winsorising, scale.place, about);
}

} // namespace vermeil::detail
