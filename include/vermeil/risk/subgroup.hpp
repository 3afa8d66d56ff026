// SPDX-License-Identifier: MIT
#pragma once
// Charts of subgroups: several readings a period, plotted by their mean or their standard deviation.

#include <vermeil/risk/chart_point.hpp>
#include <vermeil/risk/chart_rules.hpp>
#include <vermeil/risk/chart_series.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

namespace vermeil::detail {

/// c4(n) = sqrt(2 / (n - 1)) Gamma(n / 2) / Gamma((n - 1) / 2), by which a normal sample's standard deviation falls short.
///
/// With G(n) the ratio of the gammas, G(2) = 1 / sqrt(pi) and G(n + 1) = (n - 1) / (2 G(n)). Assumes n of 2 or more.
inline double c4(std::size_t n) {
    double ratio = std::numbers::inv_sqrtpi;
    for (std::size_t k = 2; k < n; ++k) {
        ratio = static_cast<double>(k - 1) / 2 / ratio;
    }
    return std::sqrt(2 / static_cast<double>(n - 1)) * ratio;
}

/// How far the mean or the standard deviation of so many readings strays, in standard deviations of a reading whose own is known
/// by its mean in samples of that size: A3 / 3 or (B4 - 1) / 3.
inline double spread_of_subgroup(ChartKind kind, double size) {
    const double falls_short = c4(static_cast<std::size_t>(size));
    return kind == ChartKind::xbar ? 1 / (falls_short * std::sqrt(size))
                                   : std::sqrt(1 - falls_short * falls_short) / falls_short;
}

/// Subgroups of readings: centre and limits by their standard deviations (Montgomery 6.29 to 6.31). Where all subgroups are
/// of one size the mean standard deviation serves, else the pooled one; c4, A3, B3 and B4 follow each size.
inline void subgroup_lines(const ChartSeries& series, const ChartRules& rules, std::span<ChartPoint> points,
                           std::size_t first) {
    const auto kind = rules.kind;
    bool one_size = true;
    double sizes = 0;
    double means = 0;
    double spreads = 0;
    double freedom = 0;
    double squares = 0;
    double groups = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto at = first + i;
        one_size = one_size && series.n[at] == series.n[first];
        if (!series.is_baseline(at)) {
            continue;
        }
        if (!series.is_present(at)) {
            freedom -= rules.empty == EmptySubgroups::taken_off ? 1 : 0;
            continue;
        }
        sizes += series.n[at];
        means += series.n[at] * series.value[at];
        if (series.n[at] > 1) {
            spreads += series.spread[at];
            groups += 1;
            freedom += series.n[at] - 1;
            squares += (series.n[at] - 1) * series.spread[at] * series.spread[at];
        }
    }
    const double sigma = groups == 0   ? 0
                         : one_size    ? spreads / groups
                         : freedom > 0 ? std::sqrt(squares / freedom)
                                       : 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i].centre = kind == ChartKind::xbar ? means / sizes : sigma;
        points[i].has_centre = kind == ChartKind::xbar || groups > 0;
        if (points[i].has && series.n[first + i] > 1 && groups > 0) {
            set_limits(points[i], sigma * spread_of_subgroup(kind, series.n[first + i]));
        }
    }
    if (kind == ChartKind::s) {
        for (auto& point : points) {
            point.lower = std::max(point.lower, 0.0);
            point.near_lower = std::max(point.near_lower, 0.0);
        }
    }
}

} // namespace vermeil::detail
