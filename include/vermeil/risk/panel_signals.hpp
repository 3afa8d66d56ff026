// SPDX-License-Identifier: MIT
#pragma once
// The findings on the charts of a panel, worded when they are asked for.

#include <vermeil/core/on_threads.hpp>
#include <vermeil/risk/chart.hpp>
#include <vermeil/risk/panel_charts.hpp>
#include <vermeil/risk/panel_period.hpp>
#include <vermeil/risk/signal.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace vermeil {

/// A finding and the place of its series in the panel.
using PanelSignal = std::pair<std::size_t, Signal>;

/// The findings on the charts of a panel, in the order of its series. A series in which there is one is charted once more, since
/// few are; the result does not depend on the threads.
/// @param threads how many work at once, 1 or more.
inline std::vector<PanelSignal> panel_signals(const PanelCharts& charts, unsigned threads = 1) {
    const auto& panel = *charts.panel;
    const auto count = panel.size();
    const auto shares = std::min<std::size_t>(std::max(threads, 1U), std::max<std::size_t>(count, 1));
    std::vector<std::vector<PanelSignal>> found(shares);
    detail::on_threads(shares, [&](std::size_t share) {
        ChartMaker maker;
        auto rules = charts.rules;
        const auto end = detail::share_begin(count, share + 1, shares);
        for (auto i = detail::share_begin(count, share, shares); i < end; ++i) {
            if (!charts.readings[i].has_signals) {
                continue;
            }
            rules.kind = charts.readings[i].kind;
            const auto label = [&](std::size_t at) { return period_text(panel.period(i, at), panel.every); };
            for (auto& signal : signals_of(maker.make(panel.series(i), rules), rules.improves, label)) {
                found[share].emplace_back(i, std::move(signal));
            }
        }
    });
    for (std::size_t share = 1; share < shares; ++share) {
        std::move(found[share].begin(), found[share].end(), std::back_inserter(found.front()));
    }
    return std::move(found.front());
}

} // namespace vermeil
