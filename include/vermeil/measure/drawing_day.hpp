// SPDX-License-Identifier: MIT
#pragma once
// When a measure is drawn.

#include <vermeil/core/date.hpp>
#include <vermeil/core/quarter.hpp>

namespace vermeil {

/// When a measure is drawn: the quarter, the day up to which facts count, and how many cycles back one looks.
struct DrawingDay {
    Quarter quarter;
    Date as_of;
    int cycle = 0;
};

} // namespace vermeil
