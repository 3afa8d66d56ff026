// SPDX-License-Identifier: MIT
#pragma once
// A scale made of the values of one group of peers.

#include <vermeil/framework/relative_scale.hpp>
#include <vermeil/framework/scale.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

/// The mean of values; 0 for none. Values in rising order give the same sum whatever order the services came in.
inline double mean_of(std::span<const double> rising) {
    double sum = 0;
    for (const double value : rising) {
        sum += value;
    }
    return rising.empty() ? 0 : sum / static_cast<double>(rising.size());
}

/// The sample standard deviation, with n - 1 in the denominator; 0 for fewer than two values.
inline double deviation_of(std::span<const double> rising) {
    const double mean = mean_of(rising);
    double squares = 0;
    for (const double value : rising) {
        squares += (value - mean) * (value - mean);
    }
    return rising.size() < 2 ? 0 : std::sqrt(squares / static_cast<double>(rising.size() - 1));
}

/// The quantile at a share from 0 to 1 of values in rising order, by linear interpolation between them: Hyndman and Fan's
/// definition 7, that of spreadsheets. 0 for no values.
inline double quantile_of(std::span<const double> rising, double share) {
    if (rising.empty()) {
        return 0;
    }
    const double at = share * static_cast<double>(rising.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(at), rising.size() - 1);
    const auto above = std::min(below + 1, rising.size() - 1);
    return rising[below] + (at - static_cast<double>(below)) * (rising[above] - rising[below]);
}

namespace detail {

/// Skewness and excess kurtosis of a sample, G1 and G2 of Joanes and Gill (The Statistician 47 (1998) 183-189); both 0 for
/// fewer than four values or where all are alike.
inline std::pair<double, double> shape_of(std::span<const double> rising) {
    const auto n = static_cast<double>(rising.size());
    const double mean = mean_of(rising);
    double second = 0, third = 0, fourth = 0;
    for (const double value : rising) {
        const double off = value - mean;
        second += off * off;
        third += off * off * off;
        fourth += off * off * off * off;
    }
    second /= n, third /= n, fourth /= n;
    if (n < 4 || !(second > 0)) {
        return {0, 0};
    }
    const double skewness = third / std::pow(second, 1.5) * std::sqrt(n * (n - 1)) / (n - 2);
    const double excess = fourth / (second * second) - 3;
    return {skewness, ((n + 1) * excess + 6) * (n - 1) / ((n - 2) * (n - 3))};
}

/// Joins the most extreme values on the heavier side with the next ones while the shape is beyond its limits.
inline void hold_while_skewed(const HeldWhileSkewed& limits, std::vector<double>& rising) {
    for (std::size_t low = 0, high = 0; low + high < limits.most && low + high + 2 < rising.size();) {
        const auto [skewness, kurtosis] = shape_of(rising);
        if (!(std::abs(skewness) > limits.skewness && kurtosis > limits.kurtosis)) {
            return;
        }
        if (skewness > 0) {
            ++high;
            const auto from = rising.size() - high;
            std::fill(rising.begin() + static_cast<std::ptrdiff_t>(from), rising.end(), rising[from - 1]);
        } else {
            ++low;
            std::fill(rising.begin(), rising.begin() + static_cast<std::ptrdiff_t>(low), rising[low]);
        }
    }
}

/// The ends at which values are held; without winsorising the least and the most.
inline std::pair<double, double> ends_of(const Winsorising& how, std::vector<double>& rising) {
    if (const auto* quantiles = std::get_if<HeldAtQuantiles>(&how)) {
        const double low = quantile_of(rising, quantiles->lower),
                     high = quantile_of(rising, quantiles->upper);
        for (auto& value : rising) {
            value = std::min(high, std::max(low, value));
        }
        return {low, high};
    }
    if (const auto* deviations = std::get_if<HeldAtDeviations>(&how)) {
        const double mean = mean_of(rising), reach = deviations->most * deviation_of(rising);
        return {mean - reach, mean + reach};
    }
    if (const auto* skewed = std::get_if<HeldWhileSkewed>(&how)) {
        hold_while_skewed(*skewed, rising);
    }
    return {rising.front(), rising.back()};
}

/// Halves the ranks of equal values between them: pairs of each value and its rank, from 1.
inline std::vector<ScalePoint> ranks_of(std::span<const double> rising) {
    std::vector<ScalePoint> ranks;
    for (std::size_t i = 0; i < rising.size();) {
        std::size_t end = i;
        while (end < rising.size() && rising[end] == rising[i]) {
            ++end;
        }
        ranks.push_back({rising[i], static_cast<double>(i + 1 + end) / 2});
        i = end;
    }
    return ranks;
}

/// One line through two values, or what stands half-way where they are one.
inline Scale line_between(ScalePoint left, ScalePoint right) {
    if (!(left.value < right.value)) {
        return StepScale{{}, (left.points + right.points) / 2};
    }
    return LinearScale{{left, right}};
}

/// So many points for each standard deviation above the mean.
inline Scale z_score(double points, bool is_held, std::pair<double, double> ends,
                     std::span<const double> rising) {
    const double mean = mean_of(rising), deviation = deviation_of(rising);
    if (!(deviation > 0) || !(ends.first < ends.second)) {
        return StepScale{{}, 0};
    }
    const auto at = [&](double value) { return ScalePoint{value, points * ((value - mean) / deviation)}; };
    LinearScale line{{at(ends.first), at(ends.second)}};
    line.goes_on = !is_held;
    return line;
}

/// The ranks stretched between two ends, in straight lines from value to value.
inline Scale percentiles(double least, double most, std::span<const double> rising) {
    auto ranks = ranks_of(rising);
    if (ranks.size() < 2) {
        return StepScale{{}, (least + most) / 2};
    }
    const auto n = static_cast<double>(rising.size());
    for (auto& each : ranks) {
        each.points = least + (each.points - 1) / (n - 1) * (most - least);
    }
    return LinearScale{std::move(ranks)};
}

/// A step at each quantile that parts the peers; a value that equals one belongs to the part above it.
inline Scale parts(const std::vector<double>& points, std::span<const double> rising) {
    StepScale steps{{}, points.front()};
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double cut = quantile_of(rising, static_cast<double>(i) / static_cast<double>(points.size()));
        if (!steps.steps.empty() && steps.steps.back().value == cut) {
            steps.steps.pop_back();
        }
        steps.steps.push_back({cut, points[i]});
    }
    return steps;
}

/// The scale that a relative one becomes among values in rising order.
inline Scale fit_rising(const RelativeScale& scale, std::vector<double>& values) {
    auto ends = ends_of(scale.winsorising, values);
    const bool is_held = !std::holds_alternative<std::monostate>(scale.winsorising);
    const auto& points = scale.points;
    const auto n = static_cast<double>(values.size());
    switch (scale.kind) {
    case RelativeScale::Kind::z_score:
        return z_score(points[0], is_held, ends, values);
    case RelativeScale::Kind::min_max:
        ends = {std::max(ends.first, values.front()), std::min(ends.second, values.back())};
        return line_between({ends.first, points[0]}, {ends.second, points[1]});
    case RelativeScale::Kind::percentile:
        return percentiles(points[0], points[1], values);
    case RelativeScale::Kind::quantiles:
        return parts(points, values);
    case RelativeScale::Kind::rank:
        break;
    }
    return points[0] > 0 ? percentiles(1, n, values) : percentiles(n, 1, values);
}

} // namespace detail

/// The scale that a relative one becomes among peers with these values, in any order; every point is 0 where there is none.
/// Where all values are alike, each earns what lies half-way, or 0 as a z-score. Of logarithms, values of 0 or less have
/// none: they take no part, and earn what the least of the others earns.
inline Scale fit_scale(const RelativeScale& scale, std::vector<double> values) {
    if (scale.logarithmic) {
        std::erase_if(values, [](double value) { return value <= 0; });
        std::transform(values.begin(), values.end(), values.begin(),
                       [](double value) { return std::log(value); });
    }
    if (values.empty()) {
        return StepScale();
    }
    std::sort(values.begin(), values.end());
    auto made = detail::fit_rising(scale, values);
    if (auto* line = std::get_if<LinearScale>(&made); scale.logarithmic && line != nullptr) {
        line->logarithmic = true;
        for (auto& each : line->through) {
            each.value = std::exp(each.value);
        }
    }
    return made;
}

} // namespace vermeil
