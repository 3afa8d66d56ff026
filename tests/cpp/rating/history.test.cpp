// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/rating/history.hpp>

using namespace vermeil;

TEST_CASE("a history keeps each service's ratings in the order of their quarters, one a quarter") {
    const auto quarter = Quarter::financial(2024, 3);
    History history;
    CHECK(history.add("P1", {quarter, 0, 0}));
    CHECK(history.add("P1", {quarter - 2, 1, 0}));
    CHECK_FALSE(history.add("P1", {quarter, 2, 2}));
    REQUIRE(history.of("P1").size() == 2);
    CHECK(history.of("P1")[0].quarter == quarter - 2);
    CHECK(history.of("P1")[1].band == 0);
    CHECK(history.of("P2").empty());
}
