// SPDX-License-Identifier: MIT
#pragma once
// A scale made of the values of one group of peers.

#include <vermeil/core/k_means.hpp>
#include <vermeil/framework/relative_scale.hpp>
#include <vermeil/framework/scale.hpp>
#include <vermeil/kernel/peer_values.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil {

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

/// Holds values between two ends, and gives these.
inline std::pair<double, double> hold_between(double low, double high, std::vector<double>& rising) {
    for (auto& value : rising) {
        value = std::min(high, std::max(low, value));
    }
    return {low, high};
}

/// The ends at which values are held; without winsorising the least and the most.
inline std::pair<double, double> ends_of(const RelativeScale& scale, std::vector<double>& rising) {
    const auto& how = scale.winsorising;
    if (const auto* quantiles = std::get_if<HeldAtQuantiles>(&how)) {
        return hold_between(quantile_of(rising, quantiles->lower, quantiles->type),
                            quantile_of(rising, quantiles->upper, quantiles->type), rising);
    }
    if (const auto* fences = std::get_if<HeldAtFences>(&how)) {
        const double lower = quantile_of(rising, 0.25, fences->type);
        const double upper = quantile_of(rising, 0.75, fences->type);
        const double reach = fences->most * (upper - lower);
        return hold_between(std::max(rising.front(), lower - reach), std::min(rising.back(), upper + reach),
                            rising);
    }
    if (const auto* deviations = std::get_if<HeldAtDeviations>(&how)) {
        const auto [centre, deviation] = middle_of(rising, scale.deviation);
        const double reach = deviations->most * deviation;
        return {centre - reach, centre + reach};
    }
    if (const auto* skewed = std::get_if<HeldWhileSkewed>(&how)) {
        hold_while_skewed(*skewed, rising);
    }
    return {rising.front(), rising.back()};
}

/// One line through two values, or what stands half-way where they are one.
inline Scale line_between(ScalePoint left, ScalePoint right) {
    if (!(left.value < right.value)) {
        return StepScale{{}, (left.points + right.points) / 2};
    }
    return LinearScale{{left, right}};
}

/// So many points for each deviation above the middle.
inline Scale z_score(const RelativeScale& scale, std::pair<double, double> ends,
                     std::span<const double> rising) {
    const auto [centre, deviation] = middle_of(rising, scale.deviation);
    if (!(deviation > 0) || !(ends.first < ends.second)) {
        return StepScale{{}, 0};
    }
    const auto at = [&, from = centre, of = deviation](double value) {
        return ScalePoint{value, scale.points[0] * ((value - from) / of)};
    };
    LinearScale line{{at(ends.first), at(ends.second)}};
    line.goes_on = std::holds_alternative<std::monostate>(scale.winsorising);
    return line;
}

/// The share of the peers that a rank among n of them stands for.
inline double share_of_rank(RankShare share, double rank, double n) {
    switch (share) {
    case RankShare::reached:
        return rank / n;
    case RankShare::middle:
        return (rank - 0.5) / n;
    case RankShare::beyond:
        return rank / (n + 1);
    case RankShare::below:
        return (rank - 1) / n;
    case RankShare::ends:
        break;
    }
    return n > 1 ? (rank - 1) / (n - 1) : 0.5;
}

/// What stands at each rank, in straight lines from value to value.
template <class Points> Scale along_ranks(std::span<const double> rising, Ties ties, Points points) {
    auto ranks = ranks_of(rising, ties);
    for (auto& each : ranks) {
        each.points = points(each.points);
    }
    if (ranks.size() < 2) {
        return StepScale{{}, ranks.front().points};
    }
    return LinearScale{std::move(ranks)};
}

/// The shares of the ranks, stretched between the points of 0 and those of 1.
inline Scale percentiles(const RelativeScale& scale, std::span<const double> rising) {
    const auto n = static_cast<double>(rising.size());
    const double least = scale.points[0], most = scale.points[1];
    return along_ranks(rising, scale.ties, [&](double rank) {
        return least + share_of_rank(scale.share, rank, n) * (most - least);
    });
}

/// The ranks themselves, counted from the end at which 1 stands; of equal values those that the rules name.
inline Scale ranks(const RelativeScale& scale, std::span<const double> rising) {
    const bool falls = scale.points[0] < 0;
    const auto n = static_cast<double>(rising.size());
    const auto turned = scale.ties == Ties::least  ? Ties::most
                        : scale.ties == Ties::most ? Ties::least
                                                   : Ties::mean;
    return along_ranks(rising, falls ? turned : scale.ties,
                       [&](double rank) { return falls ? n + 1 - rank : rank; });
}

/// A step at each quantile that parts the peers, `at` shares or of one size; a value that equals one belongs to the part
/// above it, or where it has to be passed, below.
inline Scale parts(const RelativeScale& scale, std::span<const double> rising) {
    const auto& points = scale.points;
    StepScale steps{{}, points.front(), scale.passes};
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double equal = static_cast<double>(i) / static_cast<double>(points.size());
        const double cut = quantile_of(rising, scale.at.empty() ? equal : scale.at[i - 1], scale.type);
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
    const auto ends = ends_of(scale, values);
    switch (scale.kind) {
    case RelativeScale::Kind::z_score:
        return z_score(scale, ends, values);
    case RelativeScale::Kind::min_max:
        return between_ends(scale, ends, values);
    case RelativeScale::Kind::percentile:
        return percentiles(scale, values);
    case RelativeScale::Kind::quantiles:
        return parts(scale, values);
    case RelativeScale::Kind::k_means:
        return clusters(scale.points, values);
    case RelativeScale::Kind::inverse:
        return InverseScale{std::max(ends.first, values.front()), scale.points[0]};
    case RelativeScale::Kind::rank:
        break;
    }
    return ranks(scale, values);
}

} // namespace detail

/// The scale that a relative one becomes among peers with these values, in any order; nothing where there is none, or fewer
/// different ones than clusters. Where all values are alike, each earns what lies half-way (as a percentile what its rank
/// earns), or 0 as a z-score. Of
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
