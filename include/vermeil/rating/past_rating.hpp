// SPDX-License-Identifier: MIT
#pragma once
// What came of one service in an earlier quarter.

#include <vermeil/core/quarter.hpp>
#include <vermeil/kernel/outcome.hpp>

#include <cstdint>

namespace vermeil {

/// What came of one earlier quarter; `no_band` where the service was Not rated.
struct PastRating {
    Quarter quarter;
    std::uint8_t band = no_band;     ///< the band that stood
    std::uint8_t proposed = no_band; ///< the band that the rules proposed
};

} // namespace vermeil
