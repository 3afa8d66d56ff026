// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/pooled_share.hpp>

using namespace vermeil;

TEST_CASE("a pooled share adds counts and keeps the oldest day that something rests on") {
    PooledShare pooled{Date(2024, 12, 31)};
    pooled.count = 12;
    pooled.add(20, Date(2024, 9, 30), false);
    pooled.add(0, Date(2020, 1, 1), true); // nothing rests on it
    pooled.add(4, Date(2024, 12, 31), false);
    const auto cell = pooled.cell(10);
    CHECK(cell.value == 0.5);
    CHECK(cell.n == 24);
    CHECK(cell.flags == 0);
    CHECK(cell.day == day_number(Date(2024, 9, 30)));
    CHECK(pooled.cell(25).state == State::too_few);
    CHECK(pooled.cell(25).count == 12);
}

TEST_CASE("a pooled share tells that some of it was inherited, and refuses a base beyond all counting") {
    PooledShare pooled{Date(2024, 12, 31)};
    CHECK(pooled.cell(0).state == State::too_few);
    CHECK(pooled.cell(0).day == no_day);
    pooled.add(4'000'000'000, Date(2024, 9, 30), true);
    CHECK(pooled.cell(0).flags == CellFlag::inherited);
    pooled.add(4'000'000'000, Date(2024, 9, 30), true);
    CHECK_THROWS_WITH(pooled.cell(0), "a share of more than 4294967295 cannot be counted");
}
