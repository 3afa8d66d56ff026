// SPDX-License-Identifier: MIT
#pragma once
// A share whose counts come from several quarters, or from several services.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>

namespace vermeil {

/// The counts of a share while they are added up: the counts, never the percentages.
struct PooledShare {
    Date oldest; ///< the day of the oldest evidence so far; at first the day as of which the share is drawn
    std::uint64_t count = 0;
    std::uint64_t n = 0;
    bool reached = false;
    std::uint8_t flags = 0;

    /// Adds a base, with the day of the oldest evidence in it. A base of 0 rests on nothing.
    void add(std::uint64_t base, Date day, bool inherited) {
        n += base;
        oldest = base > 0 ? std::min(oldest, day) : oldest;
        flags = static_cast<std::uint8_t>(flags | (inherited && base > 0 ? CellFlag::inherited : 0));
    }

    /// The share; `too_few`, with its counts, below the least n or without a base.
    /// @throws Error when the base cannot be counted.
    [[nodiscard]] Cell cell(std::uint32_t least_n) const {
        constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
        if (n > most) {
            throw Error("a share of more than " + std::to_string(most) + " cannot be counted");
        }
        const bool few = n == 0 || n < least_n;
        return {few ? 0 : static_cast<double>(count) / static_cast<double>(n),
                few ? State::too_few : State::present,
                static_cast<std::uint32_t>(n),
                static_cast<std::uint32_t>(count),
                flags,
                n == 0 ? no_day : day_number(oldest)};
    }
};

} // namespace vermeil
