// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../csv.hpp"

#include <vermeil/evidence/visit_file.hpp>

using namespace vermeil;

TEST_CASE("rows of a file stand one after the other, or as they are numbered, under its own headings") {
    VisitFile file{
        .source = "oct.csv", .rows = 2, .first_row = 5, .labels = {{"service", "Branch"}, {"person", ""}}};
    CHECK(file.row_number(1) == 6);
    file.row_numbers = {7, 9};
    CHECK(file.row_number(1) == 9);
    CHECK(file.label("service") == "Branch");
    CHECK(file.label("person") == "person");
    CHECK(file.label("worker") == "worker");
}

TEST_CASE("a table knows the files that it was put together from, run by run") {
    const auto frame = csv::table("visits", "service\nS1\nS2\nS3\n")
                           .with({.sources = {"a.csv", "b.csv"},
                                  .source_of = {0, 0, 1},
                                  .row_numbers = {2, 4, 2},
                                  .labels = {"Branch"}});
    const auto files = visit_files_of(frame);
    REQUIRE(files.size() == 2);
    CHECK(files[0].source == "a.csv");
    CHECK(files[0].rows == 2);
    CHECK(files[0].row_number(1) == 4);
    CHECK(files[1].row_number(0) == 2);
    CHECK(files[1].label("service") == "Branch");
    CHECK(visit_files_of(csv::table("visits", "service\nS1\n"))[0].row_number(0) == 2);
}
