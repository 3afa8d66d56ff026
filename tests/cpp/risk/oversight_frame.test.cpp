// SPDX-License-Identifier: MIT
// What a ladder says as tables.

#include "catch.hpp"
#include "risk/small_ladder.hpp"

#include <vermeil/risk/oversight_frame.hpp>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

using namespace vermeil;

namespace {

std::string cell(const Frame& frame, const std::string& column, std::size_t row) {
    return std::string((*frame.find(column)->as<std::span<const std::string_view>>())[row]);
}

Evidence evidence() {
    return small_ladder::evidence_of(
        {{"packages", "package,person,hours_per_week,from,service\nK1,PER-7,10,2024-01-01,S1\n"},
         {"decisions", small_ladder::decisions + "S1,,plan,2024-11-01,officer,PER-7 fell,visit report,,,\n"},
         {"embargoes", small_ladder::embargoes + ",A,2024-12-01,,director,PER-7 was missed,2024-12-15,\n"},
         {"actions", small_ladder::actions + "S1,,see PER-7,2024-10-01,2024-12-01,officer,,\n"}});
}

} // namespace

TEST_CASE("the ladder's table shows the decision beside the proposal, and names no person") {
    const auto given = evidence();
    const auto ladder = small_ladder::ladder();
    const auto stands = escalation(ladder, given, {{"S1", {"Red"}}, {"S2", {"Red"}}}, small_ladder::day);
    const auto frame = ladder_frame(ladder, stands, given, PersonMask(given));
    REQUIRE(frame.rows() == 5);
    CHECK(cell(frame, "service", 0) == "S1");
    CHECK(cell(frame, "step", 0) == "plan");
    CHECK((*frame.find("days_on_step")->as<std::span<const std::int64_t>>())[0] == 60);
    CHECK_FALSE(frame.find("days_on_step")->has(3));
    CHECK(cell(frame, "reason", 0) == "(masked) fell");
    CHECK(cell(frame, "differs", 0).empty());
    CHECK(cell(frame, "proposed_then", 0) == "watch to plan"); // nobody told the level of that day
    CHECK(cell(frame, "decided", 0) == "open");
    CHECK_THAT(cell(frame, "because_then", 0), Catch::StartsWith("unknown whether the risk is Amber or Red"));
    CHECK(cell(frame, "proposed_then", 1).empty()); // nothing was decided
    CHECK(cell(frame, "decided", 1).empty());
    CHECK(cell(frame, "proposed", 1) == "plan");
    CHECK(cell(frame, "differs", 1) == "milder");
    CHECK(cell(frame, "needs", 1) == "visit report");
    CHECK(cell(frame, "for_roles", 1) == "officer");
    CHECK(cell(frame, "needs", 0).empty());
    CHECK(cell(frame, "embargo", 1) == "yes");
    CHECK(cell(frame, "differs", 2) == "open");
    CHECK(cell(frame, "of", 3) == "provider");
    CHECK(cell(frame, "embargo", 4) == "no");
}

TEST_CASE("embargoes and what is overdue are tables too, and name no person") {
    const auto given = evidence();
    const auto ladder = small_ladder::ladder();
    const auto stands = escalation(ladder, given, {}, small_ladder::day);
    const PersonMask masked(given);
    const auto embargoes = embargo_frame(stands, given, masked);
    CHECK(cell(embargoes, "provider", 0) == "A");
    CHECK(cell(embargoes, "reason", 0) == "(masked) was missed");
    const auto overdue = overdue_frame(stands, given, masked);
    REQUIRE(overdue.rows() == 3);
    CHECK(cell(overdue, "duty", 0) == "review");
    CHECK((*overdue.find("days")->as<std::span<const std::int64_t>>())[0] == 32);
    CHECK(cell(overdue, "what", 1) == "see (masked)");
    CHECK(cell(overdue, "duty", 2) == "embargo review");
    CHECK(broker_frame({}, masked).rows() == 0);
}
