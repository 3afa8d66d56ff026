// SPDX-License-Identifier: MIT
// Levels by points and by trigger, their table, and the promise that silence never lowers a level.

#include "catch.hpp"
#include "kernel/guarantee.hpp"
#include "kernel/small.hpp"
#include "risk/small_risk.hpp"

#include <vermeil/risk/risk_score.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using small::absent;
using small::present;
using small_risk::day;
using small_risk::scheme;
using small_risk::table;
using vermeil::Face;
using vermeil::State;

namespace {

std::string level(const vermeil::Cell& concerns, const vermeil::Cell& closed) {
    return score_risk(scheme(), table({{concerns, closed}}), day).explain("S0").level;
}

} // namespace

TEST_CASE("a level follows from the points, a tie on its stated side") {
    CHECK(level(present(0), present(0)) == "Green");
    CHECK(level(present(19.99), present(0)) == "Green");
    CHECK(level(present(20), present(0)) == "Amber");
    CHECK(level(present(49.99), present(0)) == "Amber");
    CHECK(level(present(50), present(0)) == "Red");
}

TEST_CASE("a trigger goes straight to Red, even where nothing else is known") {
    CHECK(level(present(0), present(1)) == "Red");
    CHECK(level(absent(State::unknown), present(1)) == "Red");
    CHECK(level(present(0), absent(State::unknown)) == "Not rated");
    CHECK(level(present(60), absent(State::unknown)) == "Red");
}

TEST_CASE("a score has its day, its headline and its steps") {
    const auto score = score_risk(scheme(), table({{present(30), present(1)}}), day).explain("S0");
    CHECK(score.service == "S0");
    CHECK(score.as_of == day);
    CHECK(score.headline == "Red, points 30.0; the service is closed");
    CHECK(score.explanation == std::vector<std::string>{"concerns: 30 -> 30.0 points, weight 1",
                                                        "set Red if the service is closed: yes (closed: 1)",
                                                        "points 30.0, 100.0 % of the weight known",
                                                        "Red, points 30.0; the service is closed"});
    CHECK(
        score.json.rfind(R"({"service": "S0", "as_of": "2024-12-31", "framework": "small", "edition": "1", )"
                         R"("level": "Red", )",
                         0) == 0);
}

TEST_CASE("where the least favourable stands, an open risk has its most points") {
    auto rules = scheme().framework().rules();
    rules.open = vermeil::Open::lowest;
    rules.least_coverage = 0;
    const auto scores = score_risk(vermeil::RiskScheme(vermeil::Framework(rules)),
                                   table({{absent(State::unknown), present(0)}}), day);
    CHECK(scores.explain("S0").level == "Red");
    CHECK(scores.outcomes().row(0).highest_score == 100);
}

TEST_CASE("scores explain any of their services, and only those") {
    const auto scores =
        score_risk(scheme(), table({{present(30), present(0)}, {present(0), present(1)}}), day);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        CHECK(scores.explain(i).trace.outcome == scores.outcomes().row(i));
    }
    CHECK_THROWS_WITH(scores.explain("S9"), "no service 'S9' among the 2 measured");
}

TEST_CASE("an indicator without a column stops the scoring") {
    CHECK_THROWS_WITH(score_risk(scheme(), vermeil::MeasureTable({"S0"}), day),
                      "measure 'concerns' has no column; the table has nothing");
}

TEST_CASE("evidence taken away never lowers a level under the default policies") {
    for (const auto open : {vermeil::Open::not_rated, vermeil::Open::lowest}) {
        const auto found = guarantee::search(1200, {true, false}, Face::worse,
                                             [&](vermeil::Rules& rules) { rules.open = open; });
        INFO(found.first_lift);
        CHECK(found.lifted == 0);
        CHECK(found.stayed > 5000);
        CHECK(found.became_not_rated > 2000);
        CHECK((found.fell > 1000) == (open == vermeil::Open::lowest));
    }
}

TEST_CASE("under renormalise the same search finds levels that were lowered") {
    const auto found = guarantee::search(300, {true, false}, Face::worse, [](vermeil::Rules& rules) {
        rules.missing.of(State::not_submitted).policy = vermeil::Policy::renormalise;
    });
    CHECK(found.lifted > 0);
}
