// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/evidence/visit_rejects.hpp>

#include <cstdint>
#include <string>
#include <vector>

using namespace vermeil;

namespace {
std::vector<Reject> rejects(const Batches& table) { return rejects_of(read_visits(table)); }
/// The value that a reject of the column shows, the cell being this one.
std::string value_of(const BatchColumn& column) {
    return rejects(visits::with(visits::table_of({{}}), column)).at(0).value;
}
} // namespace

TEST_CASE(
    "a reject names the table, the row as its source numbers it, the column, the value and what is allowed") {
    auto rows = std::vector<visits::Row>(5);
    rows[3].status = " Perhaps ";
    CHECK(rejects(visits::table_of(rows, {.batches = 3})) ==
          std::vector<Reject>{
              {"log", 5, "status", "Perhaps",
               "not one of 'delivered', 'missed', 'cancelled_by_person', 'cancelled_by_provider' or "
               "'frustrated'",
               false, false}});
    const auto table = visits::with(visits::table_of({{}}), visits::texts("edited", {"perhaps"}));
    CHECK(rejects(table).at(0).reason == "not one of 'no' or 'yes'");
}

TEST_CASE("batches may be numbered with gaps, as files that follow each other are") {
    auto rows = std::vector<visits::Row>(4);
    rows[0].status = rows[3].status = "perhaps";
    auto table = visits::table_of(rows, {.batches = 2});
    table.parts.insert(table.parts.begin() + 1, visits::batch_of({}, {}, 50));
    table.parts[2].first_row = 100;
    const auto made = rejects(table);
    REQUIRE(made.size() == 2);
    CHECK(made[0].row == 2);
    CHECK(made[1].row == 101);
}

TEST_CASE("a doubt for which a row would be kept is told as leaving it out where another one does") {
    auto table = visits::with(visits::table_of({{}}), visits::texts("planned_start", {"2024-10-27 01:15"}));
    table = visits::with(table, visits::texts("planned_end", {"later"}));
    const auto made = rejects(table);
    REQUIRE(made.size() == 2);
    CHECK(made[0].column == "planned_start");
    CHECK_FALSE(made[0].kept);
    CHECK_FALSE(made[1].kept);
}

TEST_CASE("ids of people and workers are personal") {
    visits::Row row;
    auto table = visits::with(visits::table_of({row}), visits::texts("person", {""}));
    CHECK(rejects(table).at(0).personal);
    table = visits::with(visits::table_of({row}), visits::texts("service", {""}));
    CHECK_FALSE(rejects(table).at(0).personal);
}

TEST_CASE("cells are shown as their source would write them") {
    CHECK(value_of(visits::texts("planned_end", {" noon"})) == "noon");
    CHECK(value_of(visits::moments("planned_end", {0})) == "1970-01-01 00:00:00Z");
    CHECK(value_of(visits::moments("planned_end", {-1}, 1'000'000'000)) == "1969-12-31 23:59:59Z");
    CHECK(value_of(visits::moments("planned_end", {std::int64_t{1} << 62})) == "4611686018427387904");
    CHECK(value_of(visits::moments("planned_end", {1'711'848'605'000}, 1'000, "", true)) ==
          "2024-03-31 01:30:05");
    CHECK(value_of(visits::coded("status", {1}, {"a", "b "})) == "b");
    CHECK(value_of(visits::coded("status", {7}, {}, "0")) == "");
    CHECK(value_of(visits::numbers<std::int64_t>("edited", {-2})) == "-2");
}
