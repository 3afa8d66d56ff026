// SPDX-License-Identifier: MIT
// Where a point lies against its lines.

#include "catch.hpp"

#include <vermeil/risk/chart_point.hpp>

#include <vector>

namespace {

vermeil::ChartPoint at(double value) {
    vermeil::ChartPoint point;
    point.value = value;
    point.has = point.has_centre = true;
    vermeil::detail::set_limits(point, 1);
    return point;
}

} // namespace

TEST_CASE("a point on a limit is inside, one beyond it outside") {
    CHECK_FALSE(is_outside(at(3)));
    CHECK(is_outside(at(3.01)));
    CHECK(is_outside(at(-3.01)));
}

TEST_CASE("the warning zone begins beyond two standard deviations and ends at the limit") {
    CHECK_FALSE(is_near_limit(at(2)));
    CHECK(is_near_limit(at(2.01)));
    CHECK(is_near_limit(at(-3)));
    CHECK_FALSE(is_near_limit(at(3.01)));
}

TEST_CASE("a point on the centre lies on no side") {
    CHECK(side_of(at(0)) == 0);
    CHECK(side_of(at(0.1)) == 1);
    CHECK(side_of(at(-0.1)) == -1);
}

TEST_CASE("without limits nothing is outside") {
    auto point = at(9);
    point.has_limits = false;
    CHECK_FALSE(is_outside(point));
    CHECK_FALSE(is_near_limit(point));
}

TEST_CASE("a centre settles on the value that it is but for rounding, and others like it with it") {
    std::vector<vermeil::ChartPoint> points{at(33.3), at(33.300000000000004), at(33.4)};
    CHECK(vermeil::detail::settled_centre(points, 33.299999999999997) == 33.3);
    CHECK(points[1].value == 33.3);
    CHECK(points[2].value == 33.4);
    std::vector<vermeil::ChartPoint> about_zero{at(-0.3), at(0)};
    CHECK(vermeil::detail::settled_centre(about_zero, 5e-18) == 0);
    CHECK(vermeil::detail::settled_centre(about_zero, -0.15) == -0.15);
}

TEST_CASE("a value that is not there settles nothing") {
    std::vector<vermeil::ChartPoint> points{at(0.1), at(0.3)};
    points[0].has = false;
    CHECK(vermeil::detail::settled_centre(points, 0.10000000000000002) == 0.10000000000000002);
}
