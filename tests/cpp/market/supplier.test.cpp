// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/supplier.hpp>

using namespace vermeil;

TEST_CASE("a supplier is a service, a provider or both") {
    const ServiceId service("S1");
    const ProviderId provider("P1");
    CHECK_FALSE(Supplier(service).provider().has_value());
    CHECK_FALSE(Supplier(provider).service().has_value());
    CHECK(Supplier(service, provider).service() == service);
    CHECK(Supplier(service, provider).provider() == provider);
    CHECK(Supplier(service) != Supplier(service, provider));
}
