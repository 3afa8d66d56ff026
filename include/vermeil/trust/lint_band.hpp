// SPDX-License-Identifier: MIT
#pragma once
// Checks of the bands: ones that nobody reaches, and cuts off the grid of rounding.

#include <vermeil/core/snap.hpp>
#include <vermeil/trust/lint_gap.hpp>
#include <vermeil/trust/lint_subject.hpp>
#include <vermeil/trust/lint_words.hpp>
#include <vermeil/trust/reached.hpp>
#include <vermeil/trust/trial.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermeil::detail {

/// Why no score falls into a band that is cut out of the score; empty where one may.
inline std::string beyond_reach(const Rules& rules, std::size_t band, const Reached& made) {
    const auto& own = rules.bands[band];
    const double highest = made.highest ? made.highest->outcome.highest_score : 0;
    const double lowest = made.lowest ? made.lowest->outcome.lowest_score : 0;
    const auto* better = band > 0 ? &rules.bands[band - 1] : nullptr;
    if (own.cut && (*own.cut > highest || (*own.cut == highest && own.tie == Tie::out))) {
        return "band " + quoted(own.name) + " begins at " + shortest(*own.cut) + "; no score is above " +
               readable(highest);
    }
    if (better != nullptr && better->cut &&
        (*better->cut < lowest || (*better->cut == lowest && better->tie == Tie::in))) {
        return "no score is below " + readable(lowest) + ", so no band under " + quoted(better->name) +
               " can be reached";
    }
    if (own.cut && better != nullptr && better->cut &&
        !grid_between(rules.rounding, *own.cut, *better->cut, own.tie, better->tie)) {
        return "no rounded score lies between " + shortest(*own.cut) + " and " + shortest(*better->cut) +
               ", so band " + quoted(own.name) + " cannot be reached";
    }
    return "";
}

/// Bands that no row of the trial reached. A band that is cut out of the score counts as reached unless the scores show
/// why not: between its ends lies a score, even if no row of the trial has it.
inline void lint_bands(const LintSubject& about) {
    const auto made = reached(*about.trial);
    const auto& rules = about.rules;
    if (!made.highest) {
        return; // nothing is live, so there are no scores
    }
    bool told = false;
    for (std::size_t band = 0; band < rules.bands.size(); ++band) {
        const auto& own = rules.bands[band];
        const bool by_score =
            rules.cuts.by != Cuts::By::scores || (!own.when && (band == 0 || !rules.bands[band - 1].when));
        const bool relative = rules.cuts.by != Cuts::By::scores;
        const auto why = by_score && !relative ? beyond_reach(rules, band, made) : "";
        if (made.bands[band] || relative || (by_score && why.empty()) || (told && why.substr(0, 2) == "no")) {
            continue;
        }
        told = told || why.substr(0, 8) == "no score";
        const bool rests = band + 1 == rules.bands.size();
        const bool below = why.substr(0, 8) == "no score";
        Witness witness{std::to_string(made.rows) + " services were tried", {}};
        const auto& end = below ? made.lowest : made.highest;
        if (by_score && end) {
            witness.text =
                all_of(about.framework, end->cells) + " gives " + written(about.framework, end->outcome);
            witness.inputs = {*end};
        }
        const auto otherwise = "no service that was tried is in band " + quoted(own.name) +
                               (rests ? ": the bands before it leave nothing"
                                      : ": its condition is never met, or a band before it takes them all");
        const auto& place = below && band > 0 ? rules.bands[band - 1].place : own.place;
        about.find(LintRule::band_unreachable, place,
                   below && band > 0 ? rules.bands[band - 1].name : own.name, why.empty() ? otherwise : why,
                   std::move(witness),
                   below ? "raise its cut" : "lower its cut, raise the points, or mend its condition");
    }
}

/// Cuts that no rounded score can equal.
inline void lint_grid(const LintSubject& about) {
    const auto& rounding = about.rules.rounding;
    for (const auto& band : about.rules.bands) {
        const bool looks = rounding && band.cut && about.rules.cuts.by == Cuts::By::scores;
        if (looks && rounded(*band.cut, *rounding) != snapped(*band.cut)) {
            const double step = step_of(*rounding);
            const auto above = shortest(snapped(std::ceil(snapped(*band.cut / step)) * step));
            about.find(LintRule::cut_off_grid, band.place, band.name,
                       "band " + quoted(band.name) + " begins at " + shortest(*band.cut) +
                           ", which no rounded score equals",
                       words("the first rounded score in it is " + above), "say " + above);
        }
    }
}

} // namespace vermeil::detail
