// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/rounding.hpp>

using namespace vermeil;

TEST_CASE("a half goes up, or to the even neighbour, by the named policy") {
    CHECK(rounded(62.5, {Half::up, 0}) == 63);
    CHECK(rounded(62.5, {Half::even, 0}) == 62);
    CHECK(rounded(63.5, {Half::even, 0}) == 64);
    CHECK(rounded(-2.5, {Half::up, 0}) == -2);
    CHECK(rounded(-2.5, {Half::even, 0}) == -2);
    CHECK(rounded(62.49, {Half::up, 0}) == 62);
    CHECK(rounded(62.51, {Half::even, 0}) == 63);
}

TEST_CASE("decimals are those of the number written out, not of its nearest binary fraction") {
    CHECK(rounded(1.005, {Half::up, 2}) == 1.01);
    CHECK(rounded(0.285, {Half::up, 2}) == 0.29);
    CHECK(rounded(0.1 + 0.2, {Half::up, 1}) == 0.3);
    CHECK(rounded(2.675, {Half::even, 2}) == 2.68);
    CHECK(rounded(0.1234565, {Half::up, 6}) == 0.123457);
}

TEST_CASE("whole steps are rounded to as decimals are") {
    const Rounding halves{Half::up, 0, 0.5};
    CHECK(rounded(3.25, halves) == 3.5);
    CHECK(rounded(3.2, halves) == 3);
    CHECK(rounded(3.25, {Half::even, 0, 0.5}) == 3);
    CHECK(rounded(-0.25, halves) == 0);
    CHECK(rounded(62.5, {Half::up, 0, 5}) == 65);
    CHECK(rounded(0.15, {Half::up, 0, 0.1}) == 0.2);
}
