// SPDX-License-Identifier: MIT
// Points in columns.

#include "catch.hpp"

#include <vermeil/risk/point_columns.hpp>

TEST_CASE("a point that is set is read as it was, numbers without a meaning as 0") {
    vermeil::PointColumns points;
    CHECK(points.empty());
    points.resize(2);
    points.set(0, {1, 2, 3, 4, 5, 6, true, true, true, false});
    points.set(1, {1, 2, 3, 4, 5, 6, false, true, false, true});
    CHECK(points.size() == 2);
    CHECK(points[0].near_upper == 6);
    CHECK(points[0].has_limits);
    CHECK_FALSE(points[0].counted);
    CHECK(points[1].centre == 2);
    CHECK(points[1].value == 0);
    CHECK(points[1].upper == 0);
    CHECK_FALSE(points[1].has);
    CHECK(points[1].counted);
}
