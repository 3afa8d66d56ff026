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

/// What the subgroups of a baseline say together.
struct PooledSubgroups {
    double sizes = 0;
    double means = 0;   ///< each times its size
    double spreads = 0; ///< of subgroups of two readings and more
    double groups = 0;  ///< how many of these there are
    double freedom = 0; ///< their sizes less one each
    double squares = 0; ///< their squared spreads, each times its freedom
    bool one_size = true;

    /// Their common standard deviation: the mean where all are of one size, else pooled; 0 where there is none.
    [[nodiscard]] double sigma() const noexcept {
        return groups == 0 || freedom <= 0 ? 0 : one_size ? spreads / groups : std::sqrt(squares / freedom);
    }
};

inline PooledSubgroups pooled(const ChartSeries& series, const ChartRules& rules, std::size_t first,
                              std::size_t size) {
    PooledSubgroups all;
    for (auto at = first; at < first + size; ++at) {
        const double n = series.n[at];
        all.one_size = all.one_size && n == series.n[first];
        if (!series.is_baseline(at)) {
            continue;
        }
        if (!series.is_present(at)) {
            all.freedom -= rules.empty == EmptySubgroups::taken_off ? 1 : 0;
            continue;
        }
        all.sizes += n;
        all.means += n * series.value[at];
        if (n > 1) {
            all.spreads += series.spread[at];
            all.groups += 1;
            all.freedom += n - 1;
            all.squares += (n - 1) * series.spread[at] * series.spread[at];
        }
    }
    return all;
}

/// Subgroups of readings: centre and limits by their standard deviations (Montgomery 6.29 to 6.31). Where all subgroups are
/// of one size the mean standard deviation serves, else the pooled one; c4, A3, B3 and B4 follow each size.
inline void subgroup_lines(const ChartSeries& series, const ChartRules& rules, std::span<ChartPoint> points,
                           std::size_t first) {
    const bool of_means = rules.kind == ChartKind::xbar;
    const auto all = pooled(series, rules, first, points.size());
    const double middle = settled_centre(points, of_means ? all.means / all.sizes : all.sigma());
    const double sigma = of_means ? all.sigma() : middle;
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto& point = points[i];
        point.centre = middle;
        point.has_centre = of_means || all.groups > 0;
        if (point.has && series.n[first + i] > 1 && all.groups > 0) {
            set_limits(point, sigma * spread_of_subgroup(rules.kind, series.n[first + i]));
        }
        if (!of_means) {
            point.lower = std::max(point.lower, 0.0);
            point.near_lower = std::max(point.near_lower, 0.0);
        }
    }
}

} // namespace vermeil::detail
