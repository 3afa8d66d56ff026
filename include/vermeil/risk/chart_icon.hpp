// SPDX-License-Identifier: MIT
#pragma once
// What a chart says at a glance: is the latest point special, and will the target be met.

#include <vermeil/risk/chart_point.hpp>
#include <vermeil/risk/chart_rules.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vermeil {

/// The variation icon of NHS England's Making Data Count.
enum class Variation : std::uint8_t {
    unknown,        ///< there are no limits yet
    common_cause,   ///< nothing beyond chance
    improving_high, ///< special, above the centre, where up is better
    improving_low,
    concerning_high,
    concerning_low,
    neither_high, ///< special, and no direction is better
    neither_low
};

inline constexpr std::array<std::string_view, 8> variation_names{
    "unknown",         "common_cause",   "improving_high", "improving_low",
    "concerning_high", "concerning_low", "neither_high",   "neither_low"};

inline std::string_view to_string(Variation variation) {
    return variation_names.at(static_cast<std::size_t>(variation));
}

/// The assurance icon of NHS England's Making Data Count.
enum class Assurance : std::uint8_t {
    no_target, ///< there is no target, no direction or no limits
    pass,      ///< the limits lie beyond the target: it will be met by chance alone every time
    fail,      ///< it will be missed every time
    hit_or_miss
};

inline constexpr std::array<std::string_view, 4> assurance_names{"no_target", "pass", "fail", "hit_or_miss"};

inline std::string_view to_string(Assurance assurance) {
    return assurance_names.at(static_cast<std::size_t>(assurance));
}

/// The icon of a point that falls under `causes`. A special point that lies on the centre counts as low, as
/// NHSRplotthedots has it where no direction is better, and else as concerning.
inline Variation variation_of(const ChartPoint& point, std::uint8_t causes, Improves improves) {
    if (!point.has || !point.has_centre || (!point.has_limits && causes == 0)) {
        return Variation::unknown;
    }
    if (causes == 0) {
        return Variation::common_cause;
    }
    const bool high = point.value > point.centre;
    if (improves == Improves::neither) {
        return high ? Variation::neither_high : Variation::neither_low;
    }
    const bool on_centre = point.value == point.centre;
    if (high == (improves == Improves::up) && !on_centre) {
        return high ? Variation::improving_high : Variation::improving_low;
    }
    return high ? Variation::concerning_high : Variation::concerning_low;
}

/// Whether chance alone will meet the target: by the limits of the latest point that has them.
inline Assurance assurance_of(const ChartPoint& latest, const ChartRules& rules) {
    if (!rules.target || rules.improves == Improves::neither || !latest.has_limits) {
        return Assurance::no_target;
    }
    const bool up = rules.improves == Improves::up;
    if (*rules.target > latest.upper) {
        return up ? Assurance::fail : Assurance::pass;
    }
    if (*rules.target < latest.lower) {
        return up ? Assurance::pass : Assurance::fail;
    }
    return Assurance::hit_or_miss;
}

} // namespace vermeil
