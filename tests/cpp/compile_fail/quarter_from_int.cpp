// SPDX-License-Identifier: MIT
// expect: Quarter::Quarter.int.. is private within this context|calling a private constructor of class .vermeil::Quarter.
// A number is no quarter: of which year, counted how?

#include <vermeil/core/quarter.hpp>

#ifdef VERMEIL_CONTROL
vermeil::Quarter third() { return vermeil::Quarter::financial(2024, 3); }
#else
vermeil::Quarter third() { return vermeil::Quarter(3); }
#endif
