// SPDX-License-Identifier: MIT
#pragma once
// The charts of a panel in their physical form: a row a point, a row a series, a row a signal.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/core/unfilled.hpp>
#include <vermeil/risk/panel_charts.hpp>
#include <vermeil/risk/panel_signals.hpp>
#include <vermeil/risk/period_names.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// Charts that their tables look at and keep alive.
using SharedCharts = std::shared_ptr<const PanelCharts>;

namespace detail {

/// What the words of a panel's tables are written from: the names of its series and periods, each once.
class PanelWords {
  public:
    explicit PanelWords(SharedCharts charts)
        : charts_(std::move(charts)), series_(charts_->panel->names.begin(), charts_->panel->names.end()),
          periods_(*charts_->panel) {}

    [[nodiscard]] std::span<const std::string_view> series() const noexcept { return series_; }
    [[nodiscard]] const PeriodNames& periods() const noexcept { return periods_; }

  private:
    SharedCharts charts_;
    std::vector<std::string_view> series_;
    PeriodNames periods_;
};

/// Where so many points hold a value: their bits where one does not, else nothing.
inline std::vector<std::uint8_t> valid_bits(const UnfilledVector<std::uint8_t>& flags, std::uint8_t flag) {
    std::uint8_t common = flag;
    for (const auto each : flags) {
        common &= each;
    }
    std::vector<std::uint8_t> bits(common == 0 ? flags.size() / 8 + 1 : 0);
    for (std::size_t row = 0; !bits.empty() && row < flags.size(); ++row) {
        const auto bit = (flags[row] & flag) != 0 ? 1U << (row % 8) : 0U;
        bits[row / 8] = static_cast<std::uint8_t>(bits[row / 8] | bit);
    }
    return bits;
}

/// A column of the points where it lies, null where `flag` is not set.
inline Column point_column(std::string name, const SharedCharts& charts,
                           const UnfilledVector<double>& numbers, std::uint8_t flag) {
    struct Holder {
        SharedCharts charts;
        std::vector<std::uint8_t> bits;
    };
    auto owner = std::make_shared<Holder>(Holder{charts, valid_bits(charts->points.flags, flag)});
    const auto* const valid = owner->bits.empty() ? nullptr : owner->bits.data();
    return {std::move(name), std::span<const double>(numbers), valid, 0, owner};
}

/// Which side of its centre each point lies on: 1 above, -1 below, 0 on it or where there is no value or no centre.
inline Column side_column(const PanelCharts& charts) {
    const auto& points = charts.points;
    constexpr std::uint8_t both = PointColumns::has | PointColumns::has_centre;
    UnfilledVector<std::int64_t> sides(points.size());
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const auto side = std::int64_t{points.value[i] > points.centre[i]} -
                          std::int64_t{points.value[i] < points.centre[i]};
        sides[i] = (points.flags[i] & both) == both ? side : 0;
    }
    return number_column("side", std::move(sides));
}

/// Whether each point falls under a rule of special cause.
inline Column cause_column(const PanelCharts& charts, std::size_t rule) {
    UnfilledVector<std::uint8_t> under(charts.causes.size());
    std::transform(charts.causes.begin(), charts.causes.end(), under.begin(),
                   [rule](std::uint8_t causes) { return static_cast<std::uint8_t>(causes >> rule & 1U); });
    return number_column(std::string(special_cause_names[rule]), std::move(under));
}

/// A column of one number of the last phase of each series.
template <class Part> Column phase_column(std::string name, const PanelCharts& charts, Part part) {
    std::vector<std::int64_t> numbers;
    for (const auto& each : charts.readings) {
        numbers.push_back(static_cast<std::int64_t>(part(each.last_phase)));
    }
    return number_column(std::move(name), std::move(numbers));
}

/// A column of what chance gives for the runs of the last phase; null where none of its points lies off the centre.
template <class Part> Column bound_column(std::string name, const PanelCharts& charts, Part part) {
    std::vector<std::int64_t> numbers;
    for (const auto& each : charts.readings) {
        numbers.push_back(static_cast<std::int64_t>(part(each.last_phase.runs)));
    }
    return nullable_column(std::move(name), std::move(numbers),
                           [&](std::size_t i) { return charts.readings[i].last_phase.runs.useful > 0; });
}

/// A column of one word of each series, out of a list that is always there.
template <class Words, class Part>
Column reading_column(std::string name, const PanelCharts& charts, const Words& words, Part part) {
    std::vector<std::uint32_t> places;
    for (const auto& each : charts.readings) {
        places.push_back(static_cast<std::uint32_t>(part(each)));
    }
    return coded_column(std::move(name), std::move(places), words, nullptr);
}

} // namespace detail

/// The points of the charts: series, period, value, centre, lower, upper, near_lower, near_upper, the four rules of special cause
/// as 0 or 1, and side (1 above the centre, -1 below). Where there is no value or no limit there is a null. Numbers are looked at
/// where they lie; series and periods are held by their places.
inline Frame frame_of_points(const SharedCharts& charts) {
    const auto& panel = *charts->panel;
    const auto words = std::make_shared<const detail::PanelWords>(charts);
    UnfilledVector<std::uint32_t> series(charts->points.size());
    UnfilledVector<std::uint32_t> periods(charts->points.size());
    for (std::size_t i = 0; i < panel.size(); ++i) {
        auto place = words->periods().place(panel.periods[i]);
        for (auto at = panel.begins[i]; at < panel.begins[i + 1]; ++at, ++place) {
            series[at] = static_cast<std::uint32_t>(i);
            periods[at] = place;
        }
    }
    const auto& points = charts->points;
    const auto limit = [&](const char* name, const UnfilledVector<double>& numbers) {
        return detail::point_column(name, charts, numbers, PointColumns::has_limits);
    };
    std::vector<Column> columns{
        coded_column("series", std::move(series), words->series(), words),
        coded_column("period", std::move(periods), words->periods().names(), words),
        detail::point_column("value", charts, points.value, PointColumns::has),
        detail::point_column("centre", charts, points.centre, PointColumns::has_centre),
        limit("lower", points.lower),
        limit("upper", points.upper),
        limit("near_lower", points.near_lower),
        limit("near_upper", points.near_upper)};
    for (std::size_t rule = 0; rule < special_cause_names.size(); ++rule) {
        columns.push_back(detail::cause_column(*charts, rule));
    }
    columns.push_back(detail::side_column(*charts));
    return {"points", std::move(columns)};
}

/// A row a series: its chart, what its latest point says, the lines there, and the runs of its last phase, with what chance gives
/// for them (null where no point lies off the centre); with `why` where charts were chosen.
inline Frame frame_of_readings(const SharedCharts& charts) {
    const auto& panel = *charts->panel;
    const auto words = std::make_shared<const detail::PanelWords>(charts);
    std::vector<std::string_view> latest;
    std::vector<std::uint8_t> settled;
    for (std::size_t i = 0; i < panel.size(); ++i) {
        const auto& reading = charts->readings[i].reading;
        const bool has = reading.latest != no_point;
        const auto place = has ? words->periods().place(panel.period(i, reading.latest)) : 0;
        latest.push_back(has ? words->periods().names()[place] : std::string_view());
        settled.push_back(reading.settled ? 1 : 0);
    }
    using Each = PanelReading;
    std::vector<Column> columns{
        word_column("series", {words->series().begin(), words->series().end()}, words),
        detail::reading_column("chart", *charts, chart_kind_names, [](const Each& of) { return of.kind; }),
        word_column("latest", std::move(latest), words),
        detail::reading_column("variation", *charts, variation_names,
                               [](const Each& of) { return of.reading.variation; }),
        detail::reading_column("assurance", *charts, assurance_names,
                               [](const Each& of) { return of.reading.assurance; }),
        number_column("settled", std::move(settled))};
    const auto phase = [&](const char* name, auto part) {
        columns.push_back(detail::phase_column(name, *charts, part));
    };
    phase("baseline", [](const ChartPhase& of) { return of.baseline; });
    phase("useful", [](const ChartPhase& of) { return of.runs.useful; });
    phase("longest_run", [](const ChartPhase& of) { return of.runs.longest; });
    columns.push_back(
        detail::bound_column("longest_run_most", *charts, [](const Runs& of) { return of.longest_most; }));
    phase("crossings", [](const ChartPhase& of) { return of.runs.crossings; });
    columns.push_back(
        detail::bound_column("crossings_least", *charts, [](const Runs& of) { return of.crossings_least; }));
    if (!charts->why.empty()) {
        columns.push_back(text_column("why", charts->why));
    }
    return {"readings", std::move(columns)};
}

/// A row a signal: series, rule, first, last, points, side, reading, words.
/// @param threads how many word them at once, 1 or more.
inline Frame frame_of_signals(const SharedCharts& charts, unsigned threads = 1) {
    const auto& panel = *charts->panel;
    const auto words = std::make_shared<const detail::PanelWords>(charts);
    std::vector<std::string_view> series, rules, firsts, lasts, readings;
    std::vector<std::int64_t> points, sides;
    std::vector<std::string> said;
    for (auto& [place, signal] : panel_signals(*charts, threads)) {
        const auto period = [&, i = place](std::size_t at) {
            return words->periods().names()[words->periods().place(panel.period(i, at))];
        };
        series.push_back(words->series()[place]);
        rules.push_back(to_string(signal.rule));
        firsts.push_back(period(signal.first));
        lasts.push_back(period(signal.last));
        points.push_back(static_cast<std::int64_t>(signal.points));
        sides.push_back(signal.side);
        readings.push_back(to_string(signal.reading));
        said.push_back(std::move(signal.words));
    }
    return {"signals",
            {word_column("series", std::move(series), words), word_column("rule", std::move(rules), nullptr),
             word_column("first", std::move(firsts), words), word_column("last", std::move(lasts), words),
             number_column("points", std::move(points)), number_column("side", std::move(sides)),
             word_column("reading", std::move(readings), nullptr), text_column("words", std::move(said))}};
}

} // namespace vermeil
