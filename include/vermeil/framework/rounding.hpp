// SPDX-License-Identifier: MIT
#pragma once
// How a score is rounded, where a scheme says that it is.

#include <vermeil/core/snap.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace vermeil {

/// Where a number goes that lies half-way between two.
enum class Half {
    up,  ///< to the higher
    even ///< to the one whose last digit is even
};

inline constexpr std::array<std::string_view, 2> half_names{"up", "even"};

/// A rounding policy: so many decimals or whole steps, and where a half goes.
struct Rounding {
    Half half = Half::up;
    std::uint32_t decimals = 0; ///< 0 to 6
    double to = 0;              ///< the step, such as 0.5 or 5; 0: a step of the last decimal
    friend bool operator==(const Rounding&, const Rounding&) = default;
};

/// Rounds a score. It is snapped first, so that 62.5 is half-way however it was added up.
inline double rounded(double score, const Rounding& rounding) noexcept {
    const double per_unit = std::pow(10.0, rounding.decimals);
    const bool steps = rounding.to > 0;
    const double scaled = snapped(steps ? snapped(score) / rounding.to : snapped(score) * per_unit);
    const double lower = std::floor(scaled);
    const double rest = scaled - lower;
    const bool is_odd = std::fmod(lower, 2.0) != 0;
    const bool up = rest > 0.5 || (rest == 0.5 && (rounding.half == Half::up || is_odd));
    const double whole = up ? lower + 1 : lower;
    return steps ? snapped(whole * rounding.to) : whole / per_unit;
}

} // namespace vermeil
