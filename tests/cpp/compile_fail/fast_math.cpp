// SPDX-License-Identifier: MIT
// expect: vermeil compares scores exactly: compile without -ffast-math
// What -ffast-math defines is refused, since exact ties would no longer be ties.

#ifndef VERMEIL_CONTROL
#define __FAST_MATH__ 1
#endif

#include <vermeil/core/snap.hpp>

double score() { return vermeil::snapped(80); }
