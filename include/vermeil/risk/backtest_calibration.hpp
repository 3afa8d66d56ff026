// SPDX-License-Identifier: MIT
#pragma once
// How often harm came to services of a level, and of so many points.

#include <vermeil/risk/backtest_fate.hpp>
#include <vermeil/risk/backtest_panel.hpp>
#include <vermeil/risk/clustered_share.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The rows of one level, and the share of them after which harm came within the horizon.
struct LevelFrequency {
    std::string level;
    ClusteredShare harmed;
};

/// The rows of a stretch of points, both ends counted, and the same share.
struct PointsFrequency {
    double from;
    double to;
    ClusteredShare harmed;
};

/// What came of levels and of points.
struct BacktestCalibration {
    ClusteredShare base;                 ///< of all rows
    std::vector<LevelFrequency> levels;  ///< each level that some row has, in the panel's order
    std::vector<PointsFrequency> points; ///< stretches in rising order, whose shares rise as well
};

namespace detail {

/// Rows of some points that are not yet added up.
struct PointsPool {
    double from;
    double to;
    std::vector<std::pair<std::size_t, bool>> rows; // service, harmed
    std::size_t harmed;
};

/// Neighbours that are out of order are pooled until the shares rise: the monotone fit of least squares.
inline std::vector<PointsPool> pooled(const std::map<double, PointsPool>& by_points) {
    std::vector<PointsPool> pools;
    for (const auto& [points, own] : by_points) {
        pools.push_back(own);
        while (pools.size() > 1) {
            auto& before = pools[pools.size() - 2];
            auto& last = pools.back();
            if (before.harmed * last.rows.size() < last.harmed * before.rows.size()) {
                break;
            }
            before.to = last.to;
            before.harmed += last.harmed;
            before.rows.insert(before.rows.end(), last.rows.begin(), last.rows.end());
            pools.pop_back();
        }
    }
    return pools;
}

} // namespace detail

/// Counts harm by level and by points among the rows that `takes_part` names and that were followed for the whole horizon.
///
/// The stretches of points are those of the pool-adjacent-violators algorithm (M. Ayer and others, Annals of Mathematical
/// Statistics 26 (1955) 641-647), so that more points never mean less harm. They are fitted to the same rows that they are shown
/// for, and so flatter the scheme a little. Intervals are those of `ClusteredShare`.
template <class TakesPart> BacktestCalibration
calibration_of(const BacktestPanel& panel, const std::vector<RowFate>& fates, TakesPart takes_part) {
    BacktestCalibration made;
    std::vector<ClusteredShare> levels(panel.levels().size());
    std::map<double, detail::PointsPool> by_points;
    for (std::size_t i = 0; i < fates.size(); ++i) {
        const auto& row = panel.rows()[i];
        const bool harmed = fates[i].fate == Fate::harmed;
        if (!takes_part(i) || (!harmed && fates[i].fate != Fate::spared)) {
            continue;
        }
        made.base.add(row.service, harmed);
        levels[row.level].add(row.service, harmed);
        auto& pool = by_points.try_emplace(row.points, detail::PointsPool{row.points, row.points, {}, 0})
                         .first->second;
        pool.rows.emplace_back(row.service, harmed);
        pool.harmed += harmed ? 1U : 0U;
    }
    for (std::size_t level = 0; level < levels.size(); ++level) {
        if (!levels[level].empty()) {
            made.levels.push_back({panel.levels()[level], std::move(levels[level])});
        }
    }
    for (const auto& pool : detail::pooled(by_points)) {
        PointsFrequency stretch{pool.from, pool.to, {}};
        for (const auto& [service, harmed] : pool.rows) {
            stretch.harmed.add(service, harmed);
        }
        made.points.push_back(std::move(stretch));
    }
    return made;
}

} // namespace vermeil
