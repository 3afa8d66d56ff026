// SPDX-License-Identifier: MIT
// expect: no match for .operator[*].|invalid operands to binary expression
// Pounds times pounds are no pounds.

#include <vermeil/core/money.hpp>

#ifdef VERMEIL_CONTROL
vermeil::Money total(vermeil::Money a, vermeil::Money b) { return a + b; }
#else
auto total(vermeil::Money a, vermeil::Money b) { return a * b; }
#endif
