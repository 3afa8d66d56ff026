// SPDX-License-Identifier: MIT
#pragma once
// A check by trial: bands whose conditions overlap, so that their order decides what their text does not.

#include <vermeil/core/wording.hpp>
#include <vermeil/trust/lint_subject.hpp>
#include <vermeil/trust/lint_words.hpp>
#include <vermeil/trust/trial.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// Whether a condition asks for so much or more and for nothing else, as a cut does: of such bands the best that is met is
/// meant to stand.
inline bool asks_at_least(const Condition& condition) {
    if (const auto* comparing = std::get_if<Comparing>(&condition.question)) {
        return comparing->comparison == Comparison::at_least || comparing->comparison == Comparison::above;
    }
    const auto* joining = std::get_if<Joining>(&condition.question);
    return joining != nullptr && joining->how != Joining::How::none &&
           std::all_of(joining->parts.begin(), joining->parts.end(), asks_at_least);
}

/// On which rows of a trial the condition of a band holds for certain.
inline std::vector<bool> meets(const Trial& trial, const Band& band) {
    auto rules = trial.rules();
    auto met = band, rest = band;
    met.leads_to = rest.leads_to = {};
    rest.name += " is not met";
    rest.when.reset();
    rules.bands = {std::move(met), std::move(rest)};
    rules.limiters.clear();
    rules.ratchets.clear();
    rules.outcomes.clear();
    rules.steady.reset();
    rules.watch.reset();
    const Evaluator evaluator{Framework(std::move(rules)), trial.evaluator().norms()};
    std::vector<bool> made;
    for (const auto& outcome : rated(evaluator, trial.rows())) {
        made.push_back(outcome.band == 0);
    }
    return made;
}

/// A later band that holds for a service that an earlier one took, and for another of that band does not. Where it holds for
/// all of an earlier band, the conditions are nested, as cuts are.
inline void lint_band_overlap(const LintSubject& about, std::size_t later) {
    const auto& trial = *about.trial;
    const auto& bands = about.rules.bands;
    const auto met = meets(trial, bands[later]);
    const auto first = [&](std::size_t earlier, bool wanted) {
        std::size_t row = 0;
        const auto fits = [&] {
            const auto& outcome = trial.outcomes()[row];
            return outcome.band == earlier && outcome.limiter == 0 && met[row] == wanted;
        };
        while (row < met.size() && !fits()) {
            ++row;
        }
        return row;
    };
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const auto both = first(earlier, true);
        if (both < met.size() && first(earlier, false) < met.size()) {
            const auto shown = trial.shown(both);
            about.find(LintRule::bands_overlap, bands[later].place, bands[later].name,
                       "band " + quoted(bands[later].name) + " overlaps band " + quoted(bands[earlier].name) +
                           ": a service can meet both, and the first of them takes it",
                       {all_of(about.framework, shown.cells) + " gives " +
                            written(about.framework, shown.outcome) + " and meets the condition of " +
                            quoted(bands[later].name) + " too",
                        {shown}},
                       "let the one end where the other begins");
            return;
        }
    }
}

/// Bands by conditions that overlap without one of them lying within the other.
inline void lint_band_overlaps(const LintSubject& about) {
    const auto& bands = about.rules.bands;
    for (std::size_t i = 1; i < bands.size() && about.rules.cuts.by == Cuts::By::scores; ++i) {
        if (bands[i].when && !asks_at_least(*bands[i].when)) {
            lint_band_overlap(about, i);
        }
    }
}

} // namespace vermeil::detail
