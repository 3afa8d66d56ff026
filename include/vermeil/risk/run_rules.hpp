// SPDX-License-Identifier: MIT
#pragma once
// Whether a series wanders: its longest run, and how often it crosses its centre.

#include <vermeil/risk/chart_point.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace vermeil {

/// The runs of one phase. Points on the centre, without a value or not counted are no part of them.
struct Runs {
    std::size_t useful = 0;          ///< points off the centre
    std::size_t longest = 0;         ///< the longest run on one side
    std::size_t longest_most = 0;    ///< a longer one is a signal; 0 without useful points
    std::size_t crossings = 0;       ///< how often neighbours lie on different sides
    std::size_t crossings_least = 0; ///< fewer are a signal

    [[nodiscard]] bool is_too_long() const noexcept { return longest > longest_most; }
    [[nodiscard]] bool crosses_too_seldom() const noexcept { return crossings < crossings_least; }
    [[nodiscard]] bool is_signal() const noexcept { return is_too_long() || crosses_too_seldom(); }
};

/// The least count c for which P(C <= c) is 0.05 or more, C the heads of so many fair coins.
///
/// The sum of binomial terms from below, scaled on the way so that many coins do not underflow.
inline std::size_t least_crossings(std::size_t coins) {
    constexpr double share = 0.05;
    constexpr int step = 500;
    int scale = -static_cast<int>(coins);
    double term = 1;
    double sum = 1;
    std::size_t count = 0;
    while (std::ldexp(sum, scale) < share) {
        term *= static_cast<double>(coins - count) / static_cast<double>(count + 1);
        sum += term;
        ++count;
        if (sum > std::ldexp(1.0, step)) {
            term = std::ldexp(term, -step);
            sum = std::ldexp(sum, -step);
            scale += step;
        }
    }
    return count;
}

/// What chance gives for so many points off the centre; worked out once for each number of them.
class RunBounds {
  public:
    /// Sets the bounds of runs whose points are counted.
    void set(Runs& runs) {
        if (runs.useful == 0) {
            return;
        }
        if (runs.useful >= known_.size()) {
            known_.resize(runs.useful + 1);
        }
        auto& [longest, crossings] = known_[runs.useful];
        if (longest == 0) {
            longest = static_cast<std::size_t>(std::lround(std::log2(static_cast<double>(runs.useful)))) + 3;
            crossings = least_crossings(runs.useful - 1);
        }
        runs.longest_most = longest;
        runs.crossings_least = crossings;
    }

  private:
    std::vector<std::pair<std::size_t, std::size_t>> known_; ///< by the number of points
};

/// The runs of a phase, without what chance gives.
inline Runs counted_runs(std::span<const ChartPoint> points) {
    Runs runs;
    int side = 0;
    std::size_t length = 0;
    for (const auto& point : points) {
        const int here = point.has && point.counted && point.has_centre ? side_of(point) : 0;
        if (here == 0) {
            continue;
        }
        runs.crossings += side != 0 && here != side ? 1 : 0;
        length = here == side ? length + 1 : 1;
        side = here;
        runs.longest = std::max(runs.longest, length);
        ++runs.useful;
    }
    return runs;
}

/// The runs of a phase against what chance gives: a run longer than round(log2 n) + 3, or fewer crossings than the 5 %
/// quantile of n - 1 fair coins, is a signal.
///
/// Source: J. Anhoej and A. V. Olesen, PLOS ONE 9 (2014) e113825; the bounds from M. F. Schilling, Mathematics Magazine 85
/// (2012) 141-149, and Z. Chen, Journal of Quality Technology 42 (2010). Assumes a centre that is the median, or near it, and
/// neighbours that do not depend on each other.
inline Runs runs_of(std::span<const ChartPoint> points) {
    auto runs = counted_runs(points);
    RunBounds().set(runs);
    return runs;
}

} // namespace vermeil
