// SPDX-License-Identifier: MIT
// expect: could not convert .* to .vermeil::Quarter.|no viable conversion from returned value of type .const char
// Text is parsed by name, so that a reader sees where it may fail.

#include <vermeil/core/quarter.hpp>

#ifdef VERMEIL_CONTROL
vermeil::Quarter third() { return vermeil::parse_quarter("2024-25 Q3"); }
#else
vermeil::Quarter third() { return "2024-25 Q3"; }
#endif
