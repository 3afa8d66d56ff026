// SPDX-License-Identifier: MIT
// expect: no match for .operator==.|invalid operands to binary expression
// A provider is not a service, even where both are called P017.

#include <vermeil/core/id.hpp>

using Other =
#ifdef VERMEIL_CONTROL
    vermeil::ProviderId;
#else
    vermeil::ServiceId;
#endif

bool same() { return vermeil::ProviderId("P017") == Other("P017"); }
