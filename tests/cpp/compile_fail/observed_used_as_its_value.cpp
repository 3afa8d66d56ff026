// SPDX-License-Identifier: MIT
// expect: cannot convert .const vermeil::Observed<double>. to .double. in return|to function return type .double.
// A value that may be absent is not read without asking.

#include <vermeil/core/observed.hpp>

#ifdef VERMEIL_CONTROL
double points(const vermeil::Observed<double>& value) { return value.value_or(0); }
#else
double points(const vermeil::Observed<double>& value) { return value; }
#endif
