// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/measure_table.hpp>

#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

const std::vector<double> values{0.5, 0.25};
const std::vector<State> states{State::present, State::too_few};
const std::vector<std::uint32_t> bases{10, 4};

} // namespace

TEST_CASE("a cell has what its columns have, and nothing of a column that is not there") {
    const MeasureColumn column{values, states, bases, {}, {}};
    const auto cell = column.cell(1);
    CHECK(cell.state == State::too_few);
    CHECK(cell.n == 4);
    CHECK(cell.count == 0);
    CHECK(cell.flags == 0);
}

TEST_CASE("the column of one service has its cell, and looks at the same memory") {
    const MeasureColumn column{values, states, bases, {}, {}};
    const auto only = column.only(1);
    REQUIRE(only.value.size() == 1);
    CHECK(only.value.data() == values.data() + 1);
    CHECK(only.cell(0).state == State::too_few);
    CHECK(only.cell(0).n == 4);
    CHECK(only.count.empty());
}

TEST_CASE("a table looks at the memory it is given and copies none of it") {
    MeasureTable table({"S1", "S2"}, Quarter::financial(2024, 3));
    table.add("dignity", {values, states, {}, {}, {}}, nullptr);
    REQUIRE(table.find("dignity") != nullptr);
    CHECK(table.find("dignity")->value.data() == values.data());
    CHECK(table.find("courtesy") == nullptr);
    CHECK(table.rows() == 2);
    CHECK(table.quarter() == Quarter::financial(2024, 3));
}

TEST_CASE("a table holds as of a day: the one given, or the last of its quarter") {
    const auto quarter = Quarter::financial(2024, 3);
    CHECK(MeasureTable({}, quarter).as_of() == Date(2024, 12, 31));
    CHECK(MeasureTable({}, quarter, Date(2024, 11, 1)).as_of() == Date(2024, 11, 1));
    CHECK(MeasureTable({}, std::nullopt, Date(2024, 11, 1)).as_of() == Date(2024, 11, 1));
    CHECK(MeasureTable({}).as_of() == std::nullopt);
}

TEST_CASE("a table refuses columns of another length and two measures of one name") {
    MeasureTable table({"S1", "S2", "S3"});
    CHECK_THROWS_WITH(table.add("dignity", {values, states, {}, {}, {}}, nullptr),
                      "measure 'dignity' has not one value and one state for each of 3 services");
    MeasureTable fitting({"S1", "S2"});
    fitting.add("dignity", {values, states, {}, {}, {}}, nullptr);
    CHECK_THROWS_WITH(fitting.add("dignity", {values, states, {}, {}, {}}, nullptr),
                      "two measures are named 'dignity'");
}

TEST_CASE("a service that was not measured is named in the error") {
    const MeasureTable table({"S1", "S2"});
    CHECK(table.row("S2") == 1);
    CHECK_THROWS_WITH(table.row("S9"), "no service 'S9' among the 2 measured");
}

TEST_CASE("a carried value keeps its other flags and its age from 1 to 31 quarters") {
    for (const std::uint32_t age : {1U, 2U, 31U}) {
        const auto flags = carried_flag(CellFlag::late, age);
        CHECK(carried_quarters(flags) == age);
        CHECK((flags & CellFlag::late) != 0);
        CHECK((flags & CellFlag::carried) != 0);
        CHECK((flags & CellFlag::chased) == 0);
    }
    CHECK(carried_quarters(CellFlag::late | CellFlag::chased) == 0);
}

TEST_CASE("a table keeps what stood in the place of a value") {
    vermeil::MeasureTable table({"a", "b"});
    table.refuse(1, "care", "column 'care' holds 'x'");
    CHECK(table.refused(1, "care") == "column 'care' holds 'x'");
    CHECK(table.refused(0, "care").empty());
    CHECK(table.refused(1, "other").empty());
}

TEST_CASE("what happened to an unknown value is kept for all services, and for one of them") {
    MeasureTable table({"S1", "S2"});
    CHECK(table.unknown_cause(0, "dignity").empty());
    table.say_unknown("dignity", "returned as unknown");
    table.say_unknown(1, "dignity", "its row was refused");
    CHECK(table.unknown_cause(0, "dignity") == "returned as unknown");
    CHECK(table.unknown_cause(1, "dignity") == "its row was refused");
    CHECK(table.unknown_cause(0, "turnover").empty());
}

TEST_CASE("of very many cells that could not be used, the texts of the first are kept") {
    MeasureTable table({"S1"});
    for (std::size_t row = 0; row <= MeasureTable::most_refused; ++row) {
        table.refuse(row, "dignity", "not a number");
    }
    CHECK(table.refused(MeasureTable::most_refused - 1, "dignity") == "not a number");
    CHECK(table.refused(MeasureTable::most_refused, "dignity").empty());
    CHECK(table.unknown_cause(MeasureTable::most_refused, "dignity") ==
          "its cell is empty or could not be used, see the rejects");
}
