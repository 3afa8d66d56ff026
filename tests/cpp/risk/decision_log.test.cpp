// SPDX-License-Identifier: MIT
// Where decisions put services and providers.

#include "catch.hpp"
#include "risk/small_ladder.hpp"

#include <vermeil/risk/decision_log.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

/// Rows about S1 read and replayed.
struct Replayed {
    Rejects rejects;
    std::vector<LadderStanding> standings;

    explicit Replayed(const std::string& rows, Date as_of = small_ladder::day) {
        const auto evidence = small_ladder::evidence_of({{"decisions", small_ladder::decisions + rows}});
        rejects = evidence.rejects;
        standings = standings_on(small_ladder::ladder(), evidence, as_of, rejects);
    }
    [[nodiscard]] const LadderStanding& of(const Concerned& whom) const {
        for (const auto& each : standings) {
            if (each.whom == whom) {
                return each;
            }
        }
        throw Error("nobody");
    }
    [[nodiscard]] const LadderStanding& s1() const { return of({false, "S1"}); }
};

const std::string plan = "S1,,plan,2024-11-01,officer,late visits,visit report,,,\n";

} // namespace

TEST_CASE("without a decision everybody stands on the mildest step") {
    const Replayed replayed("");
    CHECK(replayed.standings.size() == 5);
    CHECK(replayed.s1().step == 0U);
    CHECK(replayed.rejects.empty());
}

TEST_CASE("a decision puts a service on its step, and its provider stays where it was") {
    const Replayed replayed(plan);
    CHECK(replayed.s1().step == 1U);
    CHECK(replayed.s1().since == Date(2024, 11, 1));
    CHECK(replayed.s1().role == "officer");
    CHECK(replayed.s1().review_on == Date(2024, 11, 29));
    CHECK(replayed.s1().deadline_on == Date(2025, 1, 31));
    CHECK(replayed.of({true, "A"}).step == 0U);
    CHECK(replayed.of({false, "S2"}).step == 0U);
    CHECK(Replayed(",A,notice,2024-11-01,officer,all of it,,,,\n").of({true, "A"}).step == 2U);
}

TEST_CASE("a decision for the same step confirms it: the review is anew, the deadline is not") {
    const Replayed replayed(plan + "S1,,plan,2024-12-01,officer,better,,2024-12-20,,\n");
    CHECK(replayed.s1().since == Date(2024, 11, 1));
    CHECK(replayed.s1().review_on == Date(2024, 12, 20));
    CHECK(replayed.s1().deadline_on == Date(2025, 1, 31));
}

TEST_CASE("the order of rows does not matter") {
    const std::string notice = "S1,,notice,2024-12-01,officer,worse,,,,\n";
    CHECK(Replayed(plan + notice).s1().step == 2U);
    CHECK(Replayed(notice + plan).s1().step == 2U);
    CHECK(Replayed(notice + plan).rejects.empty());
}

TEST_CASE("an escalation that is not allowed is kept with its doubt, an easing is left out") {
    const Replayed up("S1,,plan,2024-11-01,clerk,late visits,visit report,,,\n");
    CHECK(up.s1().step == 1U);
    REQUIRE(up.rejects.size() == 1);
    CHECK(up.rejects[0].kept);
    CHECK(up.rejects[0].reason == "decided by 'clerk'; this move is for 'officer'");
    const Replayed unseen("S1,,plan,2024-11-01,officer,late visits,,,,\n");
    CHECK(unseen.rejects.at(0).reason == "decided without having seen 'visit report'");
    const Replayed down("S1,,notice,2024-11-01,officer,bad,,,,\nS1,,watch,2024-12-01,officer,good,,,,\n");
    CHECK(down.s1().step == 2U);
    CHECK_FALSE(down.rejects.at(0).kept);
    CHECK(down.rejects[0].reason == "no move leads there from 'notice'; moves lead to 'plan'");
}

TEST_CASE("a decision dated after the day has not been taken yet") {
    const Replayed replayed("S1,,notice,2025-01-01,officer,bad,,,,\n");
    CHECK(replayed.s1().step == 0U);
    CHECK(replayed.rejects.at(0).reason == "lies after 2024-12-31: it has not been taken yet");
    // What became known later was not known, and nothing is wrong with it.
    CHECK(Replayed("S1,,notice,2024-12-01,officer,bad,,,2025-01-05,\n").rejects.empty());
    CHECK(Replayed("S1,,notice,2024-12-01,officer,bad,,,2025-01-05,\n").s1().step == 0U);
}

TEST_CASE("a decision put in before one that was known earlier is left out") {
    const Replayed replayed(
        "S1,,notice,2024-11-01,officer,bad,,,,\nS1,,plan,2024-10-01,officer,x,visit report,,"
        "2024-12-01,\n");
    CHECK(replayed.s1().step == 2U);
    CHECK(replayed.rejects.at(0).reason ==
          "lies before 2024-11-01, the day of a decision that was known earlier");
}

TEST_CASE("of two decisions of one day the graver stands") {
    const Replayed replayed(plan + "S1,,notice,2024-11-01,officer,bad,,,,\n");
    CHECK(replayed.s1().step == 2U);
    CHECK(replayed.rejects.at(0).reason == "a graver step, 'notice', was decided on the same day");
}

TEST_CASE("with an unknown step or an unreadable day nobody can say where a service stands") {
    const Replayed unknown("S1,,plans,2024-11-01,officer,x,,,,\n");
    CHECK_FALSE(unknown.s1().step);
    CHECK(unknown.rejects.at(0).reason ==
          "no step of the ladder 'small'; the steps are 'watch', 'plan' or 'notice'; did you mean 'plan'?");
    CHECK_FALSE(Replayed("S1,,plan,soon,officer,x,,,,\n").s1().step);
}

TEST_CASE("decisions of another ladder are left alone, and without a table nobody knows") {
    CHECK(Replayed("S1,,formal notice,2024-11-01,regulator,x,,,,other\n").s1().step == 0U);
    Rejects rejects;
    const auto standings =
        standings_on(small_ladder::ladder(), sample::evidence_of({}), small_ladder::day, rejects);
    CHECK_FALSE(standings[0].step);
    CHECK(standings[0].doubts == std::vector<std::string>{"no table of decisions was given"});
}

TEST_CASE("nobody owed a look before the ladder took effect") {
    const auto review = [](const std::string& first_day) {
        const auto evidence =
            small_ladder::evidence_of({{"services", "service,provider,first_day\nS1,A," + first_day + "\n"},
                                       {"decisions", small_ladder::decisions}});
        Rejects rejects;
        return standings_on(small_ladder::ladder(), evidence, small_ladder::day, rejects).front();
    };
    CHECK(review("2017-11-01").since == Date(2017, 11, 1));
    CHECK(review("2017-11-01").review_on == Date(2024, 9, 30));
    CHECK(review("2024-06-01").review_on == Date(2024, 11, 30));
    CHECK_FALSE(review("").review_on);
}
