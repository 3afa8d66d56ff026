// SPDX-License-Identifier: MIT
#pragma once
// The limiters as an evaluation sees them.

#include <vermeil/framework/band.hpp>
#include <vermeil/framework/limiter.hpp>
#include <vermeil/kernel/question.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace vermeil {

/// Whether a limiter's condition holds: unknown while what it asks about is absent.
enum class Firing : std::uint8_t { no, unknown, yes };

/// A limiter with positions instead of names: first so many bands up and down, then held between two bands.
struct LimiterPlan {
    Question when;
    std::uint8_t up = 0, down = 0;
    std::uint8_t best = 0, worst = 0;
    bool sets = false;      ///< the band, whatever it was
    bool withholds = false; ///< every band
    std::optional<std::uint8_t> most_up =
        {}; ///< so many bands above the one that stood before the first limiter
};

/// A limiter of the node with these bands as an evaluation applies it.
inline LimiterPlan limiter_plan(auto& questions, const std::vector<Band>& bands, const Limiter& limiter) {
    LimiterPlan made;
    made.when = questions.made(limiter.when);
    made.worst = static_cast<std::uint8_t>(bands.size() - 1);
    made.sets = limiter.effect == Effect::set;
    made.withholds = limiter.effect == Effect::withhold;
    const auto steps = static_cast<std::uint8_t>(limiter.steps);
    made.up = limiter.effect == Effect::up ? steps : std::uint8_t{0};
    made.most_up = limiter.effect == Effect::at_most_up ? std::optional(steps) : std::nullopt;
    made.down = limiter.effect == Effect::down ? steps : std::uint8_t{0};
    if (names_band(limiter.effect)) {
        std::uint8_t band = 0;
        while (bands[band].name != limiter.band) {
            ++band;
        }
        made.best = limiter.effect == Effect::floor ? made.best : band;
        made.worst = limiter.effect == Effect::cap ? made.worst : band;
    }
    return made;
}

} // namespace vermeil
