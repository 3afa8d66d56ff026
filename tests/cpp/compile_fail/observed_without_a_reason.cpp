// SPDX-License-Identifier: MIT
// expect: could not convert .* to .vermeil::Observed<double>.|no matching constructor for initialization of .vermeil::Observed<double>.
// There is no absence without a reason.

#include <vermeil/core/observed.hpp>

#ifdef VERMEIL_CONTROL
vermeil::Observed<double> nothing() { return vermeil::Observed<double>(vermeil::State::unknown); }
#else
vermeil::Observed<double> nothing() { return {}; }
#endif
