// SPDX-License-Identifier: MIT
#pragma once
// A rule that changes the band which the score alone would give.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/condition.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace vermeil {

/// What a limiter does to the band.
enum class Effect {
    cap,       ///< no band above the named one
    set,       ///< the named band, whatever the score
    floor,     ///< no band below the named one
    up,        ///< so many bands up, as far as there are bands
    down,      ///< so many bands down, as far as there are bands
    withhold,  ///< no band at all
    at_most_up ///< no more than so many bands above the one that stood before the first limiter
};

inline constexpr std::array<std::string_view, 7> effect_names{"cap",  "set",      "floor",     "up",
                                                              "down", "withhold", "at_most_up"};

inline std::string_view to_string(Effect effect) { return effect_names.at(static_cast<std::size_t>(effect)); }

/// Whether the effect names a band.
inline bool names_band(Effect effect) noexcept {
    return effect == Effect::cap || effect == Effect::set || effect == Effect::floor;
}

/// A rule over the band: where its condition holds, its effect applies. Rules apply in the order of the file, each to
/// what the one before it left.
struct Limiter {
    Effect effect = Effect::cap;
    std::string band; ///< of `cap`, `set` and `floor`
    Condition when;
    std::string because; ///< the reason in words, shown beside the rating
    Place place;
    std::uint32_t steps = 1; ///< of `up`, `down` and `at_most_up`
};

} // namespace vermeil
