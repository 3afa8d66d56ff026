// SPDX-License-Identifier: MIT
// What is past its day.

#include "catch.hpp"
#include "risk/small_ladder.hpp"

#include <vermeil/risk/overdue.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

std::vector<OverdueAction> overdue(const std::string& actions, const std::string& decisions = "",
                                   const std::string& embargoes = "") {
    const auto evidence = small_ladder::evidence_of({{"actions", small_ladder::actions + actions},
                                                     {"decisions", small_ladder::decisions + decisions},
                                                     {"embargoes", small_ladder::embargoes + embargoes}});
    Rejects rejects;
    const auto ladder = small_ladder::ladder();
    const auto standings = standings_on(ladder, evidence, small_ladder::day, rejects);
    const auto log = embargoes_on(ladder.rules().embargo, evidence, small_ladder::day, rejects);
    return overdue_on(ladder, evidence, standings, log, small_ladder::day);
}

} // namespace

TEST_CASE("an action is overdue from the day after its day until it is done") {
    const auto late =
        overdue("S1,,recruit,2024-10-01,2024-12-30,provider,,\nS1,,train,2024-10-01,2024-12-31,provider,,\n"
                "S2,,recruit,2024-10-01,2024-11-01,provider,2024-12-01,\n"
                ",B,tell us,2024-10-01,2024-11-01,provider,,\n");
    REQUIRE(late.size() == 2);
    CHECK(late[0].what == "recruit");
    CHECK(late[0].days(small_ladder::day) == 1);
    CHECK(late[1].whom == Concerned{true, "B"});
}

TEST_CASE("an action whose day cannot be read, or whose being done cannot, is among the overdue") {
    const auto late = overdue(
        "S1,,recruit,2024-10-01,soon,provider,,\nS1,,train,2024-10-01,2024-11-01,provider,2024-09-01,\n");
    REQUIRE(late.size() == 2);
    CHECK_FALSE(late[0].due_on);
    CHECK_FALSE(late[0].days(small_ladder::day));
    CHECK(late[1].what == "train");
    CHECK(overdue("S1,,recruit,2024-10-01,2024-11-01,provider,,2025-01-01\n").empty());
}

TEST_CASE("reviews and deadlines pass, of steps and of embargoes") {
    const auto late = overdue("", "S1,,plan,2024-09-01,officer,x,visit report,,,\n",
                              "S1,,2024-11-01,,director,missed visits,,\n");
    REQUIRE(late.size() == 3);
    CHECK(late[0].duty == Duty::review);
    CHECK(late[0].due_on == Date(2024, 9, 29));
    CHECK(late[1].duty == Duty::embargo_review);
    CHECK(late[2].duty == Duty::deadline);
    CHECK(late[2].due_on == Date(2024, 12, 1));
    CHECK(to_string(late[1].duty) == "embargo review");
}
