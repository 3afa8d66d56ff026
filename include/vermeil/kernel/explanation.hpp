// SPDX-License-Identifier: MIT
#pragma once
// A trace in plain words.

#include <vermeil/core/wording.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/headline.hpp>
#include <vermeil/kernel/seen_text.hpp>
#include <vermeil/kernel/trace.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// What a limiter does, such as `cap Bronze` or `up 1`.
inline std::string effect_text(const Limiter& limiter) {
    std::string text(to_string(limiter.effect));
    if (names_band(limiter.effect)) {
        return text + " " + limiter.band;
    }
    return limiter.effect == Effect::withhold ? text : text + " " + std::to_string(limiter.steps);
}

inline std::string_view firing_text(Firing firing) {
    return firing == Firing::yes ? "yes" : firing == Firing::no ? "no" : "unknown";
}

/// `25.00 pounds per resident and week; eligible`.
inline std::string consequence_text(const Consequence& leads_to) {
    std::vector<std::string> parts;
    if (leads_to.fee) {
        parts.push_back(to_string(*leads_to.fee) + " pounds per " + leads_to.fee_per);
    }
    if (leads_to.eligible) {
        parts.emplace_back(*leads_to.eligible ? "eligible" : "not eligible");
    }
    return joined(parts, "; ");
}

/// `cap Good if a statement is weak: yes (...)`.
inline std::string step_text(const std::same_as<Framework> auto& framework, const Trace& trace,
                             const Limiter& limiter, const LimiterStep& step) {
    const auto effect = effect_text(limiter) + (is_always(limiter.when) ? ": " : " if ") + limiter.because;
    return is_always(limiter.when) ? effect
                                   : effect + ": " + std::string(firing_text(step.firing)) + " (" +
                                         seen_text(framework, trace, step.seen) + ")";
}

inline std::string step_text(const std::same_as<Framework> auto& framework, const Trace& trace,
                             const Band& band, const BandStep& step) {
    return "condition of " + band.name + ": " + std::string(firing_text(step.met)) + " (" +
           seen_text(framework, trace, step.seen) + ")";
}

/// A group's score, its band and the points of it; then how the band came about.
inline void add_group_lines(const std::same_as<Framework> auto& framework, const Trace& trace,
                            const GroupStep& step, std::vector<std::string>& lines) {
    const auto& group = framework.rules().groups[step.group];
    const auto name = "[" + named(group.id, group.label) + "] ";
    if (!(step.due > 0)) {
        lines.push_back(name + "left out");
        return;
    }
    for (auto i = step.bands.size(); i-- > 0;) { // they come from the lowest up
        const auto& each = step.bands[i];
        if (group.bands[each.band].when) {
            lines.push_back(name + step_text(framework, trace, group.bands[each.band], each));
        }
    }
    for (const auto& each : step.limiters) {
        lines.push_back(name + step_text(framework, trace, group.limiters[each.limiter], each));
    }
    auto line = name + range_text(step.lowest_score, step.highest_score);
    if (!group.bands.empty()) {
        line += ", " + bands_text(group.bands, step.highest + 1, step.lowest + 1);
    }
    lines.push_back(line + (has_points(group.bands)
                                ? " -> " + range_text(step.lowest_points, step.highest_points) + " points"
                                : ""));
}

/// `, without a logarithm`, for a value of 0 or less where peers are compared by logarithms or inverse shares: it takes no
/// part, and earns what the least of the others earns.
inline std::string left_out_of_norms(const Indicator& indicator, const Cell& cell) {
    const bool positive = cell.state != State::present || cell.value > 0 || !indicator.relative;
    return positive ? ""
           : indicator.relative->logarithmic
               ? ", without a logarithm: earns what the least of the others earns"
           : indicator.relative->kind == RelativeScale::Kind::inverse
               ? ", not above 0: earns what the least of the others earns"
               : "";
}

/// `, of which 50.0 % count`, for a value that earns but a share of its points; else nothing.
inline std::string share_text(const Cell& cell) {
    const bool all = cell.state != State::present || cell.share == 1;
    return all ? "" : ", of whose points " + as_percent(cell.share) + " count";
}

inline std::string step_text(const std::same_as<Framework> auto& framework, const Trace& trace,
                             const Prompt& prompt, const PromptStep& step) {
    return "prompt: " + prompt.ask + ": " + std::string(firing_text(step.firing)) + ": " + prompt.because +
           " (" + seen_text(framework, trace, step.seen) + ")";
}

/// The prompts that the row gives, or may give.
inline void add_prompt_lines(const std::same_as<Framework> auto& framework, const Trace& trace,
                             std::vector<std::string>& lines) {
    for (const auto& step : trace.prompts) {
        if (step.firing != Firing::no) {
            lines.push_back(step_text(framework, trace, framework.rules().prompts[step.prompt], step));
        }
    }
}

/// `dignity: 9 of 10 (90.0 %) -> 90.0 points, weight 4`.
inline std::string measure_line(const std::same_as<Framework> auto& framework, const Trace& trace,
                                const IndicatorStep& step) {
    const auto& measure = framework.measures()[step.indicator];
    const auto line = named(measure.id, measure.label) + ": " +
                      seen_value(framework, measure, step.cell, cause_of(trace, step.indicator));
    if (!step.weighed) {
        return line + ", weight not known";
    }
    if (!(step.weight > 0)) {
        return line + " -> left out";
    }
    return line + left_out_of_norms(framework.rules().indicators[step.indicator], step.cell) +
           share_text(step.cell) + " -> " + range_text(step.lowest_points, step.highest_points) +
           " points, weight " + shortest(step.weight);
}

/// `score 74.0, 100.0 % of the weight known`; `no score` where nothing that applies has a value.
inline std::string score_line(const std::same_as<Framework> auto& framework, const Outcome& made) {
    return made.reason == Reason::nothing_applicable
               ? "no " + score_word(framework)
               : score_word(framework) + " " + range_text(made.lowest_score, made.highest_score) + ", " +
                     as_percent(made.coverage) + " of the weight known";
}

} // namespace detail

/// Every step in plain words, a line each: measures, groups, limiters, the outcome.
inline std::vector<std::string> explanation(const std::same_as<Framework> auto& framework,
                                            const Trace& trace) {
    std::vector<std::string> lines;
    for (const auto& step : trace.indicators) {
        lines.push_back(detail::measure_line(framework, trace, step));
    }
    for (const auto& step : trace.groups) {
        detail::add_group_lines(framework, trace, step, lines);
    }
    for (const auto& step : trace.bands) {
        lines.push_back(detail::step_text(framework, trace, framework.rules().bands[step.band], step));
    }
    for (const auto& step : trace.limiters) {
        lines.push_back(detail::step_text(framework, trace, framework.rules().limiters[step.limiter], step));
    }
    detail::add_prompt_lines(framework, trace, lines);
    for (const auto& [measure, found] : trace.refused) {
        lines.push_back("not usable: " + found);
    }
    const auto& made = trace.outcome;
    lines.push_back(detail::score_line(framework, made));
    if (const auto age = age_text(trace.age); !age.empty()) {
        lines.push_back("rests on " + age);
    }
    lines.push_back(headline(framework, trace));
    if (made.band != no_band && framework.rules().bands[made.band].leads_to != Consequence()) {
        lines.push_back("leads to: " + detail::consequence_text(framework.rules().bands[made.band].leads_to));
    }
    return lines;
}

} // namespace vermeil
