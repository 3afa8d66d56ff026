// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/cycles.hpp>

#include <vector>

using namespace vermeil;

namespace {

const std::vector<double> halves{0.5, 1.0 / 3, 1.0 / 6};

Cell of(const std::vector<double>& weights, const std::vector<Cell>& cells) {
    return weighted_cycles(weights, [&](int cycle) { return cells.at(static_cast<std::size_t>(cycle)); });
}
Cell present(double value, std::int32_t day = no_day, std::uint8_t flags = 0) {
    return {value, State::present, 20, 10, flags, day};
}

} // namespace

TEST_CASE("cycles weigh as they are told to, the latest first, and weights need not add up to 1") {
    const auto cell = of(halves, {present(60), present(30), present(120)});
    CHECK(cell.state == State::present);
    CHECK(cell.value == Approx(60 * 0.5 + 30 / 3.0 + 120 / 6.0));
    CHECK(of({3, 1}, {present(8), present(4)}).value == 7);
    CHECK(cell.n == 0); // no base and no count go with weights
    CHECK(cell.count == 0);
}

TEST_CASE("where a cycle is absent the whole is, for the reason of the latest that is") {
    const Cell few{0, State::too_few, 4, 4, 0};
    const Cell owed{0, State::not_submitted, 0, 0, CellFlag::chased};
    CHECK(of(halves, {present(60), owed, few}).state == State::not_submitted);
    CHECK(of(halves, {present(60), owed, few}).flags == CellFlag::chased);
    CHECK(of(halves, {present(60), present(30), few}).state == State::too_few);
    CHECK(of(halves, {present(60), present(30), few}).n == 0);
}

TEST_CASE("the day is the oldest of the cycles', and unknown where one of them is; flags are all told") {
    const auto cell = of(halves, {present(1, 300), present(1, 200, CellFlag::late), present(1, 250)});
    CHECK(cell.day == 200);
    CHECK(cell.flags == CellFlag::late);
    CHECK(of(halves, {present(1, 300), present(1), present(1, 100)}).day == no_day);
}
