// SPDX-License-Identifier: MIT
#pragma once
// One line that says what stands, or why nothing does.

#include <vermeil/core/wording.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/seen_text.hpp>
#include <vermeil/kernel/trace.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The name of a band by number, `Not rated` for none.
inline std::string band_name(const std::same_as<Framework> auto& framework, std::uint8_t band) {
    return band == no_band ? "Not rated" : framework.band_name(band);
}

namespace detail {

/// Whether an absence leaves the outcome open: it weighs, and nothing is known of it.
inline bool is_open(const IndicatorStep& step) {
    return step.cell.state != State::present && step.weight > 0;
}

/// Why measures of one kind of absence have no value: what they have in common, then each of them.
struct OpenMeasures {
    std::string why;
    std::vector<std::string> measures;
};

inline OpenMeasures why_open(const std::same_as<Framework> auto& framework, const Trace& trace,
                             const IndicatorStep& step) {
    const auto& measure = framework.measures()[step.indicator];
    const auto name = named(measure.id, measure.label);
    if (step.cell.state == State::too_few) {
        return {"too few answers",
                {name + " " + std::to_string(step.cell.n) + " of " + std::to_string(measure.least_n)}};
    }
    if (const auto found = trace.refused.find(step.indicator); found != trace.refused.end()) {
        return {"not usable", {found->second}};
    }
    return {absence(measure, step.cell, cause_of(trace, step.indicator)), {name}};
}

/// What a limiter leaves open: `unknown whether a notice is open (no table of events was given)`.
inline std::string unknown_whether(const std::same_as<Framework> auto& framework, const Trace& trace,
                                   const LimiterStep& step) {
    std::vector<std::string> causes;
    for (const auto& each : step.seen) {
        const bool is_unknown = each.kind == Subject::Kind::measure && each.cell.state == State::unknown;
        auto cause = is_unknown ? cause_of(trace, each.index) : std::string();
        if (!cause.empty() && std::find(causes.begin(), causes.end(), cause) == causes.end()) {
            causes.push_back(std::move(cause));
        }
    }
    return "unknown whether " + framework.rules().limiters[step.limiter].because +
           (causes.empty() ? "" : " (" + joined(causes, "; ") + ")");
}

/// Whether a measure that applies has no value, whatever the rules make of it.
inline bool is_missed(const IndicatorStep& step) {
    const auto state = step.cell.state;
    return state != State::present && state != State::not_applicable && state != State::not_yet_live;
}

/// The measures of some steps, by the reason why they have no value: `; too few answers: dignity 4 of 10, control 6 of 10;
/// awaiting inspection: cqc`. No more than three measures of a kind are named, and the others counted.
template <class Wanted>
std::string by_reason(const std::same_as<Framework> auto& framework, const Trace& trace, Wanted is_wanted) {
    std::vector<OpenMeasures> kinds;
    for (const auto& step : trace.indicators) {
        if (!is_wanted(step)) {
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
    return text;
}

/// What is open: the measures by the reason why, and what limiters cannot know.
inline std::string open_measures(const std::same_as<Framework> auto& framework, const Trace& trace) {
    auto text = by_reason(framework, trace, is_open);
    for (const auto& step : trace.limiters) {
        if (step.firing == Firing::unknown) {
            text += "; " + unknown_whether(framework, trace, step);
        }
    }
    return text;
}

/// Why there is no score: nothing applies, or nothing that applies has a value and the rules leave it out.
inline std::string why_nothing(const std::same_as<Framework> auto& framework, const Trace& trace) {
    const auto missed = by_reason(framework, trace, is_missed);
    return missed.empty() ? "no measure applies" : "no measure that applies has a value" + missed;
}

/// Why no band is given: what is certain, then what may be.
inline std::string why_withheld(const std::same_as<Framework> auto& framework, const Trace& trace) {
    std::vector<std::string> reasons;
    for (const auto wanted : {Firing::yes, Firing::unknown}) {
        for (const auto& step : trace.limiters) {
            const auto& limiter = framework.rules().limiters[step.limiter];
            if (limiter.effect == Effect::withhold && step.firing == wanted) {
                reasons.push_back(wanted == Firing::yes ? limiter.because
                                                        : unknown_whether(framework, trace, step));
            }
        }
    }
    return joined(reasons, "; ");
}

/// Whose weight is not known, and what it should be.
inline std::string why_unweighed(const std::same_as<Framework> auto& framework, const Trace& trace) {
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
inline std::string why_too_few_members(const std::same_as<Framework> auto& framework) {
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

} // namespace detail

/// One line: the band with its score, or why there is none, and what is still open.
inline std::string headline(const std::same_as<Framework> auto& framework, const Trace& trace) {
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
        return text + ": " + detail::why_nothing(framework, trace);
    } else {
        text += ", " + detail::score_word(framework) + " " +
                detail::range_text(made.lowest_score, made.highest_score);
    }
    if (made.limiter > 0) {
        text += "; " + framework.rules().limiters[made.limiter - 1U].because;
    }
    return text + detail::open_measures(framework, trace);
}

} // namespace vermeil
