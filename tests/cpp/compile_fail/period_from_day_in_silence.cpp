// SPDX-License-Identifier: MIT
// expect: could not convert .day. from .vermeil::Date.|no viable conversion from returned value of type .vermeil::Date.
// A day is no period: whether it ends must be said.

#include <vermeil/core/period.hpp>

#ifdef VERMEIL_CONTROL
vermeil::Period from(vermeil::Date day) { return vermeil::Period(day); }
#else
vermeil::Period from(vermeil::Date day) { return day; }
#endif
