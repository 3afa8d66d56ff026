// SPDX-License-Identifier: MIT
// expect: use of deleted function|call to deleted constructor
// Shares are made from counts; 0.8 of 10 is no count.

#include <vermeil/core/proportion.hpp>

#ifdef VERMEIL_CONTROL
vermeil::Proportion share() { return vermeil::Proportion(8, 10); }
#else
vermeil::Proportion share() { return vermeil::Proportion(0.8, 10.0); }
#endif
