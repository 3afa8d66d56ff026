// SPDX-License-Identifier: MIT
#pragma once
// How soon a budget of alarms sees a rise, beside the four rules of special cause: on made-up counts.

#include <vermeil/core/error.hpp>
#include <vermeil/core/philox.hpp>
#include <vermeil/risk/alert_maker.hpp>
#include <vermeil/risk/chart.hpp>
#include <vermeil/risk/count_draws.hpp>
#include <vermeil/risk/panel.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// The made-up market of a study: services whose counts of something bad are Poisson, and from the first period after the baseline on
/// `rise` times what is usual.
struct DetectionRules {
    std::size_t services = 200;
    std::size_t watched = 12;                ///< periods after the baseline
    std::vector<double> usual{2, 4, 8};      ///< mean counts a period, taken in turn by the services
    std::vector<double> rises{1, 1.5, 2, 3}; ///< 1: nothing is wrong, so all alarms are false
    AlertRules alerts{};
};

/// One row of a study: a way of looking, a rise, and one period after it.
struct DetectionRow {
    std::string_view way; ///< `budget` or `four_rules`
    double rise = 1;
    std::size_t period = 1; ///< after the rise, from 1
    double alarmed = 0;     ///< services with an alarm in the period
    double seen = 0;        ///< the share of services that have had one by then
};

namespace detail {

inline Panel made_up_counts(const DetectionRules& rules, double rise, std::uint32_t purpose) {
    Panel panel;
    const auto length = rules.alerts.baseline + rules.watched;
    for (std::size_t s = 0; s < rules.services; ++s) {
        const double mean = rules.usual[s % rules.usual.size()];
        const auto before = CountDraws::poisson(mean);
        const auto after = CountDraws::poisson(mean * rise);
        PhiloxStream chance(Philox(rules.alerts.seed), 0, static_cast<std::uint32_t>(s), purpose);
        for (std::size_t t = 0; t < length; ++t) {
            panel.values.push_back(t < rules.alerts.baseline ? before(chance.uniform())
                                                             : after(chance.uniform()));
        }
    }
    return panel_of_rows(std::move(panel), length);
}

/// Whether each service has an alarm in each watched period: `alarms[service][period]`.
using Alarms = std::vector<std::vector<bool>>;

inline Alarms alarms_of_budget(const DetectionRules& rules, std::shared_ptr<const Panel> panel) {
    auto alerts = rules.alerts;
    alerts.judged = rules.watched;
    const auto budget = alert_budget({{"count", std::move(panel), ChartKind::c, Improves::down}}, alerts);
    Alarms alarms(rules.services, std::vector<bool>(rules.watched));
    for (std::size_t t = 0; t < rules.watched; ++t) {
        for (std::size_t s = 0; s < rules.services; ++s) {
            alarms[s][t] = budget.periods[t].services[s].alarm;
        }
    }
    return alarms;
}

/// The four rules as they would have spoken in each period, with what was known by then: the latest point is special and on the worse
/// side, limits from the baseline.
inline Alarms alarms_of_rules(const DetectionRules& rules, const Panel& panel) {
    ChartRules chart_rules;
    chart_rules.kind = ChartKind::c;
    chart_rules.improves = Improves::down;
    ChartMaker maker;
    Alarms alarms(rules.services, std::vector<bool>(rules.watched));
    std::vector<std::uint8_t> baseline(rules.alerts.baseline + rules.watched);
    std::fill_n(baseline.begin(), rules.alerts.baseline, std::uint8_t{1});
    for (std::size_t s = 0; s < rules.services; ++s) {
        for (std::size_t t = 0; t < rules.watched; ++t) {
            const auto known = rules.alerts.baseline + t + 1;
            const ChartSeries series{.value = panel.series(s).value.first(known),
                                     .in_baseline = std::span(baseline).first(known)};
            alarms[s][t] = maker.make(series, chart_rules).reading.variation == Variation::concerning_high;
        }
    }
    return alarms;
}

inline void add_rows(std::vector<DetectionRow>& rows, std::string_view way, double rise, const Alarms& alarms,
                     std::size_t watched) {
    std::vector<bool> seen(alarms.size());
    for (std::size_t t = 0; t < watched; ++t) {
        DetectionRow row{way, rise, t + 1, 0, 0};
        for (std::size_t s = 0; s < alarms.size(); ++s) {
            seen[s] = seen[s] || alarms[s][t];
            row.alarmed += alarms[s][t] ? 1 : 0;
            row.seen += seen[s] ? 1.0 / static_cast<double>(alarms.size()) : 0;
        }
        rows.push_back(row);
    }
}

} // namespace detail

/// The study: for each rise, each way and each period after it, how many services have an alarm and which share has had one.
///
/// Where the rise is 1 the budget's alarms should be near to its visits, and those of the four rules are what they would send a team
/// to for nothing.
/// @throws Error when there is no usual count, one is below 0, or a rule lies outside its range.
inline std::vector<DetectionRow> detection_study(const DetectionRules& rules) {
    rules.alerts.check();
    for (const double each : rules.usual) {
        if (!(each >= 0) || !std::isfinite(each)) {
            throw Error("a usual count is 0 or more, not " + std::to_string(each));
        }
    }
    if (rules.usual.empty() || rules.services == 0 || rules.watched == 0) {
        throw Error("a study needs a usual count, a service and a watched period");
    }
    std::vector<DetectionRow> rows;
    std::uint32_t purpose = 1; // draws apart from those that set the limits
    for (const double rise : rules.rises) {
        const auto panel = std::make_shared<const Panel>(detail::made_up_counts(rules, rise, purpose++));
        detail::add_rows(rows, "budget", rise, detail::alarms_of_budget(rules, panel), rules.watched);
        detail::add_rows(rows, "four_rules", rise, detail::alarms_of_rules(rules, *panel), rules.watched);
    }
    return rows;
}

} // namespace vermeil
