// SPDX-License-Identifier: MIT
// The order in which services should be looked at.

#include "catch.hpp"
#include "risk/small_watch.hpp"

#include <vermeil/risk/watch_list.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace vermeil;

namespace {

WatchList listed(const std::vector<std::string>& ids) {
    const small_watch::Town town;
    Rejects rejects;
    return watch(small_watch::weighing(ids), town.sources(), rejects);
}

} // namespace

TEST_CASE("points add up to the order, and what is not known counts at its worst") {
    const auto list = listed({"risk_points", "hours"});
    // S4: nobody knows its risk, 100 points at the worst; S1: 60 and 40; S3: 80 at the most and 20. All three are equal.
    CHECK(list.services() == std::vector<std::string>{"S1", "S3", "S4", "S2"});
    CHECK(list.points(0) == 100);
    CHECK(list.points(3) == 0);
    CHECK(listed({"risk_points"}).services() == std::vector<std::string>{"S4", "S3", "S1", "S2"});
}

TEST_CASE("why one stands above another is told in facts, whichever is named first") {
    const auto list = listed({"risk_points", "hours"});
    const auto why = list.why("S2", "S1");
    CHECK(why.upper == "S1");
    REQUIRE(why.reasons.size() == 2);
    CHECK(why.reasons[0].measure == "risk_points");
    CHECK(why.reasons[0].upper_points == 60);
    CHECK_FALSE(why.reasons[0].decided); // neither alone is the whole distance
    CHECK(why.lines() == std::vector<std::string>{"S1 stands above S2: 100.0 points, 0.0",
                                                  "risk_points: 60 and 0; 60.0 and 0.0 points",
                                                  "hours: 40 and 0; 40.0 and 0.0 points"});
    CHECK(list.why("S1", "S3").lines()[0] ==
          "S1 stands above S3: 100.0 points, 100.0; equal points stand in the order of ids");
}

TEST_CASE("what decided is that without which the order would turn") {
    const auto why = listed({"risk_points", "hours"}).why("S4", "S2");
    CHECK(why.reasons[0].decided);
    CHECK(why.lines()[1] == "risk_points: no value on record and 0; 100.0 and 0.0 points, which decided");
    CHECK_FALSE(why.reasons[1].decided);
}

TEST_CASE(
    "a service off the list, or compared with itself, is refused; so is a framework that does not add up") {
    const auto list = listed({"hours"});
    CHECK_THROWS_WITH(list.why("S1", "S9"), "no service 'S9' among the 4 measured");
    CHECK_THROWS_WITH(list.why("S1", "S1"), "a service stands neither above nor below itself: 'S1'");
    const small_watch::Town town;
    Rejects rejects;
    CHECK_THROWS_WITH(
        watch(small_watch::weighing({"hours"}, "aggregate = \"mean\"\n"), town.sources(), rejects),
        "the watch list 'small-watch' must add points up: aggregate = \"sum\", no groups and no peers");
}

TEST_CASE("the list is a table in its order, with what was seen in words") {
    const auto frame = listed({"risk_points", "hours"}).frame();
    CHECK(frame.source() == "watch");
    CHECK(frame.columns().size() == 7);
    const auto words = *frame.find("risk_points")->as<std::span<const std::string_view>>();
    CHECK(words[0] == "60");
    CHECK(words[2] == "no value on record");
    CHECK((*frame.find("band")->as<std::span<const std::string_view>>())[0] == "soon");
}
