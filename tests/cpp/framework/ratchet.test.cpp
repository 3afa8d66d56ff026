// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/ratchet.hpp>

using namespace vermeil;

TEST_CASE("a ratchet asks for all services in one quarter unless it says otherwise, and has no end") {
    const Ratchet ratchet;
    CHECK(ratchet.share == 1);
    CHECK(ratchet.quarters == 1);
    CHECK_FALSE(ratchet.end);
}
