// SPDX-License-Identifier: MIT
// Risk scores as a table gives them.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/risk/risk_levels.hpp>

using namespace vermeil;

TEST_CASE("levels, points and probabilities are read, from one table or from two") {
    const auto evidence = sample::evidence_of({});
    RiskLevels levels;
    Rejects rejects;
    add_risk_levels(csv::table("risk", "service,as_of,level,points,highest_points\nS1,2024-12-31,Red,60,60\n"
                                       "S2,2024-12-31,Not rated,,70\n"),
                    evidence, levels, rejects);
    add_risk_levels(csv::table("backtest", "service,probability\nS1,0.25\n"), evidence, levels, rejects);
    CHECK(rejects.empty());
    CHECK(levels.at("S1").level == "Red");
    CHECK(levels.at("S1").probability == 0.25);
    CHECK_FALSE(levels.at("S2").points);
    CHECK(levels.at("S2").most_points == 70);
}

TEST_CASE("an unknown service, a second row and a probability that is none are rejects") {
    RiskLevels levels;
    Rejects rejects;
    add_risk_levels(csv::table("risk", "service,probability\nS9,0.5\nS1,0.5\nS1,0.6\nS2,1.5\n"),
                    sample::evidence_of({}), levels, rejects);
    REQUIRE(rejects.size() == 3);
    CHECK(rejects[0].reason == "no such service among the 3 in the services table");
    CHECK(rejects[1].reason == "this service stands already in an earlier row");
    CHECK(rejects[2].reason == "not from 0 to 1");
    CHECK(levels.at("S1").probability == 0.5);
    CHECK_FALSE(levels.at("S2").probability);
}
