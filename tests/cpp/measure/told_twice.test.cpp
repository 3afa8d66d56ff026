// SPDX-License-Identifier: MIT
// Events that stand in a table of reports as well.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/measure/told_twice.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

std::vector<Measure> asking() {
    std::vector<Measure> measures(1);
    measures[0].id = "deaths";
    EventCount count{"unexpected_death", 365};
    count.also = "deaths";
    measures[0].value = std::move(count);
    return measures;
}

Rejects doubts(const std::string& events, const std::string& deaths, bool incidents_settle = true) {
    const auto evidence =
        sample::evidence_of({{"events", "service,event,from,concluded_on,review,incident\n" + events},
                             {"deaths", "service,on,concluded_on,attributable,incident\n" + deaths}});
    const EvidenceFacts facts(evidence, {}, asking());
    Rejects rejects;
    flag_told_twice(facts, evidence, incidents_settle, rejects);
    return rejects;
}

} // namespace

TEST_CASE("an event of the service and day of a row of the table is told with that row, and kept") {
    const auto told = doubts("S1,unexpected_death,2024-10-01,,,\n", "S2,2024-10-01,,,\nS1,2024-10-01,,,\n");
    REQUIRE(told.size() == 1);
    CHECK(told[0].column == "event");
    CHECK(told[0].kept);
    CHECK(told[0].reason ==
          "row 3 of deaths tells of the same service and day: if both are one, they count twice; "
          "name one incident in both");
    // A decision bears the day on which the case of the table was concluded.
    CHECK(doubts("S1,unexpected_death,2024-11-01,,,\n", "S1,2024-10-01,2024-11-01,yes,\n").size() == 1);
    CHECK(doubts("S1,unexpected_death,2024-09-30,2024-11-01,upheld,\n", "S1,2024-10-01,2024-11-01,yes,\n")
              .size() == 1);
}

TEST_CASE("another service, another day, another event and another incident are not the same") {
    CHECK(doubts("S2,unexpected_death,2024-10-01,,,\n", "S1,2024-10-01,,,\n").empty());
    CHECK(doubts("S1,unexpected_death,2024-10-02,,,\n", "S1,2024-10-01,,,\n").empty());
    CHECK(doubts("S1,embargo,2024-10-01,,,\n", "S1,2024-10-01,,,\n").empty());
    CHECK(doubts("S1,unexpected_death,2024-10-01,,,I1\n", "S1,2024-10-01,,,I2\n").empty());
}

TEST_CASE("one incident settles it where the scheme lets one fact of it count, and one alone that names it "
          "does not") {
    CHECK(doubts("S1,unexpected_death,2024-10-01,,,I1\n", "S1,2024-10-01,,,i1\n").empty());
    const auto each = doubts("S1,unexpected_death,2024-10-01,,,I1\n", "S1,2024-10-01,,,i1\n", false);
    REQUIRE(each.size() == 1);
    CHECK_THAT(each[0].reason, Catch::EndsWith("leave one out, or let incidents = \"highest\" settle it"));
    CHECK(doubts("S1,unexpected_death,2024-10-01,,,I1\n", "S1,2024-10-01,,,\n").size() == 1);
}
