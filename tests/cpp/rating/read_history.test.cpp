// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/rating/read_history.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

const Framework framework(small::three_measures());

} // namespace

TEST_CASE("earlier ratings are read with the band that stood and the one proposed") {
    const Frame frame("ratings.csv", {text_column("service", {"P1", "P1", "P2"}),
                                      text_column("quarter", {"2024-25 Q1", "2024-25 Q2", "2024-25 Q2"}),
                                      text_column("band", {"Gold", "Gold", "Not rated"}),
                                      text_column("proposed", {"", "Silver", "Not rated"})});
    History history;
    Rejects rejects;
    read_history(framework, frame, history, rejects);
    REQUIRE(history.of("P1").size() == 2);
    CHECK(history.of("P1")[0].proposed == 0);
    CHECK(history.of("P1")[1].band == 0);
    CHECK(history.of("P1")[1].proposed == 1);
    CHECK(history.of("P2")[0].band == no_band);
    CHECK(rejects.empty());
}

TEST_CASE("a band of another edition, a row without a quarter and a second row of one are rejects") {
    const Frame frame("ratings.csv", {text_column("service", {"P1", "P2", "P3", "P3"}),
                                      text_column("quarter", {"2024-25 Q1", "", "2024-25 Q1", "2024 Q2"}),
                                      text_column("band", {"Platinum", "Gold", "Gold", "Gold"})});
    History history;
    Rejects rejects;
    read_history(framework, frame, history, rejects);
    REQUIRE(rejects.size() == 3);
    CHECK(rejects[0].reason == "no band of this edition; it has 'Gold', 'Silver', 'Bronze' or 'Not rated'");
    CHECK(rejects[1].column == "quarter");
    CHECK(rejects[2].reason == "this service and quarter stand already in an earlier row");
    CHECK(history.of("P1").empty());
}
