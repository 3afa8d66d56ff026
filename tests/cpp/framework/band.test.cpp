// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/band.hpp>

using namespace vermeil;

TEST_CASE("a band takes the rest and a score that equals its cut unless said otherwise") {
    const Band band{"Bronze", {}, {}, {}};
    CHECK_FALSE(band.cut.has_value());
    CHECK(band.tie == Tie::in);
}
