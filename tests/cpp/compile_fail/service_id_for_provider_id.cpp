// SPDX-License-Identifier: MIT
// expect: invalid initialization of reference of type .const vermeil::ProviderId&.|no matching function for call to .award.
// The id of a service does not stand in for that of a provider.

#include <vermeil/core/id.hpp>

void award(const vermeil::ProviderId& provider);

#ifdef VERMEIL_CONTROL
void call(const vermeil::ServiceId& service) { award(vermeil::ProviderId(service.text())); }
#else
void call(const vermeil::ServiceId& service) { award(service); }
#endif
