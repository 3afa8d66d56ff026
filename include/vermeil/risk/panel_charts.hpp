// SPDX-License-Identifier: MIT
#pragma once
// Charts of a whole panel, on several threads.

#include <vermeil/core/on_threads.hpp>
#include <vermeil/risk/chart.hpp>
#include <vermeil/risk/chart_choice.hpp>
#include <vermeil/risk/panel.hpp>
#include <vermeil/risk/signal.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// What one chart of a panel says.
struct PanelReading {
    ChartKind kind = ChartKind::xmr;
    ChartReading reading{};
    ChartPhase last_phase{};
};

/// The charts of a panel: points and causes stand as the panel's do.
struct PanelCharts {
    std::shared_ptr<const Panel> panel{};
    ChartRules rules{}; ///< `kind` is that of the panel; each series may have its own
    std::vector<ChartPoint> points{};
    std::vector<std::uint8_t> causes{};
    std::vector<PanelReading> readings{}; ///< one a series
    std::vector<std::string> why{};       ///< one a series where charts were chosen; else empty
    std::vector<std::pair<std::size_t, Signal>> signals{}; ///< with the place of their series, in its order
};

namespace detail {

/// Charts some series of a panel after each other, each into its place.
class PanelCharter {
  public:
    PanelCharter(PanelCharts& made, std::optional<SeriesKind> chosen)
        : made_(&made), chosen_(chosen), own_(made.rules) {}

    /// The chart of one series; a chosen one comes with its reason.
    const Chart& chart(std::size_t i) {
        const auto& panel = *made_->panel;
        const auto series = panel.series(i);
        if (chosen_) {
            auto choice = choose_chart(*chosen_, typical_period(series));
            own_.kind = choice.kind;
            made_->why[i] = std::move(choice.why);
        }
        series.check(own_.kind);
        const auto& chart = maker_.make(series, own_);
        const auto begin = static_cast<std::ptrdiff_t>(panel.begins[i]);
        std::copy(chart.points.begin(), chart.points.end(), made_->points.begin() + begin);
        std::copy(chart.causes.begin(), chart.causes.end(), made_->causes.begin() + begin);
        made_->readings[i] = {own_.kind, chart.reading,
                              chart.phases.empty() ? ChartPhase{} : chart.phases.back()};
        return chart;
    }

  private:
    PanelCharts* made_;
    std::optional<SeriesKind> chosen_;
    ChartRules own_;
    ChartMaker maker_;
};

} // namespace detail

/// Charts every series of a panel.
///
/// Where `chosen` is given the kind of chart follows from each series (`choose_chart`); a panel holds no times or cases between
/// events, so a rare one stays on the chart of its counts, which the words say. The result does not depend on the threads.
/// @param threads how many work at once, 1 or more.
/// @param with_signals whether the findings are worded too, which takes a little longer.
/// @throws Error when a series cannot be plotted on its chart; `read_panel` gives none such.
inline PanelCharts chart_panel(std::shared_ptr<const Panel> panel, const ChartRules& rules,
                               std::optional<SeriesKind> chosen = std::nullopt, unsigned threads = 1,
                               bool with_signals = true) {
    rules.check();
    PanelCharts made{panel, rules, {}, {}, {}, {}, {}};
    const auto count = panel->size();
    made.points.resize(panel->values.size());
    made.causes.resize(panel->values.size());
    made.readings.resize(count);
    made.why.resize(chosen ? count : 0);
    const auto shares = std::min<std::size_t>(std::max(threads, 1U), std::max<std::size_t>(count, 1));
    std::vector<std::vector<std::pair<std::size_t, Signal>>> found(shares);
    detail::on_threads(shares, [&](std::size_t share) {
        detail::PanelCharter charter(made, chosen);
        const auto end = detail::share_begin(count, share + 1, shares);
        for (auto i = detail::share_begin(count, share, shares); i < end; ++i) {
            const auto& chart = charter.chart(i);
            const auto label = [&](std::size_t at) {
                return period_text(panel->periods[panel->begins[i] + at], panel->every);
            };
            for (auto& signal :
                 with_signals ? signals_of(chart, rules.improves, label) : std::vector<Signal>()) {
                found[share].emplace_back(i, std::move(signal));
            }
        }
    });
    for (auto& each : found) {
        std::move(each.begin(), each.end(), std::back_inserter(made.signals));
    }
    return made;
}

} // namespace vermeil
