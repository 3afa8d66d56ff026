// SPDX-License-Identifier: MIT
#pragma once
// Statistics of the values of a group of peers: middles, deviations, quantiles and ranks.

#include <vermeil/core/snap.hpp>
#include <vermeil/framework/relative_scale.hpp>
#include <vermeil/framework/scale.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
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

/// The standard deviation, of a sample (n - 1 in the denominator) or of all there are (n); 0 for fewer than two values.
inline double deviation_of(std::span<const double> rising, bool of_sample = true) {
    const double mean = mean_of(rising);
    double squares = 0;
    for (const double value : rising) {
        squares += (value - mean) * (value - mean);
    }
    return rising.size() < 2
               ? 0
               : std::sqrt(squares / static_cast<double>(rising.size() - std::size_t{of_sample}));
}

namespace detail {

/// How far into values in rising order, counted from 1, a quantile of Hyndman and Fan's definitions 4 to 9 lies.
inline double place_of(double share, double n, std::uint32_t type) {
    switch (type) {
    case 4:
        return n * share;
    case 5:
        return n * share + 0.5;
    case 6:
        return (n + 1) * share;
    case 8:
        return (n + 1.0 / 3) * share + 1.0 / 3;
    case 9:
        return (n + 0.25) * share + 0.375;
    default:
        return (n - 1) * share + 1;
    }
}

/// The quantile that is one of the values, or of definition 2 half-way between two: definitions 1 to 3.
inline double stepped_quantile(std::span<const double> rising, double share, std::uint32_t type) {
    const auto n = static_cast<double>(rising.size());
    const double place = snapped(n * share - (type == 3 ? 0.5 : 0));
    const double whole = std::floor(place);
    const auto value = [&](double at) {
        return rising[static_cast<std::size_t>(std::min(n, std::max(1.0, at))) - 1];
    };
    if (place > whole) {
        return value(whole + 1);
    }
    const bool is_even = std::fmod(whole, 2) == 0;
    return type == 2   ? (value(whole) + value(whole + 1)) / 2
           : type == 3 ? value(is_even ? whole : whole + 1)
                       : value(whole);
}

} // namespace detail

/// The quantile at a share from 0 to 1 of values in rising order, by one of the nine definitions of Hyndman and Fan (The
/// American Statistician 50 (1996) 361-365); 7, linear interpolation, is that of spreadsheets. 0 for no values.
inline double quantile_of(std::span<const double> rising, double share, std::uint32_t type = 7) {
    if (rising.empty()) {
        return 0;
    }
    if (type <= 3) {
        return detail::stepped_quantile(rising, share, type);
    }
    const auto n = static_cast<double>(rising.size());
    const double place = type == 7 ? share * (n - 1) : detail::place_of(share, n, type) - 1;
    const double at = std::min(n - 1, std::max(0.0, place));
    const auto below = static_cast<std::size_t>(at);
    const auto above = std::min(below + 1, rising.size() - 1);
    return rising[below] + (at - static_cast<double>(below)) * (rising[above] - rising[below]);
}

/// What z-scores count from and in: the mean and a standard deviation, or the median and 1.4826 times the median distance
/// from it, which is as large as a standard deviation where values are distributed normally.
inline std::pair<double, double> middle_of(std::span<const double> rising, Deviation deviation) {
    if (deviation != Deviation::median) {
        return {mean_of(rising), deviation_of(rising, deviation == Deviation::sample)};
    }
    const double median = quantile_of(rising, 0.5);
    std::vector<double> distances;
    for (const double value : rising) {
        distances.push_back(std::abs(value - median));
    }
    std::sort(distances.begin(), distances.end());
    return {median, 1.4826 * quantile_of(distances, 0.5)};
}

/// Pairs of each different value and its rank, counted from 1 at the least; equal values share one of their ranks or the
/// mean of them.
inline std::vector<ScalePoint> ranks_of(std::span<const double> rising, Ties ties = Ties::mean) {
    std::vector<ScalePoint> ranks;
    for (std::size_t i = 0; i < rising.size();) {
        std::size_t end = i;
        while (end < rising.size() && rising[end] == rising[i]) {
            ++end;
        }
        const auto first = static_cast<double>(i + 1), last = static_cast<double>(end);
        ranks.push_back({rising[i], ties == Ties::least  ? first
                                    : ties == Ties::most ? last
                                                         : (first + last) / 2});
        i = end;
    }
    return ranks;
}

} // namespace vermeil
