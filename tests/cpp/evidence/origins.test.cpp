// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/evidence/origins.hpp>

using namespace vermeil;

TEST_CASE("the rows of several files have origins in their files, and share the names") {
    const auto frame =
        Frame("both", {text_column("service", {"S1", "S2", "S3"})})
            .with({.sources = {"a.csv", "b.csv"}, .source_of = {0, 1, 1}, .row_numbers = {2, 2, 3}});
    const Origins origins(frame);
    CHECK(*origins.of(0).source == "a.csv");
    CHECK(*origins.of(2).source == "b.csv");
    CHECK(origins.of(2).row == 3);
    CHECK(origins.of(1).source == origins.of(2).source);
}

TEST_CASE("the rows of one file have its name and their numbers") {
    const Frame frame("a.csv", {text_column("service", {"S1", "S2"})}, 5);
    CHECK(*Origins(frame).of(1).source == "a.csv");
    CHECK(Origins(frame).of(1).row == 6);
}
