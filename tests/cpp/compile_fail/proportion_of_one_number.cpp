// SPDX-License-Identifier: MIT
// expect: no matching function for call to .vermeil::Proportion::Proportion.int..|no matching conversion for functional-style cast from .int.
// A share without its base is not taken.

#include <vermeil/core/proportion.hpp>

#ifdef VERMEIL_CONTROL
vermeil::Proportion share() { return vermeil::Proportion(8, 10); }
#else
vermeil::Proportion share() { return vermeil::Proportion(8); }
#endif
