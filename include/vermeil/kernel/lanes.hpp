// SPDX-License-Identifier: MIT
#pragma once
// Rows side by side: how many are in work at once, and the widest arithmetic that the machine has for them.

#include <array>
#include <cstddef>
#include <cstdint>

namespace vermeil::detail {

/// How many rows a measure's cells are added to at once: what that needs fits the fastest cache.
inline constexpr std::size_t block = 256;

/// How many rows are evaluated side by side. It takes so many for memory to deliver a column at its full speed.
inline constexpr std::size_t lanes = 8 * block;

/// A number, or a small mark, for each of the rows in work. The bytes beyond them keep lanes that are used together
/// from lying a multiple of 4096 bytes apart, where processors take one for the other and wait.
using Lane = std::array<double, lanes + 40>;
using ByteLane = std::array<std::uint8_t, lanes + 320>;

/// What stands in place of a column that a planned measure does not have yet; no rule looks at it.
inline constexpr Lane planned_values{};

#if defined(__x86_64__) && !defined(__AVX2__)
// AVX2 alone, without FMA: no compiler can contract a product and a sum into one rounding there.
template <class Loop, class... Parts>
[[gnu::target("avx2")]] void run_with_avx2(std::size_t count, Parts&&... parts) {
    Loop::run(count, parts...);
}
#endif

/// Runs a loop over `count` lanes with the widest arithmetic at hand. Every way does the same operations in the
/// same order for each row, so the results are the same to the bit. `Loop::run` must be `always_inline`: for one
/// row it then becomes straight code.
template <class Loop, class... Parts> void run_widest(std::size_t count, Parts&&... parts) {
    if (count == 1) {
        Loop::run(1, parts...);
        return;
    }
#if defined(__x86_64__) && !defined(__AVX2__)
    if (__builtin_cpu_supports("avx2")) {
        run_with_avx2<Loop>(count, parts...);
        return;
    }
#endif
    Loop::run(count, parts...);
}

} // namespace vermeil::detail
