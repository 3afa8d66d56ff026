// SPDX-License-Identifier: MIT
#pragma once
// The grid on which scores are compared, so that an exact tie is a tie on every machine.

#include <bit>
#include <cmath>
#include <cstdint>

#ifdef __FAST_MATH__
#error "vermeil compares scores exactly: compile without -ffast-math"
#endif

namespace vermeil {

/// Rounds a score to the nearest multiple of 1e-9 (half to even on the grid), the form in which it is compared.
///
/// Sums of weights and points carry rounding errors of about 1e-14; a cut at 80 must not turn on them.
/// Values of 2^21 and beyond, where a double is no finer than the grid, come back as they are. NaN stays NaN.
inline double snapped(double score) noexcept {
    constexpr double per_unit = 1e9;
    constexpr double widest = 2097152.0;           // 2^21
    constexpr double shifter = 6755399441055744.0; // 1.5 * 2^52: adding it rounds to a whole number
    const double rounded = ((score * per_unit + shifter) - shifter) / per_unit;
    // A choice between bits: a compiler turns a choice between numbers into a branch, a row at a time.
    const auto fine = std::uint64_t{0} - std::uint64_t{std::abs(score) < widest};
    return std::bit_cast<double>((std::bit_cast<std::uint64_t>(rounded) & fine) |
                                 (std::bit_cast<std::uint64_t>(score) & ~fine));
}

} // namespace vermeil
