// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/cell_buffer.hpp>

#include <limits>
#include <utility>

using namespace vermeil;

TEST_CASE("a table keeps alive the cells that it was given") {
    MeasureTable table({"S1"});
    CellBuffer cells(1);
    CHECK(cells.column().cell(0).state == State::unknown);
    cells.set(0, {0.75, State::present, 8, 6, CellFlag::late});
    add(table, "dignity", std::move(cells));
    const auto cell = table.find("dignity")->cell(table.row("S1"));
    CHECK(cell.value == 0.75);
    CHECK(cell.n == 8);
    CHECK(cell.count == 6);
    CHECK(cell.flags == CellFlag::late);
}

TEST_CASE("a cell has its day; a column has days only once a cell has one") {
    CellBuffer cells(2);
    cells.set(0, {0.5, State::present, 0, 0, 0});
    CHECK(cells.column().day.empty());
    CHECK(cells.column().cell(0).day == no_day);
    cells.set(1, {0.75, State::present, 8, 6, 0, 20000});
    CHECK(cells.column().cell(0).day == no_day);
    CHECK(cells.column().cell(1).day == 20000);
    MeasureTable table({"S1", "S2", "S3"});
    CHECK_THROWS_WITH(table.add("dignity", {{}, {}, {}, {}, {}, cells.day}, nullptr),
                      "measure 'dignity' has not one value and one state for each of 3 services");
}

TEST_CASE("a present value that is no number is refused, an absent one is not looked at") {
    vermeil::CellBuffer cells(2);
    cells.value = {std::numeric_limits<double>::quiet_NaN(), 1};
    cells.state = {vermeil::State::unknown, vermeil::State::present};
    vermeil::MeasureTable table({"P1", "P2"});
    vermeil::add(table, "a", cells);
    cells.state[0] = vermeil::State::present;
    CHECK_THROWS_WITH(vermeil::add(table, "b", cells),
                      "measure 'b' of service 'P1' is present and not a number; give "
                      "a state where there is no value");
}
