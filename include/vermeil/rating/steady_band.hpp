// SPDX-License-Identifier: MIT
#pragma once
// Which band stands where a new one has to be proposed more than once.

#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/rating/past_rating.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <span>
#include <string>

namespace vermeil {

/// The band that stands, the one that the rules propose this quarter, and why they differ; `why` is empty where they agree.
struct SteadyBand {
    std::uint8_t band = no_band;
    std::uint8_t proposed = no_band;
    std::string why;
};

namespace detail {

/// Whether a rule that fired for certain brought the band down: such a trigger does not wait.
inline bool is_triggered(const std::same_as<Framework> auto& framework, const Outcome& made) {
    if (made.limiter == 0) {
        return false;
    }
    const auto effect = framework.rules().limiters[made.limiter - 1U].effect;
    return effect == Effect::set || effect == Effect::cap || effect == Effect::down;
}

/// How many quarters in a row, up to the rated one, propose a move to the same side of a band, and the nearest of the bands
/// that they propose.
struct MoveRow {
    std::uint32_t quarters = 0;
    std::uint8_t nearest = no_band;
};

/// A quarter without a rating of the service ends the row. One in which it was Not rated ends a row of moves up, and
/// continues one of moves down: who hands in nothing must gain nothing by it.
inline MoveRow moves_away(std::uint8_t from, std::uint8_t proposed, std::span<const PastRating> past,
                          Quarter quarter, std::uint32_t enough) {
    const bool down = proposed > from; // bands are numbered from the highest score down
    MoveRow row{1, proposed};
    while (row.quarters < enough) {
        const auto wanted = quarter - static_cast<int>(row.quarters);
        const auto found = std::find_if(past.begin(), past.end(),
                                        [&](const PastRating& each) { return each.quarter == wanted; });
        const bool moves = found != past.end() && (found->proposed == no_band ? down
                                                   : down                     ? found->proposed > from
                                                                              : found->proposed < from);
        if (!moves) {
            break;
        }
        ++row.quarters;
        if (found->proposed != no_band) {
            row.nearest =
                down ? std::min(row.nearest, found->proposed) : std::max(row.nearest, found->proposed);
        }
    }
    return row;
}

} // namespace detail

/// The band that stands for a service in a quarter, given its earlier ratings; later ones are not looked at.
///
/// The band that stood last stands until as many quarters in a row as the framework asks for have proposed a band on the
/// same side of it; then the nearest of those bands stands. At once stand: a first rating, Not rated, a move to the side
/// that does not wait, and a band that a `set`, `cap` or `down` rule which fired for certain brought down.
inline SteadyBand steady_band(const std::same_as<Framework> auto& framework, const Outcome& made,
                              std::span<const PastRating> past, Quarter quarter) {
    const auto& rule = framework.rules().steady;
    SteadyBand now{made.band, made.band, ""};
    const PastRating* last = nullptr;
    for (const auto& each : past) {
        last = each.quarter < quarter && each.band != no_band ? &each : last;
    }
    if (!rule || made.band == no_band || last == nullptr || last->band == made.band) {
        return now;
    }
    const bool down = made.band > last->band;
    const bool waits = rule->moves == Moves::both || (rule->moves == Moves::down) == down;
    if (!waits || (down && detail::is_triggered(framework, made))) {
        return now;
    }
    const auto row = detail::moves_away(last->band, made.band, past, quarter, rule->quarters);
    now.band = row.quarters < rule->quarters ? last->band : row.nearest;
    if (row.quarters < rule->quarters) {
        now.why = framework.band_name(now.band) + " stands: a move " + (down ? "down" : "up") +
                  " is proposed for " + std::to_string(row.quarters) + " of " +
                  std::to_string(rule->quarters) + " quarters in a row";
    } else if (now.band != made.band) {
        now.why = framework.band_name(now.band) + " stands: the nearest of the bands proposed in " +
                  std::to_string(rule->quarters) + " quarters in a row";
    }
    return now;
}

} // namespace vermeil
