// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/by_id.hpp>
#include <vermeil/market/provider.hpp>

#include <vector>

using namespace vermeil;

TEST_CASE("things are found by id in a sorted list") {
    const auto sorted = detail::by_id(std::vector{Provider(ProviderId("P2")), Provider(ProviderId("P1"))});
    CHECK(detail::find_in(sorted, ProviderId("P1")) == &sorted[0]);
    CHECK(detail::find_in(sorted, ProviderId("P2")) == &sorted[1]);
    CHECK(detail::find_in(sorted, ProviderId("P3")) == nullptr);
    CHECK(detail::find_in(sorted, ProviderId("P0")) == nullptr);
}
