// SPDX-License-Identifier: MIT
#pragma once
// Finds the cuts of bands among the scores of peers. Opt-in: clustering is dear.

#include <vermeil/core/k_means.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/band.hpp>
#include <vermeil/framework/relative_scale.hpp>
#include <vermeil/kernel/norms.hpp>
#include <vermeil/kernel/peer_values.hpp>

#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// The cuts of bands among rising scores, from the highest down; none where the scores are too few to tell clusters apart.
inline PeerCuts fit_cuts(const Cuts& by, const std::vector<Band>& bands, const std::vector<double>& rising) {
    std::vector<double> cuts;
    if (by.by == Cuts::By::percentiles) {
        for (std::size_t i = 0; i + 1 < bands.size(); ++i) {
            cuts.push_back(snapped(quantile_of(rising, *bands[i].cut / 100, by.type)));
        }
        return {std::move(cuts)};
    }
    if (by.by == Cuts::By::ranks) {
        for (std::size_t i = 0; i + 1 < bands.size(); ++i) {
            const std::size_t first = bands[i].first;
            // Where there are fewer, all belong here, and so would whoever comes later.
            cuts.push_back(first <= rising.size() ? snapped(rising[rising.size() - first])
                                                  : -std::numeric_limits<double>::max());
        }
        return {std::move(cuts)};
    }
    const auto starts = k_means(rising, bands.size());
    if (starts.size() < bands.size()) {
        return {}; // too few to tell bands apart
    }
    for (std::size_t i = starts.size(); i-- > 1;) {
        cuts.push_back(snapped(rising[starts[i]]));
    }
    return {std::move(cuts)};
}

} // namespace vermeil::detail
