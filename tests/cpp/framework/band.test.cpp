// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/band.hpp>

using namespace vermeil;

TEST_CASE("a band takes the rest and a score that equals its cut unless said otherwise") {
    const Band band{"Bronze", {}, {}, {}};
    CHECK_FALSE(band.cut.has_value());
    CHECK(band.tie == Tie::in);
}

TEST_CASE("bands have points where their group's score becomes them") {
    std::vector<Band> bands(2);
    CHECK_FALSE(has_points(bands));
    bands[0].points = 3;
    CHECK(has_points(bands));
    CHECK_FALSE(has_points({}));
}
