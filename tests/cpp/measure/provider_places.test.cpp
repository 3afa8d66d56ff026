// SPDX-License-Identifier: MIT
// Providers in numbers.

#include "catch.hpp"

#include <vermeil/measure/provider_places.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("providers have places in the order of their ids, and services know theirs") {
    const std::vector<Service> services{Service(ServiceId("S1"), ProviderId("B")),
                                        Service(ServiceId("S2"), ProviderId("A")),
                                        Service(ServiceId("S3"), ProviderId("B"))};
    const ProviderPlaces places(services);
    CHECK(places.ids() == std::vector<std::string>{"A", "B"});
    CHECK(places.of_services() == std::vector<std::uint32_t>{1, 0, 1});
    CHECK(places.find("B") == 1);
    CHECK_FALSE(places.find("C"));
}
