// SPDX-License-Identifier: MIT
#pragma once
// What a back-test comes to, in the words in which a committee reads it.

#include <vermeil/core/interval.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/risk/backtest.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace vermeil {

namespace detail {

/// `28`, or `27.5` where the number is no whole one.
inline std::string count_text(double count) {
    return with_decimals(count, std::abs(count - std::round(count)) < 0.05 ? 0 : 1);
}

inline std::string percent_text(double share) { return with_decimals(share * 100, 0) + " %"; }

/// `0.05 (-0.01 to 0.11)`.
inline std::string with_interval(double value, const std::optional<Interval>& interval) {
    auto text = with_decimals(value, 2);
    if (interval) {
        text += " (" + with_decimals(interval->lower, 2) + " to " + with_decimals(interval->upper, 2) + ")";
    }
    return text;
}

/// Of what: `40 services later rated ...`, or `41 events at 40 services later rated ...`.
inline std::string harmed_text(const ClusteredShare& recall, const std::string& label) {
    const auto services =
        std::to_string(recall.services()) + (recall.services() == 1 ? " service " : " services ");
    const bool repeats = recall.rows() > static_cast<double>(recall.services());
    return (repeats ? count_text(recall.rows()) + " events at " : "") + services + label;
}

inline std::string reach_sentence(const OutcomeReport& of, const RuleReport& rule, std::size_t list) {
    const auto& reach = rule.lists[list];
    const auto interval = reach.recall.interval();
    return "Of " + harmed_text(reach.recall, of.label) + ", " + count_text(reach.recall.hits()) + " (" +
           percent_text(reach.recall.share()) + "; 95 % interval " + percent_text(interval.lower) + " to " +
           percent_text(interval.upper) + ") were in the top " + std::to_string(reach.capacity) +
           " of the last list before.";
}

/// The rivals by whose side the scheme does not stand out.
inline std::string unbeaten_text(const Backtest& test, const BacktestReport& report, Verdict verdict) {
    std::vector<std::string> parts;
    for (std::size_t i = 1; i < report.rules.size(); ++i) {
        const auto& against = report.rules[i].against;
        if (against.verdict == verdict) {
            parts.push_back(test.panel.rules()[report.rules[i].rule].label + ": " +
                            with_interval(*against.difference, against.interval));
        }
    }
    return joined(parts, "; ");
}

/// `1 event came`, or `3 events came`.
inline std::string events_came(std::size_t events) {
    return std::to_string(events) + (events == 1 ? " event came" : " events came");
}

} // namespace detail

/// Whether the scheme beats the naive rules, in one sentence.
inline std::string verdict_sentence(const Backtest& test, const OutcomeReport& of) {
    const auto& report = of.report;
    const std::string measure = "difference of the areas under the curve";
    switch (report.verdict()) {
    case Verdict::better:
        return "The scheme ranks better than every naive rule that was tried: its area under the curve is " +
               detail::with_interval(*report.rules.front().area.area(),
                                     report.rules.front().area.interval()) +
               ".";
    case Verdict::worse:
        return "The scheme does worse than a naive rule (" + measure + ", " +
               detail::unbeaten_text(test, report, Verdict::worse) + ").";
    case Verdict::no_better:
        return "The scheme does not beat every naive rule: the difference may be chance (" + measure + ", " +
               detail::unbeaten_text(test, report, Verdict::no_better) + ").";
    case Verdict::cannot_tell:
        break;
    }
    const auto harmed = report.rules.empty() ? 0 : report.rules.front().area.harmed_services();
    return "It cannot be told whether the scheme beats a naive rule: " + std::to_string(harmed) +
           (harmed == 1 ? " service" : " services") +
           " that could be ranked and followed had a new event, and fewer than " +
           std::to_string(test.options.least_events) + " tell too little.";
}

/// What the figures rest on and what must be known to read them; each a sentence.
inline std::vector<std::string> backtest_notes(const Backtest& test, const OutcomeReport& of) {
    const auto& counts = of.report.counts;
    std::vector<std::string> notes;
    const auto span = to_string(*test.options.first) + " to " + to_string(*test.options.last);
    if (test.panel.days().empty()) {
        notes.push_back("The history from " + span + " holds no last day of a " +
                        std::string(to_string(test.options.every)) + ": there was no list.");
    } else if (months_before(*test.options.last, test.options.horizon) < test.panel.days().front()) {
        notes.push_back("The history from " + span + " is shorter than the horizon of " +
                        std::to_string(test.options.horizon) +
                        " months: no service was followed for long enough.");
    }
    if (counts.events == 0) {
        notes.push_back("No service had the outcome in the history.");
    }
    if (counts.before_history > 0) {
        notes.push_back(detail::events_came(counts.before_history) +
                        " before the first list and could not be foretold.");
    }
    if (counts.unlisted > 0) {
        notes.push_back(detail::events_came(counts.unlisted) + " at services that were on no list in the " +
                        std::to_string(test.options.horizon) + " months before: they were not open then.");
    }
    if (counts.at_visited > 0) {
        notes.push_back(detail::events_came(counts.at_visited) +
                        " at services that somebody was visiting already; they are reported apart.");
    }
    if (counts.days_with_events == 1 && counts.foretold > 1) {
        notes.push_back(
            "All " + std::to_string(counts.foretold) +
            " events came on one day and may have one cause; the intervals take them for independent.");
    }
    if (test.panel.services().size() == 1) {
        notes.push_back("There is one service: nothing can be ranked.");
    }
    return notes;
}

/// The report as sentences: the verdict first, then what the longest list reached, by the scheme and by the naive rule that
/// reached most, and how long before.
inline std::vector<std::string> backtest_sentences(const Backtest& test, const OutcomeReport& of) {
    std::vector<std::string> said{verdict_sentence(test, of)};
    const auto& rules = of.report.rules;
    if (of.report.counts.foretold == 0 || rules.empty()) {
        return said;
    }
    const auto list = test.options.capacities.size() - 1;
    said.push_back(detail::reach_sentence(of, rules.front(), list));
    const auto& reach = rules.front().lists[list];
    if (const auto lead = reach.median_lead()) {
        said.push_back("Half of the " + std::to_string(reach.lead_days.size()) +
                       " that were surely on it had been listed without a break for " +
                       with_decimals(*lead, 0) + " days or more.");
    }
    const auto best =
        std::max_element(rules.begin() + 1, rules.end(), [&](const auto& left, const auto& right) {
            return left.lists[list].recall.share() < right.lists[list].recall.share();
        });
    if (best != rules.end()) {
        said.push_back(
            "By the naive rule that reached most, " + test.panel.rules()[best->rule].label + ", " +
            detail::count_text(best->lists[list].recall.hits()) + " (" +
            detail::percent_text(best->lists[list].recall.share()) +
            ") would have been; the difference of the shares is " +
            detail::with_interval(best->reach_against[list].difference, best->reach_against[list].interval) +
            ".");
    }
    return said;
}

} // namespace vermeil
