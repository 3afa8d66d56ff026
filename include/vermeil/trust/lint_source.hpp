// SPDX-License-Identifier: MIT
#pragma once
// A check of where numbers come from: the same event or rating that counts in two places.

#include <vermeil/framework/condition.hpp>
#include <vermeil/trust/lint_subject.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// An event, or the rows of a table of reports.
inline std::string asked_event(const std::string& name, bool of_table) {
    return (of_table ? "the table " : "the event ") + quoted(name);
}

/// An event, a rating, an item that is drawn, in words; empty where a number is given ready.
inline std::string drawn_from(const ValueSource& source) {
    if (const auto* open = std::get_if<EventOpen>(&source)) {
        return asked_event(open->event, open->of_table) + (open->under_review ? " under review" : "");
    }
    if (const auto* events = std::get_if<EventCount>(&source)) {
        return asked_event(events->event, events->of_table);
    }
    if (const auto* rating = std::get_if<LatestRating>(&source)) {
        return "the rating " + quoted(rating->source) +
               (rating->standard.empty() ? "" : " of " + quoted(rating->standard)) +
               (rating->is_own ? " by the service itself" : "");
    }
    if (const auto* counts = std::get_if<CountShare>(&source)) {
        return "the counts " + quoted(counts->item);
    }
    if (const auto* overdue = std::get_if<Overdue>(&source)) {
        return "the overdue return " + quoted(overdue->item);
    }
    if (const auto* share = std::get_if<SurveyShare>(&source)) {
        return "the item " + quoted(share->item) + " of the survey " + quoted(share->survey);
    }
    if (const auto* standard = std::get_if<StandardValue>(&source)) {
        auto text = "the standard measure " + quoted(standard->standard);
        for (const auto& setting : standard->settings) {
            text += ", " + to_string(setting);
        }
        return text;
    }
    return "";
}

/// One place where something that is drawn counts.
struct Use {
    std::string source;
    std::string where; ///< such as: the measure 'inspection'
    Place place;
    bool earns = false;    ///< points, rather than a limiter's effect
    bool steps = false;    ///< a limiter that adds to others: a step up or down
    bool happened = false; ///< an event or a rating, rather than answers or a return
    bool rating = false;
};

/// Whether a source is an event or a rating.
inline bool is_happening(const ValueSource& source) {
    return std::holds_alternative<EventOpen>(source) || std::holds_alternative<EventCount>(source) ||
           std::holds_alternative<LatestRating>(source);
}

/// What a measure draws; of a number or a word that is given ready the column that has it.
inline std::string drawn_by(const Measure& measure) {
    const bool by_id =
        std::holds_alternative<Given>(measure.value) || std::holds_alternative<GivenWord>(measure.value);
    const auto* rate = std::get_if<GivenRate>(&measure.value);
    return by_id             ? "the column " + quoted(measure.id)
           : rate != nullptr ? "the column " + quoted(rate->column)
                             : drawn_from(measure.value);
}

/// What the measures earn points for.
inline void add_earning_uses(const Rules& rules, std::vector<Use>& uses) {
    for (const auto& indicator : rules.indicators) {
        const auto source = drawn_by(indicator.measure);
        if (indicator.measure.live && !source.empty()) {
            uses.push_back({source, "the measure " + quoted(indicator.measure.id), indicator.measure.place,
                            true, false, is_happening(indicator.measure.value),
                            std::holds_alternative<LatestRating>(indicator.measure.value)});
        }
    }
}

/// What the limiters ask about.
inline void add_limiting_uses(const Framework& framework, std::vector<Use>& uses) {
    for (const auto& limiter : framework.rules().limiters) {
        std::vector<Subject> subjects;
        add_subjects(limiter.when, subjects);
        std::vector<std::string> seen;
        for (const auto& subject : subjects) {
            if (subject.kind != Subject::Kind::measure) {
                continue;
            }
            const auto& value = framework.measures()[framework.position(subject.id)].value;
            const auto source = drawn_from(value);
            if (!source.empty() && std::find(seen.begin(), seen.end(), source) == seen.end()) {
                seen.push_back(source);
                const bool steps = limiter.effect == Effect::up || limiter.effect == Effect::down;
                uses.push_back({source, "the limiter " + quoted(limiter.because), limiter.place, false, steps,
                                is_happening(value), false});
            }
        }
    }
}

/// Whether two uses of one source count it twice: both earn points (ratings of one scale need not be one rating), an event
/// or a rating earns points and limits, or two limiters add up.
inline bool counts_twice(const Use& first, const Use& second) {
    if (first.source != second.source) {
        return false;
    }
    const bool both_earn = first.earns && second.earns;
    return both_earn ? !first.rating
                     : (first.earns != second.earns && first.happened) || (first.steps && second.steps);
}

/// The same event, rating, item, count or column in two places.
inline void lint_sources(const LintSubject& about) {
    std::vector<Use> uses;
    add_earning_uses(about.rules, uses);
    add_limiting_uses(about.framework, uses);
    for (std::size_t second = 0; second < uses.size(); ++second) {
        const auto found = std::find_if(uses.begin(), uses.begin() + static_cast<std::ptrdiff_t>(second),
                                        [&](const auto& first) { return counts_twice(first, uses[second]); });
        if (found != uses.begin() + static_cast<std::ptrdiff_t>(second)) {
            const auto name = uses[second].source.substr(uses[second].source.find('\'') + 1);
            about.find(LintRule::counted_twice, uses[second].place, name.substr(0, name.find('\'')),
                       uses[second].source + " counts in two places",
                       words(found->where + " (line " + std::to_string(found->place.line) + ") and " +
                             uses[second].where + " both draw it"),
                       "keep one of them, or accept it and say why it counts twice");
        }
    }
}

} // namespace vermeil::detail
