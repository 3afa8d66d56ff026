// SPDX-License-Identifier: MIT
#pragma once
// Checks by trial of the limiters: ones that never fire, always fire, or never change a band.

#include <vermeil/trust/limiter_trial.hpp>
#include <vermeil/trust/lint_subject.hpp>
#include <vermeil/trust/lint_words.hpp>
#include <vermeil/trust/trial.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// The limiters of one node: of the whole, or of a group by its position.
struct LimitersOf {
    const std::vector<Limiter>& limiters;
    const std::vector<Band>& bands;
    std::optional<std::size_t> group = {};
};

/// A measure without which a condition cannot hold and that is only planned; null where there is none.
inline const Measure* planned_subject(const Framework& framework, const Condition& condition) {
    const auto planned = [&](const Subject& subject) -> const Measure* {
        const bool is_measure = subject.kind == Subject::Kind::measure;
        const auto* measure = is_measure ? &framework.measures()[framework.position(subject.id)] : nullptr;
        return measure != nullptr && !measure->live ? measure : nullptr;
    };
    if (const auto* comparing = std::get_if<Comparing>(&condition.question)) {
        return planned(comparing->subject);
    }
    const auto* joining = std::get_if<Joining>(&condition.question);
    for (std::size_t i = 0;
         joining != nullptr && joining->how == Joining::How::all && i < joining->parts.size(); ++i) {
        if (const auto* found = planned_subject(framework, joining->parts[i])) {
            return found;
        }
    }
    return nullptr;
}

/// What the limiters of a node did to one row.
inline const std::vector<LimiterStep>& steps_of(const Trace& trace, std::optional<std::size_t> group) {
    if (!group) {
        return trace.limiters;
    }
    std::size_t at = 0;
    while (trace.groups.at(at).group != *group) {
        ++at;
    }
    return trace.groups[at].limiters;
}

/// A limiter that fires and never changes a band, and why.
inline void lint_bite(const LintSubject& about, const LimitersOf& node, std::size_t position,
                      const Shown& shown) {
    const auto& limiter = node.limiters[position];
    const auto trace = about.trial->evaluator().explain(shown.cells);
    const auto& steps = steps_of(trace, node.group);
    const auto& bands = node.bands;
    const auto named = [&](std::uint8_t band) {
        return band < bands.size() ? quoted(bands[band].name) : "none";
    };
    std::string why = "the band is " + named(steps[position].lowest_before) + " before it and after it";
    for (std::size_t earlier = 0; earlier < position; ++earlier) {
        const auto& other = steps[earlier];
        if (other.firing == Firing::yes && other.lowest_before != other.lowest_after) {
            why +=
                "; the limiter in line " + std::to_string(node.limiters[earlier].place.line) + " came first";
        }
    }
    const bool highest = limiter.effect == Effect::cap && limiter.band == bands.front().name;
    const bool lowest = limiter.effect == Effect::floor && limiter.band == bands.back().name;
    const auto what = highest  ? "a cap at the highest band, " + quoted(limiter.band) + ", changes nothing"
                      : lowest ? "a floor at the last band, " + quoted(limiter.band) + ", changes nothing"
                               : "a limiter fires and never changes a band";
    about.find(LintRule::limiter_never_bites, limiter.place, limiter.because, what,
               {"it fires on " + all_of(about.framework, shown.cells) + ": " + why, {shown}},
               "name another band, move it up, or leave it out");
}

/// One limiter, tried.
inline void lint_limiter(const LintSubject& about, const LimitersOf& node, std::size_t position,
                         const LimiterTried& made) {
    const auto& limiter = node.limiters[position];
    const auto tried = std::to_string(made.rows) + " services that were tried";
    if (made.fires == 0) {
        about.find(
            LintRule::limiter_never_fires, limiter.place, limiter.because,
            "a limiter can never fire: nothing that was tried meets its condition",
            words("none of " + tried + ", values at and around every number that it asks for among them"),
            "look at its comparisons: are shares written as 0.6, not 60? do two of its parts exclude each "
            "other?");
    } else if (made.fires == made.rows) {
        about.find(
            LintRule::limiter_always_fires, limiter.place, limiter.because,
            "a limiter always fires: everything that was tried meets its condition",
            {"all of " + tried + ", such as " + all_of(about.framework, made.fired->cells), {*made.fired}},
            "look at its comparisons: are shares written as 0.6, not 60?");
    } else if (made.bites == 0 && limiter.effect != Effect::withhold) {
        lint_bite(about, node, position, *made.fired);
    }
}

/// The limiters of one node; `trial` is null where nothing can be tried.
inline void lint_limiters_of(const LintSubject& about, const LimitersOf& node, const LimiterTrial* trial) {
    for (std::size_t i = 0; i < node.limiters.size(); ++i) {
        const auto& limiter = node.limiters[i];
        if (limiter.because.empty()) {
            about.find(LintRule::limiter_unexplained, limiter.place, "", "a limiter gives no reason",
                       words("its rating would show none"),
                       "say because = \"...\"; it is shown beside the rating");
        }
        if (const auto* planned = planned_subject(about.framework, limiter.when)) {
            about.find(LintRule::limiter_never_fires, limiter.place, limiter.because,
                       "a limiter asks about " + quoted(planned->id) + ", which is only planned",
                       words("what is not yet live is never met"),
                       "leave the limiter out until the measure is live");
        } else if (trial != nullptr && !is_always(limiter.when)) {
            lint_limiter(about, node, i, trial->of(node.group, i));
        }
    }
}

/// All limiters, of the whole and of the groups.
inline void lint_limiters(const LintSubject& about) {
    const auto trial = about.trial != nullptr ? std::make_unique<const LimiterTrial>(*about.trial) : nullptr;
    lint_limiters_of(about, {about.rules.limiters, about.rules.bands}, trial.get());
    for (std::size_t i = 0; i < about.rules.groups.size(); ++i) {
        const auto& group = about.rules.groups[i];
        lint_limiters_of(about, {group.limiters, group.bands, i}, trial.get());
    }
}

} // namespace vermeil::detail
