// SPDX-License-Identifier: MIT
// expect: Money::Money.int64_t.. is private within this context|calling a private constructor of class .vermeil::Money.
// Money is exact: there is no way in from a floating-point number.

#include <vermeil/core/money.hpp>

#ifdef VERMEIL_CONTROL
vermeil::Money rate() { return vermeil::Money::parse("13.5"); }
#else
vermeil::Money rate() { return vermeil::Money(13.5); }
#endif
