// SPDX-License-Identifier: MIT
#pragma once
// One column over another: so many for each so much of exposure.

#include <vermeil/core/observed.hpp>
#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace vermeil {

/// A rate out of a count and an exposure: count / exposure * per. Its base n is the exposure, rounded down.
///
/// Where the count is absent the rate is, for the same reason; where only the exposure is, for the exposure's. Over an
/// exposure of 0 nothing can be said: the rate is `too_few`, with a base of 0. The flags are those of the count, the
/// day is the older that is known.
inline Cell rate_cell(const Cell& count, const Cell& exposure, double per) {
    Cell rate{0, count.state, 0, 0, count.flags};
    if (exposure.state != State::present) {
        rate.state = count.state == State::present ? exposure.state : count.state;
        return rate;
    }
    constexpr double most = std::numeric_limits<std::uint32_t>::max();
    rate.n = static_cast<std::uint32_t>(std::clamp(exposure.value, 0.0, most));
    if (count.state == State::present) {
        const bool both = count.day != no_day && exposure.day != no_day;
        rate.day = both ? std::min(count.day, exposure.day) : std::max(count.day, exposure.day);
        rate.state = exposure.value > 0 ? State::present : State::too_few;
        rate.value = exposure.value > 0 ? count.value / exposure.value * per : 0;
    }
    return rate;
}

namespace detail {

/// The rates of all services.
inline CellBuffer rates(const MeasureColumn& counts, const MeasureColumn& exposures, double per) {
    CellBuffer cells(counts.value.size());
    for (std::size_t row = 0; row < counts.value.size(); ++row) {
        cells.set(row, rate_cell(counts.cell(row), exposures.cell(row), per));
    }
    return cells;
}

} // namespace detail

} // namespace vermeil
