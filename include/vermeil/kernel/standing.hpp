// SPDX-License-Identifier: MIT
#pragma once
// Where the bands of one node stand while its rules are applied.

#include <vermeil/kernel/lanes.hpp>

#include <cstddef>

namespace vermeil::detail {

/// Where the bands of one node stand while its rules are applied, a lane for each row. What is yes or no is a mask.
template <std::size_t Rows> struct Standing {
    ByteLane<Rows> lowest, highest;
    ByteLane<Rows> withheld; // a limiter withholds every band, or may
    ByteLane<Rows> settled;  // a limiter set the band for certain, whatever the scores
    ByteLane<Rows> limiter;  // 1 + the last that changed a band, a number
};

} // namespace vermeil::detail
