// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/provider.hpp>

using namespace vermeil;

TEST_CASE("a provider without a name goes by its id") {
    CHECK(Provider(ProviderId("P1")).name() == "P1");
    CHECK(Provider(ProviderId("P1"), "Acorn").name() == "Acorn");
}
