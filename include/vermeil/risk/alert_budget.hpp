// SPDX-License-Identifier: MIT
#pragma once
// Alarms over services, measures and looks that together cost no more visits than a team can make.

#include <vermeil/risk/alert_rules.hpp>
#include <vermeil/risk/alert_score.hpp>
#include <vermeil/risk/panel.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace vermeil {

/// One measure of many services, and which way is better.
struct AlertMeasure {
    std::string id{};
    std::shared_ptr<const Panel> panel{}; ///< its series bear the ids of services
    ChartKind kind = ChartKind::p;
    Improves improves = Improves::down; ///< neither: both sides are watched
};

/// One series in one period that is judged.
struct AlertCell {
    AlertScore::Looks looks{};
    double p = 1;      ///< the smallest p-value of its looks, before anything is made of there being three
    double chance = 1; ///< how likely chance gives so small a one
    std::uint8_t look = 0;      ///< the look that has it
    bool is_judged = false;     ///< the baseline is enough, and the period has come
    AlertScore::Looks limits{}; ///< from which score on each look is an alarm
};

/// One service in one period.
struct AlertService {
    double p = 1;           ///< how likely chance alarms it so strongly through any of its measures
    double q = 1;           ///< the false discovery rate at which it would be listed
    std::size_t series = 0; ///< the series that speaks loudest, among all of the budget
    bool alarm = false;
    bool is_judged = false;
};

/// The alarms of one period.
struct AlertPeriod {
    std::int64_t period = 0;
    double threshold = 0;                 ///< a smallest p-value of at most this is an alarm
    double expected = 0;                  ///< services that chance alone would alarm
    std::vector<AlertCell> cells{};       ///< one a series
    std::vector<AlertService> services{}; ///< one a service
};

/// A series of the budget: which measure, which series of its panel, whose.
struct AlertSeries {
    std::size_t measure = 0;
    std::size_t series = 0;
    std::size_t service = 0;
};

/// Everything that was judged, period by period, the last one last.
struct AlertBudget {
    std::vector<AlertMeasure> measures{};
    AlertRules rules{};
    std::vector<std::string> services{}; ///< in the order in which they first came
    std::vector<AlertSeries> series{};
    std::vector<AlertPeriod> periods{};
};

} // namespace vermeil
