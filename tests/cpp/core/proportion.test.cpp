// SPDX-License-Identifier: MIT
// Shares that keep their counts.

#include "catch.hpp"

#include <vermeil/core/proportion.hpp>

#include <cstdint>

using vermeil::Proportion;

TEST_CASE("a share keeps its counts") {
    const Proportion share(78, 143);
    CHECK(share.count() == 78);
    CHECK(share.n() == 143);
    CHECK(share.share() == 78.0 / 143.0);
}

TEST_CASE("none of some and all of some are 0 and 1 exactly") {
    CHECK(Proportion(0, 10).share() == 0);
    CHECK(Proportion(4294967295U, 4294967295U).share() == 1);
}

TEST_CASE("a part above its whole is refused with both counts") {
    CHECK_THROWS_WITH(Proportion(11, 10), "11 of 10 is no share: the part exceeds the whole");
}

TEST_CASE("the share of nothing has no value") {
    const Proportion nothing(0, 0);
    CHECK(nothing.n() == 0);
    CHECK_THROWS_WITH(nothing.share(), "a share of none has no value");
}

TEST_CASE("equal shares of other counts are not the same") {
    CHECK(Proportion(1, 2) == Proportion(1, 2));
    CHECK_FALSE(Proportion(1, 2) == Proportion(2, 4));
}
