// SPDX-License-Identifier: MIT
// Tables that came out of several files, and what their reader could not bring in.

#include "catch.hpp"

#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>

using namespace vermeil;

namespace {

const Frame plain("both", {text_column("service", {"S1", "S2", "S3"})});

} // namespace

TEST_CASE("each row of several files is found in its file") {
    const auto frame =
        plain.with({.sources = {"a.csv", "b.csv"}, .source_of = {0, 1, 1}, .row_numbers = {2, 2, 9}});
    CHECK(frame.source() == "both");
    CHECK(frame.source(0) == "a.csv");
    CHECK(frame.source(2) == "b.csv");
    CHECK(frame.row_number(2) == 9);
    CHECK(plain.source(2) == "both");
    CHECK(plain.row_number(2) == 4);
}

TEST_CASE("a reject bears the file, the row and the column as the file calls it") {
    const auto frame = plain.with({.sources = {"a.csv", "b.csv"},
                                   .source_of = {0, 1, 1},
                                   .row_numbers = {2, 2, 9},
                                   .labels = {"Branch"}});
    const Schema schema{"s", "", {{.name = "service", .kind = CellKind::whole, .help = ""}}};
    const Reader reader(schema, frame);
    Rejects rejects;
    reader.row(2, rejects).whole(0);
    CHECK(rejects == Rejects{{"b.csv", 9, "Branch", "S3", "not a whole number of 0 or more", false, false}});
}

TEST_CASE("without a label a column is called as it is") {
    CHECK(plain.label(plain.columns()[0]) == "service");
    const auto frame = plain.with({.labels = {""}});
    CHECK(frame.label(frame.columns()[0]) == "service");
}

TEST_CASE("a provenance that does not fit its table is refused") {
    CHECK_THROWS_WITH(plain.with({.row_numbers = {1, 2}}),
                      "both: what is known of its rows does not fit its 3 rows");
    CHECK_THROWS_WITH(plain.with({.labels = {"a", "b"}}),
                      "both: what is known of its rows does not fit its 3 rows");
    CHECK_THROWS_WITH(plain.with({.passed_over = {1, 2}}),
                      "both: what is known of its rows does not fit its 3 rows");
    CHECK_THROWS_WITH(plain.with({.sources = {"a.csv"}, .source_of = {0, 0, 1}}),
                      "both: a row stands in file 2 of 1");
}
