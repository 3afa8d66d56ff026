// SPDX-License-Identifier: MIT
#pragma once
// What a question sees that looks at more than a value: a base, an interval, a flag.

#include <vermeil/core/interval.hpp>
#include <vermeil/core/observed.hpp>
#include <vermeil/core/proportion.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/subject.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

namespace vermeil::detail {

/// What something can be, from the least to the most.
struct AspectSeen {
    double low = 0;
    double high = 0;
};

/// Any number.
inline AspectSeen anything() noexcept {
    constexpr double most = std::numeric_limits<double>::max();
    return {-most, most};
}

/// The base of a cell. It is known where one stands beside the cell, whatever the state; of a value that is too few it is
/// below the least n; elsewhere a base of 0 is one that nobody gave.
inline AspectSeen base_of(const Cell& cell, std::uint32_t least_n) {
    if (cell.n > 0) {
        return {static_cast<double>(cell.n), static_cast<double>(cell.n)};
    }
    const bool few = cell.state == State::too_few;
    return {0, few ? static_cast<double>(std::max(least_n, 1U) - 1) : anything().high};
}

/// Something of a cell other than its value. Of a cell that is not present only the base may be known: who chooses which
/// answers to hand in must not choose the interval.
inline AspectSeen see_aspect(Aspect of, const Cell& cell, std::uint32_t least_n, bool has_counts) {
    const bool present = cell.state == State::present;
    if (of == Aspect::n) {
        return base_of(cell, least_n);
    }
    if (of == Aspect::late) {
        const double late = (cell.flags & CellFlag::late) != 0 ? 1 : 0;
        return present ? AspectSeen{late, late} : AspectSeen{0, 1};
    }
    if (of == Aspect::quarters_old) {
        const double age = carried_quarters(cell.flags);
        return present ? AspectSeen{age, age} : AspectSeen{0, anything().high};
    }
    if (of == Aspect::age) {
        const auto age = present ? cell.age() : std::nullopt;
        return age ? AspectSeen{static_cast<double>(*age), static_cast<double>(*age)}
                   : AspectSeen{0, anything().high};
    }
    if (!present || !has_counts || cell.n == 0 || cell.count > cell.n) {
        return anything();
    }
    const auto interval = wilson_interval({cell.count, cell.n});
    const double end = snapped(of == Aspect::lower ? interval.lower : interval.upper);
    return {end, end};
}

/// Whether a question about it can be met at all: what is left out has no value and no flag, but it may have a base.
inline bool applies(Aspect of, const Cell& cell, StateSet not_asked) noexcept {
    return !not_asked.has(cell.state) || (of == Aspect::n && cell.n > 0);
}

} // namespace vermeil::detail
