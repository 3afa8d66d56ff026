// SPDX-License-Identifier: MIT
// Events that a table of reports tells of as well.

#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/evidence/check.hpp>

#include <string>

using namespace vermeil;

namespace {

Check checked(const std::string& events, const std::string& deaths = "S1,2024-10-01,,,\n") {
    return check(
        {{"services", csv::table("services", "service,provider\nS1,A\nS2,A\n")},
         {"events", csv::table("events", "service,event,from,incident\n" + events)},
         {"deaths", csv::table("deaths", "service,on,concluded_on,attributable,incident\n" + deaths)}});
}

} // namespace

TEST_CASE("an event by the name of a table is flagged where a row of that table is of its service and day") {
    const auto found = checked("S1,Unexpected_Death,2024-10-01,\n").findings;
    REQUIRE(found.size() == 1);
    CHECK(found[0].source == "events");
    CHECK(found[0].row == 2);
    CHECK(found[0].kept);
    CHECK(found[0].reason ==
          "row 2 of deaths tells of the same service and day: if both are one, name one incident in both");
    CHECK(checked("S1,unexpected_death,2024-11-01,\n", "S1,2024-10-01,2024-11-01,yes,\n").findings.size() ==
          1);
}

TEST_CASE("other events, services, days and rows that name their incidents are not") {
    CHECK(checked("S1,embargo,2024-10-01,\n").findings.empty());
    CHECK(checked("S2,unexpected_death,2024-10-01,\n").findings.empty());
    CHECK(checked("S1,unexpected_death,2024-10-02,\n").findings.empty());
    CHECK(checked("S1,unexpected_death,2024-10-01,I1\n", "S1,2024-10-01,,,I1\n").findings.empty());
    CHECK(checked("S1,unexpected_death,2024-10-01,I1\n", "S1,2024-10-01,,,I2\n").findings.empty());
    CHECK(checked("S1,unexpected_death,2024-10-01,I1\n").findings.size() == 1);
}
