// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/evidence/checked_table.hpp>

using namespace vermeil;

namespace {

const Schema schema{
    "notes", "", {{.name = "service", .help = ""}, {.name = "on", .kind = CellKind::date, .help = ""}}};

Frame notes() { return csv::table("notes.csv", "service,on\nS1,2024-10-01\n,\nS2,soon\nS3,\n"); }

} // namespace

TEST_CASE("every row of a table is kept, flagged, left out or blank") {
    CheckedTable table(schema, notes());
    table.mark({{"notes.csv", 4, "on", "soon", "not a date", false, false},
                {"notes.csv", 5, "on", "", "doubtful", true, false},
                {"other.csv", 2, "on", "", "of another table", false, false}});
    const auto file = table.tallies().at(0);
    CHECK(file.table == "notes");
    CHECK(file.source == "notes.csv");
    CHECK(file.rows == 4);
    CHECK(file.kept == 1);
    CHECK(file.flagged == 1);
    CHECK(file.left_out == 1);
    CHECK(file.blank == 1);
    CHECK(table.is_used(3));
    CHECK_FALSE(table.is_used(1));
    CHECK_FALSE(table.is_used(2));
}

TEST_CASE("a row that was left out stays so, whatever else is found of it") {
    CheckedTable table(schema, notes());
    table.mark({{"notes.csv", 2, "on", "", "doubtful", true, false},
                {"notes.csv", 2, "on", "", "wrong", false, false},
                {"notes.csv", 2, "on", "", "doubtful", true, false}});
    CHECK(table.tallies().at(0).left_out == 1);
    CHECK(table.tallies().at(0).flagged == 0);
}

TEST_CASE("a row that could not be read is left out, and not blank") {
    const Reject lost{"notes.csv", 3, "", "", "has 7 cells and there are 2 headings", false, false};
    CheckedTable table(schema, notes().with({.faults = {lost}}));
    table.mark({lost});
    CHECK(table.tallies().at(0).blank == 0);
    CHECK(table.tallies().at(0).left_out == 1);
}

TEST_CASE("a finding marks its row and tells it with its value") {
    CheckedTable table(schema, notes());
    Rejects findings;
    table.flag(0, 1, "too early", findings);
    CHECK(findings == Rejects{{"notes.csv", 2, "on", "2024-10-01", "too early", true, false}});
    CHECK(table.tallies().at(0).flagged == 1);
}

TEST_CASE("files of one table have sums of their own") {
    const auto frame = notes().with({.sources = {"a.csv", "b.csv"},
                                     .source_of = {0, 0, 1, 1},
                                     .row_numbers = {2, 3, 2, 3},
                                     .passed_over = {5, 0}});
    CheckedTable table(schema, frame);
    table.mark({{"b.csv", 2, "on", "soon", "not a date", false, false}});
    const auto files = table.tallies();
    REQUIRE(files.size() == 2);
    CHECK(files[0].rows == 7);
    CHECK(files[0].kept + files[0].blank + files[0].passed_over == 7);
    CHECK(files[1].rows == 2);
    CHECK(files[1].left_out == 1);
    CHECK(table.named(0, 1) == "row 2");
    CHECK(table.named(0, 2) == "row 2 of a.csv");
}

TEST_CASE("what many rows share is told so often and then summed up") {
    std::string text = "service,on\n";
    for (std::size_t i = 0; i < Rejects::most_told + 2; ++i) {
        text += "S1,\n";
    }
    CheckedTable table(schema, csv::table("notes.csv", text));
    Rejects findings;
    for (std::size_t row = 0; row < table.frame().rows(); ++row) {
        table.flag(row, 0, "the same", findings);
    }
    CHECK(findings.size() == Rejects::most_told);
    CHECK(findings.summed_up().back().reason == "and 2 more rows: the same");
    CHECK(table.tallies().at(0).flagged == Rejects::most_told + 2);
}
