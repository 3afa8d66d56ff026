// SPDX-License-Identifier: MIT
#pragma once
// One series over time, as a chart reads it.

#include <vermeil/core/error.hpp>
#include <vermeil/risk/chart_kind.hpp>

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace vermeil {

/// The points of one series in the order of time, one a period, looking at memory of its owner.
///
/// A span that is empty says: `has`, `in_baseline` and `counted`, that all do; `phase`, that there is one; `n` and
/// `spread`, that the chart needs none. A period without a value stays in the series with `has` = 0: moving ranges are not
/// taken across it, and runs step over it, since whoever withholds a month must not end a run by it.
struct ChartSeries {
    std::span<const double> value{};     ///< the number, the count, or a subgroup's mean
    std::span<const double> n{};         ///< the base of a share, the exposure of a rate, a subgroup's size
    std::span<const double> spread{};    ///< a subgroup's standard deviation
    std::span<const std::uint8_t> has{}; ///< whether there is a value
    std::span<const std::uint8_t> in_baseline{}; ///< whether a point helps to set the centre and limits
    std::span<const std::uint8_t>
        counted{}; ///< 0: known to be special; no part of baseline or runs, still plotted
    std::span<const std::uint32_t> phase{}; ///< rises where the chart is rebased

    [[nodiscard]] std::size_t size() const noexcept { return value.size(); }
    /// Whether a point has a value and, where the chart divides by it, a base above 0.
    [[nodiscard]] bool is_present(std::size_t i) const noexcept { return has.empty() || has[i] != 0; }
    /// Whether a point belongs to the runs.
    [[nodiscard]] bool is_counted(std::size_t i) const noexcept { return counted.empty() || counted[i] != 0; }
    /// Whether a point belongs to the baseline of its phase, present or not.
    [[nodiscard]] bool is_baseline(std::size_t i) const noexcept {
        return is_counted(i) && (in_baseline.empty() || in_baseline[i] != 0);
    }
    /// The place after the last point of the phase that begins at `first`.
    [[nodiscard]] std::size_t phase_end(std::size_t first) const noexcept {
        auto end = first + 1;
        while (end < size() && (phase.empty() || phase[end] == phase[first])) {
            ++end;
        }
        return end;
    }

    /// @throws Error when the spans differ in length, a phase falls, or a present value cannot be plotted on a chart of
    /// that kind: not finite; a count below 0, not whole, or above its n; a base of 0 or less; a time or spread below 0.
    void check(ChartKind kind) const;
};

namespace detail {

/// What is wrong with a value on a chart; empty for nothing. `n` is only looked at where the kind needs it.
inline std::string fault_of(ChartKind kind, double value, double n) {
    const bool whole = is_count(kind) || kind == ChartKind::g;
    if (!std::isfinite(value)) {
        return "not a finite number";
    }
    if (whole && (value < 0 || std::floor(value) != value)) {
        return value < 0 ? "a count below 0" : "a count that is not whole";
    }
    if (kind == ChartKind::t && value <= 0) {
        return "a time between events that is not above 0";
    }
    if (needs_base(kind) && (!std::isfinite(n) || n < 0)) {
        return "a base that is not 0 or more";
    }
    if (is_share(kind) && value > n) {
        return "a count above its n";
    }
    return {};
}

/// Whether none of some values has a fault, bases of 0 among them: a quick look at many, which may doubt what is sound.
/// `n` is empty where there is none.
///
/// It looks at the bits of several numbers at once. A step in the exponent carries over into the sign where a number is not finite,
/// and one in the last place borrows from it where a number is 0; numbers that are not negative stand in the order of their bits;
/// and from 2^52 on all numbers are whole, so that a sum this large keeps a whole number and rounds any other.
inline bool are_sound(ChartKind kind, std::span<const double> values, std::span<const double> n) {
    constexpr auto sign = std::uint64_t{1} << 63U;
    constexpr auto exponent = std::uint64_t{1} << 52U;
    constexpr double large = 4'503'599'627'370'496;
    const bool based = needs_base(kind);
    const bool whole = is_count(kind) || kind == ChartKind::g;
    const auto bits_of = [](double number) { return std::bit_cast<std::uint64_t>(number); };
    const auto any = [&](double number) { return (bits_of(number) & ~sign) + exponent; };
    const auto above_0 = [&](double number) {
        return bits_of(number) | (bits_of(number) + exponent) | (bits_of(number) - 1);
    };
    std::uint64_t signs = 0; // the highest bit is set by a fault
    std::uint64_t fractions = 0;
    for (std::size_t i = 0; whole && i < values.size(); ++i) {
        signs |= bits_of(values[i]) | any(values[i]);
        fractions |= bits_of(values[i] + large - large) ^ bits_of(values[i]);
    }
    for (std::size_t i = 0; !whole && i < values.size(); ++i) {
        signs |= kind == ChartKind::t ? above_0(values[i]) : any(values[i]);
    }
    for (const double base : n) {
        signs |= based ? above_0(base) : any(base);
    }
    for (std::size_t i = 0; is_share(kind) && i < n.size(); ++i) {
        signs |= bits_of(n[i]) - bits_of(values[i]);
    }
    return (signs & sign) == 0 && fractions == 0 && (!based || n.size() == values.size());
}

} // namespace detail

inline void ChartSeries::check(ChartKind kind) const {
    const auto fits = [&](std::size_t length) { return length == 0 || length == size(); };
    if (!fits(n.size()) || !fits(spread.size()) || !fits(has.size()) || !fits(in_baseline.size()) ||
        !fits(counted.size()) || !fits(phase.size())) {
        throw Error("the columns of a series differ in length");
    }
    if ((needs_base(kind) || needs_subgroups(kind)) && n.empty() && size() > 0) {
        throw Error("a " + std::string(to_string(kind)) + " chart needs the n of each point");
    }
    if (needs_subgroups(kind) && spread.empty() && size() > 0) {
        throw Error("a " + std::string(to_string(kind)) + " chart needs the spread of each subgroup");
    }
    for (std::size_t i = 1; i < phase.size(); ++i) {
        if (phase[i] < phase[i - 1]) {
            throw Error("the phases of a series fall at point " + std::to_string(i + 1));
        }
    }
    const bool needs_n = needs_base(kind); // other charts do not look at it
    if (detail::are_sound(kind, value, needs_n ? n : std::span<const double>())) {
        return;
    }
    for (std::size_t i = 0; i < size(); ++i) {
        if (!is_present(i)) {
            continue;
        }
        const auto base = n.empty() ? 1.0 : n[i];
        const auto fault = needs_base(kind) && base == 0 ? std::string("a base of 0")
                                                         : detail::fault_of(kind, value[i], base);
        if (!fault.empty()) {
            throw Error("point " + std::to_string(i + 1) + " of the series is " + fault);
        }
    }
}

} // namespace vermeil
