// SPDX-License-Identifier: MIT
// expect: could not convert .* to .vermeil::ServiceId.|no viable conversion from returned value of type .std::string.
// Text becomes an id only where the program says of what kind.

#include <vermeil/core/id.hpp>

#ifdef VERMEIL_CONTROL
vermeil::ServiceId service() { return vermeil::ServiceId("P017"); }
#else
vermeil::ServiceId service() { return std::string("P017"); }
#endif
