// SPDX-License-Identifier: MIT
#pragma once
// A back-test as JSON, the same from C++, Python and the shell.

#include <vermeil/core/json.hpp>
#include <vermeil/risk/backtest.hpp>
#include <vermeil/risk/backtest_wording.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace vermeil {

namespace detail {

inline std::string interval_json(const std::optional<Interval>& interval) {
    return interval ? "[" + json_number(interval->lower) + ", " + json_number(interval->upper) + "]" : "null";
}
inline std::string number_json(const std::optional<double>& number) {
    return number ? json_number(*number) : "null";
}
inline std::string count_json(std::size_t count) { return std::to_string(count); }

/// A share with its base and interval; null where there are no rows.
inline std::string share_json(const ClusteredShare& share) {
    JsonObject made;
    made.raw("share", share.empty() ? "null" : json_number(share.share()));
    made.raw("interval", share.empty() ? "null" : interval_json(share.interval()));
    made.number("count", share.hits())
        .number("of", share.rows())
        .raw("services", count_json(share.services()));
    return made.str();
}

inline std::string list_json(const ListReach& list) {
    JsonObject lead;
    lead.raw("median", number_json(list.median_lead())).raw("listed", count_json(list.lead_days.size()));
    return JsonObject()
        .raw("capacity", count_json(list.capacity))
        .raw("recall", share_json(list.recall))
        .raw("precision", share_json(list.precision))
        .raw("lead_days", lead.str())
        .str();
}

inline std::string against_json(const RuleReport& rule) {
    std::vector<std::string> reach;
    for (std::size_t k = 0; k < rule.lists.size(); ++k) {
        reach.push_back(JsonObject()
                            .raw("capacity", count_json(rule.lists[k].capacity))
                            .number("difference", rule.reach_against[k].difference)
                            .raw("interval", interval_json(rule.reach_against[k].interval))
                            .str());
    }
    return JsonObject()
        .text("verdict", to_string(rule.against.verdict))
        .raw("area_difference", number_json(rule.against.difference))
        .raw("interval", interval_json(rule.against.interval))
        .raw("recall_difference", json_list(reach, [](const std::string& each) { return each; }))
        .str();
}

inline std::string rule_json(const Backtest& test, const RuleReport& rule) {
    const auto& named = test.panel.rules()[rule.rule];
    JsonObject made;
    made.text("rule", named.id).text("label", named.label);
    made.raw("area_under_curve", number_json(rule.area.area()))
        .raw("interval", interval_json(rule.area.interval()))
        .raw("pairs", std::to_string(rule.area.pairs()))
        .raw("harmed_services", count_json(rule.area.harmed_services()));
    made.raw("lists", json_list(rule.lists, list_json));
    made.raw("scheme_against_it", rule.rule == 0 ? "null" : against_json(rule));
    return made.str();
}

inline std::string counts_json(const BacktestCounts& counts) {
    return JsonObject()
        .raw("events", count_json(counts.events))
        .raw("before_history", count_json(counts.before_history))
        .raw("unlisted", count_json(counts.unlisted))
        .raw("at_visited", count_json(counts.at_visited))
        .raw("foretold", count_json(counts.foretold))
        .raw("days_with_events", count_json(counts.days_with_events))
        .raw("rows_out", count_json(counts.rows_out))
        .raw("rows_open", count_json(counts.rows_open))
        .raw("rows_visited", count_json(counts.rows_visited))
        .raw("visited_harmed", share_json(counts.visited_harmed))
        .str();
}

inline std::string calibration_json(const BacktestCalibration& made) {
    const auto level = [](const LevelFrequency& each) {
        return JsonObject().text("level", each.level).raw("harmed", share_json(each.harmed)).str();
    };
    const auto points = [](const PointsFrequency& each) {
        return JsonObject()
            .number("from", each.from)
            .number("to", each.to)
            .raw("harmed", share_json(each.harmed))
            .str();
    };
    return JsonObject()
        .raw("base", share_json(made.base))
        .raw("levels", json_list(made.levels, level))
        .raw("points", json_list(made.points, points))
        .str();
}

inline std::string report_json(const Backtest& test, const OutcomeReport& of) {
    return JsonObject()
        .text("outcome", of.outcome)
        .text("label", of.label)
        .text("verdict", to_string(of.report.verdict()))
        .raw("sentences", json_list(backtest_sentences(test, of), json_text))
        .raw("notes", json_list(backtest_notes(test, of), json_text))
        .raw("counts", counts_json(of.report.counts))
        .raw("rules",
             json_list(of.report.rules, [&](const RuleReport& rule) { return rule_json(test, rule); }))
        .raw("calibration", calibration_json(of.report.calibration))
        .str();
}

} // namespace detail

/// One JSON object: how it was run (`walk`), and a list `reports`, one an outcome, each with `rules`, the scheme first. A figure
/// that cannot be had is null. Services are counted, never named.
inline std::string to_json(const Backtest& test) {
    const auto& options = test.options;
    const auto number = [](std::uint32_t each) { return std::to_string(each); };
    const auto day = [](const Date& each) { return json_text(to_string(each)); };
    const auto walk = JsonObject()
                          .raw("first", options.first ? day(*options.first) : "null")
                          .raw("last", day(*options.last))
                          .text("every", to_string(options.every))
                          .raw("days", json_list(test.panel.days(), day))
                          .raw("services", std::to_string(test.panel.services().size()))
                          .raw("rows", std::to_string(test.panel.rows().size()))
                          .raw("horizon_months", number(options.horizon))
                          .raw("capacities", json_list(options.capacities, number))
                          .raw("least_events", number(options.least_events))
                          .raw("already", json_list(options.already, json_text))
                          .raw("outcomes", json_list(options.outcomes, json_text))
                          .str();
    return JsonObject()
        .raw("walk", walk)
        .raw("reports",
             json_list(test.reports, [&](const OutcomeReport& of) { return detail::report_json(test, of); }))
        .str();
}

} // namespace vermeil
