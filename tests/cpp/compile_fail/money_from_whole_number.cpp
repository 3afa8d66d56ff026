// SPDX-License-Identifier: MIT
// expect: could not convert .1350. from .int. to .vermeil::Money.|no viable conversion from returned value of type .int. to function return type .vermeil::Money.
// A bare number does not say whether it counts pounds or pence.

#include <vermeil/core/money.hpp>

#ifdef VERMEIL_CONTROL
vermeil::Money rate() { return vermeil::Money::pence(1350); }
#else
vermeil::Money rate() { return 1350; }
#endif
