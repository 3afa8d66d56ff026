// SPDX-License-Identifier: MIT
#pragma once
// Alarms in their physical form: a row for each service and judged period, the loudest first.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/risk/alert_budget.hpp>
#include <vermeil/risk/panel_period.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// Why a service stands where it stands, in words: which measure, how far it strays by which look, from where on that is an alarm,
/// how seldom chance does that, and what the budget costs.
inline std::string alert_words(const AlertBudget& budget, const AlertPeriod& period, std::size_t service) {
    const auto& found = period.services[service];
    const auto& cell = period.cells[found.series];
    const auto& measure = budget.measures[budget.series[found.series].measure];
    constexpr std::array<std::string_view, alert_look_names.size()> sights{
        "the latest period lies", "the recent average lies", "the sum beyond the slack is"};
    const auto look = static_cast<std::size_t>(cell.look);
    const bool sum = cell.look == static_cast<std::uint8_t>(AlertLook::cusum);
    return measure.id + ": " + std::string(sights[look]) + " " + with_decimals(cell.looks[look], 1) +
           (sum ? "" : " standard deviations from its baseline") + "; an alarm from " +
           with_decimals(cell.limits[look], 1) + "; through any measure chance does so in " +
           with_decimals(found.p * 100, 2) + " % of periods, and at this threshold alarms " +
           with_decimals(period.expected, 1) + " of " +
           std::to_string(std::count_if(period.services.begin(), period.services.end(),
                                        [](const auto& each) { return each.is_judged; })) +
           " services a period";
}

/// The services that were judged, period by period, smallest p-value first: service, period, alarm, p, q, measure, look, score, limit,
/// words.
inline Frame frame_of(const AlertBudget& budget) {
    std::vector<std::string> services;
    std::vector<std::string> periods;
    std::vector<std::string> measures;
    std::vector<std::string> words;
    std::vector<std::string_view> looks;
    std::vector<std::uint8_t> alarms;
    std::array<std::vector<double>, 4> numbers; // p, q, score, limit
    for (const auto& period : budget.periods) {
        std::vector<std::size_t> order;
        for (std::size_t s = 0; s < period.services.size(); ++s) {
            if (period.services[s].is_judged) {
                order.push_back(s);
            }
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](auto a, auto b) { return period.services[a].p < period.services[b].p; });
        for (const auto s : order) {
            const auto& found = period.services[s];
            const auto& cell = period.cells[found.series];
            const auto& measure = budget.measures[budget.series[found.series].measure];
            services.push_back(budget.services[s]);
            periods.push_back(period_text(period.period, measure.panel->every));
            measures.push_back(measure.id);
            looks.push_back(alert_look_names[cell.look]);
            alarms.push_back(found.alarm ? 1 : 0);
            words.push_back(alert_words(budget, period, s));
            const std::array<double, 4> row{found.p, found.q, cell.looks[cell.look], cell.limits[cell.look]};
            for (std::size_t i = 0; i < row.size(); ++i) {
                numbers[i].push_back(row[i]);
            }
        }
    }
    return {"alerts",
            {text_column("service", std::move(services)), text_column("period", std::move(periods)),
             number_column("alarm", std::move(alarms)), number_column("p", std::move(numbers[0])),
             number_column("q", std::move(numbers[1])), text_column("measure", std::move(measures)),
             word_column("look", std::move(looks), nullptr), number_column("score", std::move(numbers[2])),
             number_column("limit", std::move(numbers[3])), text_column("words", std::move(words))}};
}

} // namespace vermeil
