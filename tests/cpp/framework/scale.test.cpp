// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/scale.hpp>

using namespace vermeil;

TEST_CASE("a linear scale runs straight between its points and holds its ends outside them") {
    const Scale scale = LinearScale{{{0.5, 0}, {0.75, 50}, {1, 100}}};
    CHECK(points(scale, 0.2) == 0);
    CHECK(points(scale, 0.5) == 0);
    CHECK(points(scale, 0.625) == 25);
    CHECK(points(scale, 0.75) == 50);
    CHECK(points(scale, 0.875) == 75);
    CHECK(points(scale, 1.5) == 100);
}

TEST_CASE("a linear scale may fall: lower is better") {
    const Scale scale = LinearScale{{{0, 100}, {1, 0}}};
    CHECK(points(scale, 0.25) == 75);
    CHECK(points(scale, 0) == 100);
    CHECK(points(scale, 1) == 0);
}

TEST_CASE("a value that equals a step has reached it") {
    const Scale scale = StepScale{{{0.75, 50}, {0.9, 100}}, 10};
    CHECK(points(scale, 0.7499) == 10);
    CHECK(points(scale, 0.75) == 50);
    CHECK(points(scale, 0.8999) == 50);
    CHECK(points(scale, 0.9) == 100);
}

TEST_CASE("a word earns the points of its position, and beyond the scale its ends hold") {
    const Scale scale = WordScale{{0, 20, 40}};
    CHECK(points(scale, 1) == 0);
    CHECK(points(scale, 3) == 40);
    CHECK(points(scale, 0) == 0);
    CHECK(points(scale, 4) == 40);
}

TEST_CASE("the range of a scale holds its fewest and most points, whatever their order") {
    CHECK(points_range(LinearScale{{{0, 100}, {1, 0}}}) == std::pair(0.0, 100.0));
    CHECK(points_range(StepScale{{{1, 50}, {2, 20}}, 80}) == std::pair(20.0, 80.0));
    CHECK(points_range(WordScale{{0, 40, 20}}) == std::pair(0.0, 40.0));
}

TEST_CASE("a step that must be passed is not reached by a value that equals it") {
    const Scale reached = StepScale{{{2, 50}, {5, 0}}, 100};
    const Scale passed = StepScale{{{2, 50}, {5, 0}}, 100, true};
    CHECK(points(reached, 2) == 50);
    CHECK(points(passed, 2) == 100);
    CHECK(points(passed, 2.1) == 50);
    CHECK(points(passed, 5) == 50);
    CHECK(points(passed, 5.1) == 0);
}

TEST_CASE("points fall in the measure in which a value is larger") {
    const Scale price = InverseScale{16.5, 50};
    CHECK(points(price, 16.5) == 50);
    CHECK(points(price, 33) == 25);
    CHECK(points(price, 1) == 50);
    CHECK(points(price, 0) == 50);
    CHECK(points_range(price) == std::pair<double, double>{0, 50});
}
