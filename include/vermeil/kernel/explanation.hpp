// SPDX-License-Identifier: MIT
#pragma once
// A trace in plain words.

#include <vermeil/core/wording.hpp>
#include <vermeil/framework/framework.hpp>
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

/// Why a cell has no value, in the words of a reader who knows no states.
inline std::string absence(const Measure& measure, const Cell& cell) {
    switch (cell.state) {
    case State::too_few:
        return std::to_string(cell.n) + " of the " + std::to_string(measure.least_n) + " answers needed";
    case State::not_submitted:
        return "not returned by the " + std::string(to_string(measure.owed_by));
    case State::not_yet_inspected:
        return "awaiting inspection";
    case State::not_applicable:
        return "does not apply";
    case State::not_yet_live:
        return "planned, not yet measured";
    case State::suppressed:
        return "withheld to protect people";
    case State::present:
    case State::unknown:
        break;
    }
    return "no value, and no reason given";
}

/// The word at a position of a source's scale; empty where the measure is no rating.
inline std::string rating_word(const Framework& framework, const Measure& measure, double position) {
    const auto* rating = std::get_if<LatestRating>(&measure.value);
    for (const auto& scale : framework.rules().ordered_scales) {
        const bool same = rating != nullptr && folded(scale.id) == folded(rating->source);
        if (same && position >= 1 && position <= static_cast<double>(scale.words.size())) {
            return scale.words[static_cast<std::size_t>(position) - 1];
        }
    }
    return {};
}

inline std::string seen_value(const Framework& framework, const Measure& measure, const Cell& cell) {
    if (cell.state != State::present) {
        return absence(measure, cell);
    }
    auto text = rating_word(framework, measure, cell.value);
    text = text.empty() ? shortest(cell.value) : text;
    if (cell.n > 0) {
        text = cell.count > 0 || cell.value == 0
                   ? std::to_string(cell.count) + " of " + std::to_string(cell.n) + " (" +
                         as_percent(cell.value) + ")"
                   : text + " (n " + std::to_string(cell.n) + ")";
    }
    return (cell.flags & CellFlag::carried) != 0
               ? text + ", " + std::to_string(carried_quarters(cell.flags)) + " quarters old"
               : text;
}

/// What the face calls a score.
inline std::string score_word(const Framework& framework) {
    return framework.rules().higher_is == Face::worse ? "points" : "score";
}

inline std::string range_text(double low, double high) {
    return low == high ? with_decimals(low, 1) : with_decimals(low, 1) + " to " + with_decimals(high, 1);
}

/// What a question looked at, in words: `cqc: Good, dignity: 144 of 147 (98.0 %)`.
inline std::string seen_text(const Framework& framework, const std::vector<SubjectSeen>& seen) {
    std::vector<std::string> texts;
    const auto add = [&](std::string text) {
        if (std::find(texts.begin(), texts.end(), text) == texts.end()) { // a question may ask twice
            texts.push_back(std::move(text));
        }
    };
    for (const auto& each : seen) {
        if (each.kind == Subject::Kind::measure) {
            const auto& measure = framework.measures()[each.index];
            add(measure.id + ": " + seen_value(framework, measure, each.cell));
        } else {
            const bool is_whole = each.kind == Subject::Kind::whole;
            add((is_whole ? std::string("score") : framework.rules().groups[each.index].id) + ": " +
                range_text(each.lowest_score, each.highest_score));
        }
    }
    return joined(texts, ", ");
}

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

inline OpenMeasures why_open(const Measure& measure, const Cell& cell) {
    if (cell.state == State::too_few) {
        const auto answers = " " + std::to_string(cell.n) + " of " + std::to_string(measure.least_n);
        return {"too few answers", {measure.id + answers}};
    }
    return {absence(measure, cell), {measure.id}};
}

/// What is open, by the reason why: `; too few answers: dignity 4 of 10, control 6 of 10; awaiting inspection: cqc`.
/// No more than three measures of a kind are named, and the others counted.
inline std::string open_measures(const Framework& framework, const Trace& trace) {
    std::vector<OpenMeasures> kinds;
    for (const auto& step : trace.indicators) {
        if (!is_open(step)) {
            continue;
        }
        auto open = why_open(framework.measures()[step.indicator], step.cell);
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

/// Which members the whole needs.
inline std::string why_too_few_members(const Framework& framework) {
    const auto& needed = framework.rules().presence;
    std::vector<std::string> needs;
    if (needed.least_members > 0) {
        needs.push_back(std::to_string(needed.least_members) + " members with data are needed");
    }
    for (const auto& id : needed.required) {
        needs.push_back(quoted(id) + " is required");
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

/// Every step in plain words, a line each: measures, groups, limiters, the outcome.
inline std::vector<std::string> explanation(const Framework& framework, const Trace& trace) {
    std::vector<std::string> lines;
    for (const auto& step : trace.indicators) {
        const auto& measure = framework.measures()[step.indicator];
        auto line = measure.id + ": " + detail::seen_value(framework, measure, step.cell);
        line += step.weight > 0 ? " -> " + detail::range_text(step.lowest_points, step.highest_points) +
                                      " points, weight " + detail::shortest(step.weight)
                                : " -> left out";
        lines.push_back(std::move(line));
    }
    for (const auto& step : trace.groups) {
        lines.push_back(
            "[" + framework.rules().groups[step.group].id + "] " +
            (step.due > 0 ? detail::range_text(step.lowest_score, step.highest_score) : "left out"));
    }
    for (const auto& step : trace.bands) {
        lines.push_back("condition of " + framework.band_name(step.band) + ": " +
                        std::string(detail::firing_text(step.met)) + " (" +
                        detail::seen_text(framework, step.seen) + ")");
    }
    for (const auto& step : trace.limiters) {
        const auto& limiter = framework.rules().limiters[step.limiter];
        lines.push_back(detail::effect_text(limiter) + " if " + limiter.because + ": " +
                        std::string(detail::firing_text(step.firing)) + " (" +
                        detail::seen_text(framework, step.seen) + ")");
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
