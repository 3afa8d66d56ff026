// SPDX-License-Identifier: MIT
#pragma once
// Rows side by side: how many are in work at once, and the widest arithmetic that the machine has for them.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace vermeil::detail {

/// How many rows a loop goes over without a stop. The number is known when the loop is compiled, so that compilers do
/// several rows at once even where they optimise with care; what it needs fits the fastest cache.
inline constexpr std::size_t block_rows = 256;

/// How many rows of a table are evaluated side by side. It takes so many for memory to deliver a column at its full speed.
inline constexpr std::size_t table_rows = 8 * block_rows;

/// How many rows a loop goes over where so many are in work: a block of a table's, or the only one.
template <std::size_t Rows> inline constexpr std::size_t run_length = std::min(Rows, block_rows);

/// So many rows made up to whole runs.
template <std::size_t Rows> constexpr std::size_t padded(std::size_t count) {
    return (count + run_length<Rows> - 1) / run_length<Rows> * run_length<Rows>;
}

/// A number, or a small mark, for each of the rows in work. The bytes beyond them keep lanes that are used together
/// from lying a multiple of 4096 bytes apart, where processors take one for the other and wait.
template <std::size_t Rows> using Lane = std::array<double, Rows == 1 ? 1 : Rows + 40>;
template <std::size_t Rows> using ByteLane = std::array<std::uint8_t, Rows == 1 ? 1 : Rows + 320>;

// Conditions become masks: a compiler turns a condition inside a loop into a branch, a row at a time.

/// All bits where the condition holds, else none.
[[gnu::always_inline]] inline std::uint8_t mask(bool condition) {
    return static_cast<std::uint8_t>(-static_cast<int>(condition));
}

/// The bits of one byte where the mask has them, and of another elsewhere.
[[gnu::always_inline]] inline std::uint8_t choose(std::uint8_t mask, std::uint8_t there,
                                                  std::uint8_t elsewhere) {
    return static_cast<std::uint8_t>((mask & there) | (~mask & elsewhere));
}

/// The number where the condition holds, else 0.
[[gnu::always_inline]] inline double where(bool condition, double number) {
    const auto bits = std::bit_cast<std::uint64_t>(number) & (std::uint64_t{0} - std::uint64_t{condition});
    return std::bit_cast<double>(bits);
}

#if defined(__x86_64__) && !defined(__AVX2__)
// AVX2 alone, without FMA: no compiler can contract a product and a sum into one rounding there.
template <class Loop, class... Parts> [[gnu::target("avx2")]] void run_with_avx2(Parts&&... parts) {
    Loop::run(parts...);
}
#ifndef __clang__
// AVX-512 always has FMA, so the contraction is forbidden; clang knows no way to say so for a function.
template <class Loop, class... Parts>
[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512"),
  gnu::optimize("fp-contract=off")]] void
run_with_avx512(Parts&&... parts) {
    Loop::run(parts...);
}
#endif
#endif

/// The widest arithmetic that this build can use and this machine has.
enum class Width { of_build, avx2, avx512 };

inline Width width() {
#if defined(__x86_64__) && !defined(__clang__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
        return Width::avx512;
    }
#endif
#if defined(__x86_64__) && !defined(__AVX2__)
    if (__builtin_cpu_supports("avx2")) {
        return Width::avx2;
    }
#endif
    return Width::of_build;
}

/// Runs a loop with arithmetic of a width, at most that of the machine. Every width does the same operations in the
/// same order for each row, so the results are the same to the bit. `Loop::run` must be `always_inline`: for one row,
/// which `Loop::rows` says, it then becomes straight code.
template <class Loop, class... Parts> void run(Width width, Parts&&... parts) {
#if defined(__x86_64__) && !defined(__AVX2__)
    if constexpr (Loop::rows > 1) {
#ifndef __clang__
        if (width == Width::avx512) {
            run_with_avx512<Loop>(parts...);
            return;
        }
#endif
        if (width == Width::avx2) {
            run_with_avx2<Loop>(parts...);
            return;
        }
    }
#endif
    (void)width;
    Loop::run(parts...);
}

} // namespace vermeil::detail
