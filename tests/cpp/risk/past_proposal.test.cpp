// SPDX-License-Identifier: MIT
// What was proposed on the day of a decision, from what was known then.

#include "catch.hpp"
#include "risk/early.hpp"
#include "risk/small_ladder.hpp"

#include <vermeil/risk/escalation.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>

using namespace vermeil;

namespace {

const std::string on_plan = "S1,,plan,2024-11-01,officer,late visits,visit report,,,\n";

std::optional<Proposal> then(std::map<std::string, std::string> tables, const PastLevels& past,
                             const Concerned& whom = {false, "S1"}) {
    const auto evidence = small_ladder::evidence_of(std::move(tables));
    const auto ladder = small_ladder::ladder();
    // Today the risk is Green, and that of the day of the decision is asked of `past` alone.
    const auto made = escalation(ladder, evidence, {{"S1", {"Green"}}, {"S2", {"Green"}}, {"S3", {"Green"}}},
                                 small_ladder::day, past);
    REQUIRE(made.past.size() == made.standings.size());
    return made.past.at(static_cast<std::size_t>(made.find(whom) - made.standings.data()));
}

PastLevels always(const std::string& level) {
    return [level](const Service&, Date) { return std::optional(RiskLevel{level, {}, {}, {}}); };
}

} // namespace

TEST_CASE("a decision is compared with what was proposed on its day, and not with what is proposed now") {
    const std::map<std::string, std::string> tables{{"decisions", small_ladder::decisions + on_plan}};
    const auto agreed = then(tables, always("Amber"));
    REQUIRE(agreed);
    CHECK(agreed->step() == 1U);
    CHECK_THAT(agreed->because.at(0), Catch::StartsWith("the risk is Amber or Red ("));
    CHECK(then(tables, always("Green"))->step() == 0U);
    // The level is asked of the day of the decision.
    const auto since_november = [](const Service&, Date day) {
        return std::optional(RiskLevel{day < Date(2024, 11, 1)    ? "Green"
                                       : day == Date(2024, 11, 1) ? "Red"
                                                                  : "Green",
                                       {},
                                       {},
                                       {}});
    };
    CHECK(then(tables, since_november)->step() == 1U);
}

TEST_CASE("without the levels of the day the proposal of then is open, and where nothing was decided there "
          "is none") {
    const std::map<std::string, std::string> tables{{"decisions", small_ladder::decisions + on_plan}};
    CHECK_FALSE(then(tables, {})->step());
    CHECK(then(tables, {})->gravest == 1);
    CHECK_FALSE(then(tables, always("Red"), {false, "S2"}));
    CHECK_FALSE(
        then({{"decisions", small_ladder::decisions + "S1,,plan,soon,officer,x,,,,\n"}}, always("Red")));
}

TEST_CASE("what became known after the decision, or was lifted since, is not what was proposed") {
    const std::map<std::string, std::string> decided{{"decisions", small_ladder::decisions + on_plan}};
    auto late = decided;
    late["events"] = "service,event,from,known_on\nS1,default_notice,2024-10-01,2024-11-02\n";
    CHECK(then(late, always("Amber"))->step() == 1U);
    auto lifted = decided;
    lifted["events"] = "service,event,from,to\nS1,default_notice,2024-10-01,2024-11-15\n";
    CHECK(then(lifted, always("Amber"))->step() == 2U);
}

TEST_CASE("one who goes down was proposed it from the step stood on before that day") {
    const auto down = on_plan + "S1,,watch,2024-12-01,officer,better,,,,\n";
    const std::string action = small_ladder::actions + "S1,,recruit,2024-10-01,2024-11-15,provider,";
    const std::map<std::string, std::string> tables{{"decisions", small_ladder::decisions + down}};
    CHECK(then(tables, always("Green"))->step() == 0U);
    auto undone = tables;
    undone["actions"] = action + "2024-12-15,\n"; // done since, and overdue on the day
    CHECK(then(undone, always("Green"))->step() == 1U);
    undone["actions"] = action + "2024-11-20,\n";
    CHECK(then(undone, always("Green"))->step() == 0U);
}

TEST_CASE("of two decisions of one day the proposal is from before both, and a provider's is the gravest of "
          "its services") {
    const auto twice = on_plan + "S1,,notice,2024-11-01,officer,worse,,,,\n";
    const auto of_twice = then({{"decisions", small_ladder::decisions + twice}}, always("Amber"));
    CHECK(of_twice->step() == 1U); // from the plan the same facts would propose the plan's staying
    const PastLevels one_red = [](const Service& service, Date) {
        return std::optional(RiskLevel{service.id().text() == "S2" ? "Red" : "Green", {}, {}, {}});
    };
    const std::string of_a = ",A,watch,2024-11-01,officer,as before,,,,\n";
    CHECK(then({{"decisions", small_ladder::decisions + of_a}}, one_red, {true, "A"})->step() == 1U);
}

TEST_CASE("a scheme says what the level of a service was on a day gone by") {
    const auto failing = early::book(early::events(",A,administration,2024-12-01,2024-12-10,,,,,,,\n"));
    const auto past = past_levels(failing);
    const auto& service = failing.evidence().services.at(0);
    CHECK(past(service, Date(2024, 12, 5))->level == "Red");
    CHECK(past(service, Date(2024, 12, 5))->points == 50.0);
    CHECK(past(service, Date(2024, 12, 31))->level == "Green");
}
