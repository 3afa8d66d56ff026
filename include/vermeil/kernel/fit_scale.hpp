// SPDX-License-Identifier: MIT
#pragma once
// A scale made of the values of one group of peers.

#include <vermeil/core/k_means.hpp>
#include <vermeil/framework/relative_scale.hpp>
#include <vermeil/framework/scale.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
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

/// A step at each quantile that parts the peers, `at` shares or of one size; a value that equals one belongs to the part
/// above it.
inline Scale parts(const std::vector<double>& points, const std::vector<double>& at,
                   std::span<const double> rising) {
    StepScale steps{{}, points.front()};
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double equal = static_cast<double>(i) / static_cast<double>(points.size());
        const double cut = quantile_of(rising, at.empty() ? equal : at[i - 1]);
        if (!steps.steps.empty() && steps.steps.back().value == cut) {
            steps.steps.pop_back();
        }
        steps.steps.push_back({cut, points[i]});
    }
    return steps;
}

/// A step at the lowest value of each cluster but the first; nothing where there are fewer different values than clusters.
inline std::optional<Scale> clusters(const std::vector<double>& points, std::span<const double> rising) {
    const auto starts = k_means(rising, points.size());
    if (starts.size() < points.size()) {
        return std::nullopt;
    }
    StepScale steps{{}, points.front()};
    for (std::size_t i = 1; i < points.size(); ++i) {
        steps.steps.push_back({rising[starts[i]], points[i]});
    }
    return steps;
}

/// The line between the least and the most of the peers, or an end that the rules fix.
inline Scale between_ends(const RelativeScale& scale, std::pair<double, double> ends,
                          std::span<const double> rising) {
    const auto along = [&](double value) { return scale.logarithmic ? std::log(value) : value; };
    const double least = scale.from ? along(*scale.from) : std::max(ends.first, rising.front());
    const double most = scale.until ? along(*scale.until) : std::min(ends.second, rising.back());
    if ((scale.from || scale.until) && !(least < most)) { // all are beyond the end that the rules fix
        return StepScale{{}, scale.points[scale.from ? 0 : 1]};
    }
    return line_between({least, scale.points[0]}, {most, scale.points[1]});
}

/// The scale that a relative one becomes among values in rising order; nothing where they do not suffice.
inline std::optional<Scale> fit_rising(const RelativeScale& scale, std::vector<double>& values) {
    const auto ends = ends_of(scale.winsorising, values);
    const bool is_held = !std::holds_alternative<std::monostate>(scale.winsorising);
    const auto& points = scale.points;
    const auto n = static_cast<double>(values.size());
    switch (scale.kind) {
    case RelativeScale::Kind::z_score:
        return z_score(points[0], is_held, ends, values);
    case RelativeScale::Kind::min_max:
        return between_ends(scale, ends, values);
    case RelativeScale::Kind::percentile:
        return percentiles(points[0], points[1], values);
    case RelativeScale::Kind::quantiles:
        return parts(points, scale.at, values);
    case RelativeScale::Kind::k_means:
        return clusters(points, values);
    case RelativeScale::Kind::inverse:
        return InverseScale{std::max(ends.first, values.front()), points[0]};
    case RelativeScale::Kind::rank:
        break;
    }
    return points[0] > 0 ? percentiles(1, n, values) : percentiles(n, 1, values);
}

} // namespace detail

/// The scale that a relative one becomes among peers with these values, in any order; nothing where there is none, or fewer
/// different ones than clusters. Where all values are alike, each earns what lies half-way, or 0 as a z-score. Of
/// logarithms, and where points are shared out inversely, values of 0 or less have none: they take no part, and earn what
/// the least of the others earns.
inline std::optional<Scale> fit_scale(const RelativeScale& scale, std::vector<double> values) {
    if (scale.logarithmic || scale.kind == RelativeScale::Kind::inverse) {
        std::erase_if(values, [](double value) { return value <= 0; });
    }
    if (scale.logarithmic) {
        std::transform(values.begin(), values.end(), values.begin(),
                       [](double value) { return std::log(value); });
    }
    if (values.empty()) {
        return std::nullopt;
    }
    std::sort(values.begin(), values.end());
    auto made = detail::fit_rising(scale, values);
    if (auto* line = made ? std::get_if<LinearScale>(&*made) : nullptr;
        scale.logarithmic && line != nullptr) {
        line->logarithmic = true;
        for (auto& each : line->through) {
            each.value = std::exp(each.value);
        }
    }
    return made;
}

} // namespace vermeil
