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
                                                  "hours: 40 and 0; 40.0 and 0.0 points",
                                                  "latest facts of S1: x of 2024-12-21"});
    CHECK(list.why("S1", "S3").lines()[0] ==
          "S1 stands above S3: 100.0 points, 100.0; equal points stand in the order of ids");
}

TEST_CASE("what decided is that without which the order would turn") {
    const auto why = listed({"risk_points", "hours"}).why("S4", "S2");
    CHECK(why.reasons[0].decided);
    CHECK(why.lines()[1] ==
          "risk_points: no value on record, counts at its worst and 0; 100.0 and 0.0 points, which decided");
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

TEST_CASE("keys order what is equal in those before them, and say which decided") {
    // Hours: S1 40, S3 20, S2 and S4 none; the risk of S4 is not known and counts at its worst.
    const auto by_keys = [](const std::string& keys, const std::string& scale = "[[0, 0], [100, 100]]") {
        const small_watch::Town town;
        Rejects rejects;
        auto rules = small_watch::weighing({"risk_points", "hours"}).rules();
        rules.watch = WatchRule{keys == "hours" ? std::vector<std::string>{"hours"}
                                                : std::vector<std::string>{"hours", "risk_points"},
                                0,
                                {}};
        if (scale == "flat") {
            rules.indicators[1].scale = LinearScale{{{0, 50}, {100, 50}}};
        }
        return watch(Framework(rules), town.sources(), rejects);
    };
    const auto list = by_keys("both");
    CHECK(list.services() == std::vector<std::string>{"S1", "S3", "S4", "S2"});
    CHECK(list.why("S3", "S1").lines()[0] == "S1 stands above S3: hours comes first");
    const auto flat = by_keys("both", "flat");
    CHECK(flat.services() == std::vector<std::string>{"S4", "S3", "S1", "S2"});
    const auto why = flat.why("S1", "S2");
    CHECK(why.lines()[0] == "S1 stands above S2: risk_points decides, what comes before it is equal");
    CHECK_FALSE(why.reasons[0].decided);
    CHECK(why.reasons[1].decided);
    CHECK(by_keys("hours", "flat").why("S1", "S2").lines()[0] ==
          "S1 stands above S2: all keys are equal; equals stand in the order of ids");
}

TEST_CASE("a capacity draws a line, and what can be visited stands in the table") {
    const small_watch::Town town;
    Rejects rejects;
    const auto framework = small_watch::weighing({"risk_points"});
    const auto list = watch(framework, town.sources(), rejects, 3);
    REQUIRE(list.line());
    CHECK(list.line()->why.upper == "S1");
    CHECK(list.line()->why.lower == "S2");
    CHECK(list.line()->lines()[0] ==
          "3 of 4 services can be visited: the line falls below S1, and S2 is the first below it");
    const auto frame = list.frame();
    const auto visit = *frame.find("visit")->as<std::span<const std::string_view>>();
    CHECK(visit[2] == "yes");
    CHECK(visit[3] == "no");
    CHECK_FALSE(watch(framework, town.sources(), rejects, 4).line()); // all can be visited
    CHECK_FALSE(watch(framework, town.sources(), rejects).line());    // nobody says
    CHECK_THROWS_WITH(watch(framework, town.sources(), rejects, 0),
                      "a team that can visit 0 services needs no list: give 1 or more, or nothing");
    auto rules = framework.rules();
    rules.watch = WatchRule{{}, 1, {}};
    CHECK(watch(Framework(rules), town.sources(), rejects).line()->why.upper == "S4");
    CHECK(watch(Framework(rules), town.sources(), rejects, 2).visits() == 2);
}

TEST_CASE("the list is a table in its order, with what was seen in words") {
    const auto frame = listed({"risk_points", "hours"}).frame();
    CHECK(frame.source() == "watch");
    CHECK(frame.columns().size() == 8);
    const auto words = *frame.find("risk_points")->as<std::span<const std::string_view>>();
    CHECK(words[0] == "60");
    CHECK(words[2] == "no value on record, counts at its worst");
    CHECK((*frame.find("band")->as<std::span<const std::string_view>>())[0] == "soon");
}

TEST_CASE("shares are told to two decimals, and probabilities that no measure weighs are told") {
    const small_watch::Town town;
    Rejects rejects;
    const auto list = watch(small_watch::weighing({"share_of_place"}), town.sources(), rejects);
    CHECK(list.why("S1", "S3").lines()[1].find("0.67") != std::string::npos);
    REQUIRE(rejects.size() == 1);
    CHECK(rejects[0].reason ==
          "the list 'small-watch' has no measure 'probability', so no probability counts");
    Rejects none;
    static_cast<void>(watch(small_watch::weighing({"probability"}), town.sources(), none));
    CHECK(none.empty());
}

TEST_CASE("a service to which nothing applies has no points, stands below those with 0 and says why") {
    MeasureTable table({"S1", "S2"}, Quarter(small_watch::day), small_watch::day);
    CellBuffer cells(2);
    cells.set(0, {0, State::not_applicable});
    cells.set(1, {0, State::present});
    add(table, "risk_points", std::move(cells));
    const WatchList list(small_watch::weighing({"risk_points"}), std::move(table));
    CHECK(list.services() == std::vector<std::string>{"S2", "S1"});
    CHECK(list.points(0) == 0.0);
    CHECK_FALSE(list.points(1));
    const auto frame = list.frame();
    for (const auto* column : {"points", "lowest_points"}) {
        CHECK(frame.find(column)->has(0));
        CHECK_FALSE(frame.find(column)->has(1));
    }
    CHECK((*frame.find("band")->as<std::span<const std::string_view>>())[1] == "Not rated");
    const auto why = list.why("S1", "S2");
    CHECK_FALSE(why.lower_points);
    CHECK(why.lines()[0] == "S2 stands above S1: 0.0 points, none, for nothing applies");
}

TEST_CASE(
    "a list that weighs each service by a column of its own is refused, for an unknown weight has no worst") {
    auto rules = small_watch::weighing({"risk_points", "hours"}).rules();
    rules.indicators[0].weight = std::nullopt;
    rules.indicators[0].weighed_by = WeightColumn{"hours"};
    CHECK_THROWS_WITH(
        WatchList(Framework(rules), MeasureTable({"S1"})),
        "the watch list 'small-watch' must weigh all services alike; 'risk_points' is weighed by "
        "the column 'hours', so write a number");
}
