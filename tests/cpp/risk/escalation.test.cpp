// SPDX-License-Identifier: MIT
// What a ladder proposes beside what people decided.

#include "catch.hpp"
#include "risk/small_ladder.hpp"

#include <vermeil/risk/escalation.hpp>

#include <map>
#include <string>

using namespace vermeil;

namespace {

const Concerned s1{false, "S1"};
const std::string on_plan = "S1,,plan,2024-11-01,officer,late visits,visit report,,,\n";

struct Proposed {
    Escalation made;

    explicit Proposed(const RiskLevels& levels, std::map<std::string, std::string> tables = {})
        : made(escalation(small_ladder::ladder(), small_ladder::evidence_of(std::move(tables)), levels,
                          small_ladder::day)) {}
    [[nodiscard]] const Proposal& of(const Concerned& whom) const {
        return made.proposals.at(static_cast<std::size_t>(made.find(whom) - made.standings.data()));
    }
};

RiskLevels all(const std::string& level) { return {{"S1", {level}}, {"S2", {level}}, {"S3", {level}}}; }

} // namespace

TEST_CASE("a level gives reason for a step, and the reason is told with what was seen") {
    const Proposed proposed(all("Amber"));
    CHECK(proposed.of(s1).step() == 1U);
    REQUIRE(proposed.of(s1).because.size() == 1);
    CHECK_THAT(proposed.of(s1).because[0], Catch::StartsWith("the risk is Amber or Red ("));
    CHECK_THAT(proposed.of(s1).because[0], Catch::Contains("level: Amber"));
    CHECK(Proposed(all("Green")).of(s1).step() == 0U);
}

TEST_CASE("a decision stands whatever is proposed") {
    const Proposed proposed(all("Green"), {{"decisions", small_ladder::decisions + on_plan}});
    CHECK(proposed.made.find(s1)->step == 1U);
    CHECK(proposed.of(s1).step() == 0U);
    // An overdue action speaks against going down.
    const Proposed late(all("Green"), {{"decisions", small_ladder::decisions + on_plan},
                                       {"actions", small_ladder::actions +
                                                       "S1,,recruit,2024-10-01,2024-11-01,provider,,\n"}});
    CHECK(late.of(s1).step() == 1U);
}

TEST_CASE("of several reasons the gravest stands, and a jump is proposed where a move allows it") {
    const Proposed proposed(all("Red"), {{"events", "service,event,from\nS1,default_notice,2024-12-01\n"}});
    CHECK(proposed.of(s1).step() == 2U);
    CHECK(proposed.of(s1).because.size() == 2);
}

TEST_CASE("what is not known leaves the proposal open, and never lowers it") {
    const Proposed proposed(all("Not rated"));
    CHECK_FALSE(proposed.of(s1).step());
    CHECK(proposed.of(s1).mildest == 0);
    CHECK(proposed.of(s1).gravest == 1);
    CHECK_THAT(proposed.of(s1).because.at(0), Catch::StartsWith("unknown whether the risk is Amber or Red"));
    CHECK(Proposed(RiskLevels()).of(s1).gravest == 1);
    // Nobody knows where it stands: it may be anywhere.
    const Proposed lost(all("Green"),
                        {{"decisions", small_ladder::decisions + "S1,,plan,soon,officer,x,,,,\n"}});
    CHECK(lost.of(s1).mildest == 0);
    CHECK(lost.of(s1).gravest == 2);
}

TEST_CASE("a provider is proposed the gravest step of its services") {
    const Proposed proposed({{"S1", {"Green"}}, {"S2", {"Red"}}, {"S3", {"Green"}}});
    CHECK(proposed.of({true, "A"}).step() == 1U);
    CHECK(proposed.of({true, "B"}).step() == 0U);
    CHECK(proposed.of({false, "S1"}).step() == 0U);
}

TEST_CASE("a level that is none of the ladder's is told, and nobody knows it") {
    const Proposed proposed(all("Purple"));
    CHECK(proposed.made.rejects.size() == 3);
    CHECK(proposed.made.rejects[0].reason ==
          "service 'S1': no level of the ladder; the levels are 'Green', 'Amber' or 'Red'");
    CHECK_FALSE(proposed.of(s1).step());
}
