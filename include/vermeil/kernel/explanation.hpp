// SPDX-License-Identifier: MIT
#pragma once
// A trace in plain words.

#include <vermeil/core/wording.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/seen_text.hpp>
#include <vermeil/kernel/trace.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vermeil {

/// The name of a band by number, `Not rated` for none.
inline std::string band_name(const Framework& framework, std::uint8_t band) {
    return band == no_band ? "Not rated" : framework.band_name(band);
}

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

/// Whether an absence leaves the outcome open: it weighs, and nothing is known of it.
inline bool is_open(const IndicatorStep& step) {
    return step.cell.state != State::present && step.weight > 0;
}

/// Why measures of one kind of absence have no value: what they have in common, then each of them.
struct OpenMeasures {
    std::string why;
    std::vector<std::string> measures;
};

inline OpenMeasures why_open(const Framework& framework, const Trace& trace, const IndicatorStep& step) {
    const auto& measure = framework.measures()[step.indicator];
    const auto name = named(measure.id, measure.label);
    if (step.cell.state == State::too_few) {
        return {"too few answers",
                {name + " " + std::to_string(step.cell.n) + " of " + std::to_string(measure.least_n)}};
    }
    if (const auto found = trace.refused.find(step.indicator); found != trace.refused.end()) {
        return {"not usable", {found->second}};
    }
    return {absence(measure, step.cell), {name}};
}

/// What is open, by the reason why: `; too few answers: dignity 4 of 10, control 6 of 10; awaiting inspection: cqc`.
/// No more than three measures of a kind are named, and the others counted.
inline std::string open_measures(const Framework& framework, const Trace& trace) {
    std::vector<OpenMeasures> kinds;
    for (const auto& step : trace.indicators) {
        if (!is_open(step)) {
            continue;
        }
        auto open = why_open(framework, trace, step);
        const auto same =
            std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.why == open.why; });
        if (same == kinds.end()) {
            kinds.push_back(std::move(open));
        } else {
            same->measures.push_back(std::move(open.measures.front()));
        }
    }
    constexpr std::size_t most_named = 3;
    std::string text;
    for (auto& kind : kinds) {
        const auto others = kind.measures.size() - std::min(kind.measures.size(), most_named);
        kind.measures.resize(kind.measures.size() - others);
        text += "; " + kind.why + ": " + joined(kind.measures, ", ");
        text += others > 0 ? " and " + std::to_string(others) + " more" : "";
    }
    for (const auto& step : trace.limiters) {
        if (step.firing == Firing::unknown) {
            text += "; unknown whether " + framework.rules().limiters[step.limiter].because;
        }
    }
    return text;
}

/// Why no band is given: what is certain, then what may be.
inline std::string why_withheld(const Framework& framework, const Trace& trace) {
    std::vector<std::string> reasons;
    for (const auto wanted : {Firing::yes, Firing::unknown}) {
        for (const auto& step : trace.limiters) {
            const auto& limiter = framework.rules().limiters[step.limiter];
            if (limiter.effect == Effect::withhold && step.firing == wanted) {
                reasons.push_back((wanted == Firing::yes ? "" : "unknown whether ") + limiter.because);
            }
        }
    }
    return joined(reasons, "; ");
}

/// Whose weight is not known, and what it should be.
inline std::string why_unweighed(const Framework& framework, const Trace& trace) {
    std::vector<std::string> reasons;
    const auto add = [&](const std::string& name, const std::optional<WeightColumn>& column) {
        reasons.push_back("the weight of " + name + " is not known: no value of " + quoted(column->measure));
    };
    for (const auto& step : trace.indicators) {
        const auto& indicator = framework.rules().indicators[step.indicator];
        if (!step.weighed) {
            add(named(indicator.measure.id, indicator.measure.label), indicator.weighed_by);
        }
    }
    for (const auto& step : trace.groups) {
        const auto& group = framework.rules().groups[step.group];
        if (!step.weighed) {
            add(named(group.id, group.label), group.weighed_by);
        }
    }
    return joined(reasons, "; ");
}

/// Which members the whole needs.
inline std::string why_too_few_members(const Framework& framework) {
    const auto& needed = framework.rules().presence;
    std::vector<std::string> needs;
    if (needed.least_members > 0) {
        needs.push_back(std::to_string(needed.least_members) + " members with data are needed");
    }
    for (const auto& id : needed.required) {
        const auto* group = find_group(framework.rules(), id);
        const auto& label =
            group != nullptr ? group->label : framework.measures()[framework.position(id)].label;
        needs.push_back((label.empty() || label == id ? quoted(id) : named(id, label)) + " is required");
    }
    return joined(needs, "; ");
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

} // namespace detail

/// One line: the band with its score, or why there is none, and what is still open.
inline std::string headline(const Framework& framework, const Trace& trace) {
    const auto& made = trace.outcome;
    auto text = band_name(framework, made.band);
    if (made.reason == Reason::open) {
        std::vector<std::string> bands;
        for (auto band = static_cast<std::size_t>(made.lowest) + 1; band-- > made.highest;) {
            bands.push_back(framework.band_name(band));
        }
        text += made.band == no_band ? ": " + joined(bands) : " (may be " + joined(bands) + ")";
    } else if (made.reason == Reason::coverage) {
        text += ": " + as_percent(made.coverage) + " of the weight is known, " +
                as_percent(framework.rules().least_coverage) + " is needed";
    } else if (made.reason == Reason::withheld) {
        return text + ": " + detail::why_withheld(framework, trace);
    } else if (made.reason == Reason::members) {
        text += ": " + detail::why_too_few_members(framework);
    } else if (made.reason == Reason::weight) {
        return text + ": " + detail::why_unweighed(framework, trace);
    } else if (made.reason == Reason::nothing_applicable) {
        return text + ": no measure applies";
    } else {
        text += ", " + detail::score_word(framework) + " " +
                detail::range_text(made.lowest_score, made.highest_score);
    }
    if (made.limiter > 0) {
        text += "; " + framework.rules().limiters[made.limiter - 1U].because;
    }
    return text + detail::open_measures(framework, trace);
}

namespace detail {

/// `cap Good if a statement is weak: yes (...)`.
inline std::string step_text(const Framework& framework, const Limiter& limiter, const LimiterStep& step) {
    const auto effect = effect_text(limiter) + (is_always(limiter.when) ? ": " : " if ") + limiter.because;
    return is_always(limiter.when) ? effect
                                   : effect + ": " + std::string(firing_text(step.firing)) + " (" +
                                         seen_text(framework, step.seen) + ")";
}

inline std::string step_text(const Framework& framework, const Band& band, const BandStep& step) {
    return "condition of " + band.name + ": " + std::string(firing_text(step.met)) + " (" +
           seen_text(framework, step.seen) + ")";
}

/// A group's score, its band and the points of it; then how the band came about.
inline void add_group_lines(const Framework& framework, const GroupStep& step,
                            std::vector<std::string>& lines) {
    const auto& group = framework.rules().groups[step.group];
    const auto name = "[" + named(group.id, group.label) + "] ";
    if (!(step.due > 0)) {
        lines.push_back(name + "left out");
        return;
    }
    for (auto i = step.bands.size(); i-- > 0;) { // they come from the lowest up
        const auto& each = step.bands[i];
        if (group.bands[each.band].when) {
            lines.push_back(name + step_text(framework, group.bands[each.band], each));
        }
    }
    for (const auto& each : step.limiters) {
        lines.push_back(name + step_text(framework, group.limiters[each.limiter], each));
    }
    auto line = name + range_text(step.lowest_score, step.highest_score);
    if (!group.bands.empty()) {
        line += ", " + bands_text(group.bands, step.highest + 1, step.lowest + 1);
    }
    lines.push_back(line + (has_points(group.bands)
                                ? " -> " + range_text(step.lowest_points, step.highest_points) + " points"
                                : ""));
}

/// `, of which 50.0 % count`, for a value that earns but a share of its points; else nothing.
inline std::string share_text(const Cell& cell) {
    const bool all = cell.state != State::present || cell.share == 1;
    return all ? "" : ", of whose points " + as_percent(cell.share) + " count";
}

inline std::string step_text(const Framework& framework, const Prompt& prompt, const PromptStep& step) {
    return "prompt: " + prompt.ask + ": " + std::string(firing_text(step.firing)) + ": " + prompt.because +
           " (" + seen_text(framework, step.seen) + ")";
}

/// The prompts that the row gives, or may give.
inline void add_prompt_lines(const Framework& framework, const Trace& trace,
                             std::vector<std::string>& lines) {
    for (const auto& step : trace.prompts) {
        if (step.firing != Firing::no) {
            lines.push_back(step_text(framework, framework.rules().prompts[step.prompt], step));
        }
    }
}

} // namespace detail

/// Every step in plain words, a line each: measures, groups, limiters, the outcome.
inline std::vector<std::string> explanation(const Framework& framework, const Trace& trace) {
    std::vector<std::string> lines;
    for (const auto& step : trace.indicators) {
        const auto& measure = framework.measures()[step.indicator];
        auto line = detail::named(measure.id, measure.label) + ": " +
                    detail::seen_value(framework, measure, step.cell);
        line += !step.weighed     ? ", weight not known"
                : step.weight > 0 ? detail::share_text(step.cell) + " -> " +
                                        detail::range_text(step.lowest_points, step.highest_points) +
                                        " points, weight " + detail::shortest(step.weight)
                                  : " -> left out";
        lines.push_back(std::move(line));
    }
    for (const auto& step : trace.groups) {
        detail::add_group_lines(framework, step, lines);
    }
    for (const auto& step : trace.bands) {
        lines.push_back(detail::step_text(framework, framework.rules().bands[step.band], step));
    }
    for (const auto& step : trace.limiters) {
        lines.push_back(detail::step_text(framework, framework.rules().limiters[step.limiter], step));
    }
    detail::add_prompt_lines(framework, trace, lines);
    for (const auto& [measure, found] : trace.refused) {
        lines.push_back("not usable: " + found);
    }
    const auto& made = trace.outcome;
    lines.push_back(detail::score_word(framework) + " " +
                    detail::range_text(made.lowest_score, made.highest_score) + ", " +
                    as_percent(made.coverage) + " of the weight known");
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
