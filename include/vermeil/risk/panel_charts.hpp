// SPDX-License-Identifier: MIT
#pragma once
// Charts of a whole panel, on several threads.

#include <vermeil/core/on_threads.hpp>
#include <vermeil/core/unfilled.hpp>
#include <vermeil/risk/chart.hpp>
#include <vermeil/risk/chart_choice.hpp>
#include <vermeil/risk/panel.hpp>
#include <vermeil/risk/point_columns.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
    bool has_signals = false; ///< a rule of special cause or of runs found something, in any phase
};

/// The charts of a panel: points and causes stand as the panel's do.
struct PanelCharts {
    std::shared_ptr<const Panel> panel{};
    ChartRules rules{}; ///< `kind` is that of the panel; each series may have its own
    PointColumns points{};
    UnfilledVector<std::uint8_t> causes{}; ///< the bits of `SpecialCause`
    std::vector<PanelReading> readings{};  ///< one a series
    std::vector<std::string> why{};        ///< one a series where charts were chosen; else empty
};

namespace detail {

/// Charts some series of a panel after each other, each into its place.
class PanelCharter {
  public:
    PanelCharter(PanelCharts& made, std::optional<SeriesKind> chosen)
        : made_(&made), chosen_(chosen), own_(made.rules) {}

    /// Charts one series; a chosen chart comes with its reason.
    void chart(std::size_t i) {
        const auto& panel = *made_->panel;
        const auto series = panel.series(i);
        if (chosen_) {
            auto choice = choose_chart(*chosen_, typical_period(series));
            if (choice.kind == ChartKind::c && *chosen_ == SeriesKind::rate &&
                (own_.target || own_.per != 1)) {
                choice.kind = ChartKind::u;
                choice.why = "a rate shown per so much or beside a target, which its counts cannot be";
            }
            own_.kind = choice.kind;
            made_->why[i] = std::move(choice.why);
        }
        series.check(own_.kind);
        const auto& chart = maker_.make(series, own_);
        const auto begin = panel.begins[i];
        std::uint8_t causes = 0;
        for (std::size_t at = 0; at < chart.points.size(); ++at) {
            made_->points.set(begin + at, chart.points[at]);
            made_->causes[begin + at] = chart.causes[at];
            causes |= chart.causes[at];
        }
        const bool strays = std::any_of(chart.phases.begin(), chart.phases.end(),
                                        [](const ChartPhase& phase) { return phase.runs.is_signal(); });
        made_->readings[i] = {own_.kind, chart.reading,
                              chart.phases.empty() ? ChartPhase{} : chart.phases.back(),
                              causes != 0 || strays};
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
/// events, so a rare one stays on the chart of its counts, which the words say. A rate that has a target or is shown per so much is
/// plotted as a rate, however little its exposure varies. The result does not depend on the threads.
/// @param threads how many work at once, 1 or more.
/// @throws Error when a series cannot be plotted on its chart; `read_panel` gives none such.
inline PanelCharts chart_panel(std::shared_ptr<const Panel> panel, const ChartRules& rules,
                               std::optional<SeriesKind> chosen = std::nullopt, unsigned threads = 1) {
    rules.check();
    PanelCharts made{panel, rules, {}, {}, {}, {}};
    const auto count = panel->size();
    made.points.resize(panel->values.size());
    made.causes.resize(panel->values.size());
    made.readings.resize(count);
    made.why.resize(chosen ? count : 0);
    const auto shares = std::min<std::size_t>(std::max(threads, 1U), std::max<std::size_t>(count, 1));
    detail::on_threads(shares, [&](std::size_t share) {
        detail::PanelCharter charter(made, chosen);
        const auto end = detail::share_begin(count, share + 1, shares);
        for (auto i = detail::share_begin(count, share, shares); i < end; ++i) {
            charter.chart(i);
        }
    });
    return made;
}

} // namespace vermeil
