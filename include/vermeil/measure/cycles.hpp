// SPDX-License-Identifier: MIT
#pragma once
// One value out of several successive cycles, each with its weight.

#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil {

/// sum of weight * value / sum of weight over the cycles, the latest first, which `cell(cycle)` gives.
///
/// Where a cycle is absent, so is the whole, with the state of the latest that is: nobody knows what it would have been,
/// and the other cycles do not stand in for it. The day is the oldest; a base and a count do not go with weights, so there
/// are none.
template <class CellOf> Cell weighted_cycles(const std::vector<double>& weights, CellOf cell) {
    double sum = 0;
    double all = 0;
    Cell made{0, State::present, 0, 0, 0};
    bool has_days = true;
    for (std::size_t cycle = 0; cycle < weights.size(); ++cycle) {
        const Cell one = cell(static_cast<int>(cycle));
        if (one.state != State::present) {
            return {0, one.state, 0, 0, one.flags};
        }
        sum += weights[cycle] * one.value;
        all += weights[cycle];
        made.flags = static_cast<std::uint8_t>(made.flags | one.flags);
        has_days = has_days && one.day != no_day;
        made.day = cycle == 0 ? one.day : std::min(made.day, one.day);
    }
    made.value = sum / all;
    made.day = has_days ? made.day : no_day;
    return made;
}

} // namespace vermeil
