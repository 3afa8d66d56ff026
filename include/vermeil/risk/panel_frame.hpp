// SPDX-License-Identifier: MIT
#pragma once
// The charts of a panel in their physical form: a row a point, a row a series, a row a signal.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/panel_charts.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// The name of every period of a panel, made once and looked at often.
class PeriodNames {
  public:
    explicit PeriodNames(const Panel& panel) {
        for (const auto period : panel.periods) {
            if (auto& name = (*names_)[period]; name.empty()) {
                name = period_text(period, panel.every);
            }
        }
    }
    [[nodiscard]] std::string_view of(std::int64_t period) const { return names_->at(period); }
    [[nodiscard]] std::shared_ptr<const void> owner() const { return names_; }

  private:
    using Names = std::unordered_map<std::int64_t, std::string>;
    std::shared_ptr<Names> names_ = std::make_shared<Names>();
};

/// A column of one number of each point, null where `has(point)` is false.
template <class Has>
Column point_column(std::string name, const PanelCharts& charts, double ChartPoint::*part, Has has) {
    std::vector<double> numbers;
    numbers.reserve(charts.points.size());
    for (const auto& point : charts.points) {
        numbers.push_back(has(point) ? point.*part : 0);
    }
    return nullable_column(std::move(name), std::move(numbers),
                           [&](std::size_t row) { return has(charts.points[row]); });
}

/// A column of one number of the last phase of each series.
template <class Part> Column phase_column(std::string name, const PanelCharts& charts, Part part) {
    std::vector<std::int64_t> numbers;
    for (const auto& each : charts.readings) {
        numbers.push_back(static_cast<std::int64_t>(part(each.last_phase)));
    }
    return number_column(std::move(name), std::move(numbers));
}

} // namespace detail

/// The points of the charts: series, period, value, centre, lower, upper, near_lower, near_upper, the four rules of special cause
/// as 0 or 1, and side (1 above the centre, -1 below). Where there is no value or no limit there is a null.
inline Frame frame_of_points(const PanelCharts& charts) {
    const auto& panel = *charts.panel;
    const detail::PeriodNames periods(panel);
    std::vector<std::string_view> series;
    std::vector<std::string_view> when;
    std::vector<std::int64_t> sides;
    for (std::size_t i = 0; i < panel.size(); ++i) {
        series.insert(series.end(), panel.begins[i + 1] - panel.begins[i], panel.names[i]);
    }
    for (std::size_t i = 0; i < charts.points.size(); ++i) {
        when.push_back(periods.of(panel.periods[i]));
        sides.push_back(charts.points[i].has && charts.points[i].has_centre ? side_of(charts.points[i]) : 0);
    }
    const auto there = [](const ChartPoint& point) { return point.has; };
    const auto middle = [](const ChartPoint& point) { return point.has_centre; };
    const auto limited = [](const ChartPoint& point) { return point.has_limits; };
    std::vector<Column> columns{word_column("series", std::move(series), charts.panel),
                                word_column("period", std::move(when), periods.owner()),
                                detail::point_column("value", charts, &ChartPoint::value, there),
                                detail::point_column("centre", charts, &ChartPoint::centre, middle),
                                detail::point_column("lower", charts, &ChartPoint::lower, limited),
                                detail::point_column("upper", charts, &ChartPoint::upper, limited),
                                detail::point_column("near_lower", charts, &ChartPoint::near_lower, limited),
                                detail::point_column("near_upper", charts, &ChartPoint::near_upper, limited)};
    for (std::size_t rule = 0; rule < special_cause_names.size(); ++rule) {
        std::vector<std::uint8_t> under;
        under.reserve(charts.causes.size());
        for (const auto causes : charts.causes) {
            under.push_back(static_cast<std::uint8_t>(causes >> rule & 1U));
        }
        columns.push_back(number_column(std::string(special_cause_names[rule]), std::move(under)));
    }
    columns.push_back(number_column("side", std::move(sides)));
    return {"points", std::move(columns)};
}

/// A row a series: its chart, what its latest point says, the lines there, and the runs of its last phase; with `why` where charts
/// were chosen.
inline Frame frame_of_readings(const PanelCharts& charts) {
    const auto& panel = *charts.panel;
    const detail::PeriodNames periods(panel);
    std::vector<std::string_view> series(panel.names.begin(), panel.names.end());
    std::vector<std::string_view> kinds, latest, variations, assurances;
    std::vector<std::uint8_t> settled;
    for (std::size_t i = 0; i < panel.size(); ++i) {
        const auto& reading = charts.readings[i].reading;
        kinds.push_back(to_string(charts.readings[i].kind));
        latest.push_back(reading.latest == no_point
                             ? std::string_view()
                             : periods.of(panel.periods[panel.begins[i] + reading.latest]));
        variations.push_back(to_string(reading.variation));
        assurances.push_back(to_string(reading.assurance));
        settled.push_back(reading.settled ? 1 : 0);
    }
    std::vector<Column> columns{
        word_column("series", std::move(series), charts.panel),
        word_column("chart", std::move(kinds), nullptr),
        word_column("latest", std::move(latest), periods.owner()),
        word_column("variation", std::move(variations), nullptr),
        word_column("assurance", std::move(assurances), nullptr),
        number_column("settled", std::move(settled)),
        detail::phase_column("baseline", charts, [](const ChartPhase& phase) { return phase.baseline; }),
        detail::phase_column("useful", charts, [](const ChartPhase& phase) { return phase.runs.useful; }),
        detail::phase_column("longest_run", charts,
                             [](const ChartPhase& phase) { return phase.runs.longest; }),
        detail::phase_column("longest_run_most", charts,
                             [](const ChartPhase& phase) { return phase.runs.longest_most; }),
        detail::phase_column("crossings", charts,
                             [](const ChartPhase& phase) { return phase.runs.crossings; }),
        detail::phase_column("crossings_least", charts,
                             [](const ChartPhase& phase) { return phase.runs.crossings_least; })};
    if (!charts.why.empty()) {
        columns.push_back(text_column("why", charts.why));
    }
    return {"readings", std::move(columns)};
}

/// A row a signal: series, rule, first, last, points, side, reading, words.
inline Frame frame_of_signals(const PanelCharts& charts) {
    const auto& panel = *charts.panel;
    const detail::PeriodNames periods(panel);
    std::vector<std::string_view> series, rules, firsts, lasts, readings;
    std::vector<std::int64_t> points, sides;
    std::vector<std::string> words;
    for (const auto& [place, signal] : charts.signals) {
        const auto begin = panel.begins[place];
        series.push_back(panel.names[place]);
        rules.push_back(to_string(signal.rule));
        firsts.push_back(periods.of(panel.periods[begin + signal.first]));
        lasts.push_back(periods.of(panel.periods[begin + signal.last]));
        points.push_back(static_cast<std::int64_t>(signal.points));
        sides.push_back(signal.side);
        readings.push_back(to_string(signal.reading));
        words.push_back(signal.words);
    }
    return {"signals",
            {word_column("series", std::move(series), charts.panel),
             word_column("rule", std::move(rules), nullptr),
             word_column("first", std::move(firsts), periods.owner()),
             word_column("last", std::move(lasts), periods.owner()),
             number_column("points", std::move(points)), number_column("side", std::move(sides)),
             word_column("reading", std::move(readings), nullptr), text_column("words", std::move(words))}};
}

} // namespace vermeil
