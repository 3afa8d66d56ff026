// SPDX-License-Identifier: MIT
// A trace as one JSON object.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/trace_json.hpp>

#include <string>
#include <vector>

using small::absent;
using small::of;
using small::present;
using vermeil::State;

namespace {

vermeil::Rules rules() {
    auto made = small::rules({small::share("dignity", 4, 10), small::share("safe", 6)});
    made.groups = {{"people", "", "", vermeil::Aggregate::mean, 5.0, {}}};
    made.indicators[0].within = "people";
    made.facts = {small::fact("notice")};
    made.limiters = {small::limiter(vermeil::Effect::cap, "Silver", "notice", "a \"notice\" is open")};
    return made;
}

std::string json(const std::vector<vermeil::Cell>& cells) {
    const auto trace = small::trace(rules(), cells);
    return to_json(vermeil::Framework(rules()), trace, "P001", "quarter", "2024-25 Q3", "band");
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a trace's object begins with whose it is, then the outcome") {
    const auto text = json({of(9, 10), present(0.9), present(1)});
    CHECK(text.rfind(R"({"service": "P001", "quarter": "2024-25 Q3", "framework": "small", "edition": "1", )"
                     R"("band": "Silver", "lowest": "Silver", "highest": "Silver", "lowest_score": 90, )"
                     R"("highest_score": 90, "coverage": 1, "reason": "decided", )"
                     R"("headline": "Silver, score 90.0; a \"notice\" is open", "measures": [)",
                     0) == 0);
}

TEST_CASE("where nothing applies there is no score, and the object says none") {
    const auto text = json({absent(State::not_applicable), absent(State::not_applicable), present(0)});
    CHECK(
        has(text,
            R"("lowest_score": null, "highest_score": null, "coverage": 0, "reason": "nothing_applicable")"));
    CHECK(has(json({absent(State::unknown), absent(State::unknown), present(0)}),
              R"("lowest_score": 0, "highest_score": 100, "coverage": 0, "reason": "coverage")"));
}

TEST_CASE("a measure's object has its cell and its points") {
    const auto text = json({of(9, 10), present(0.9), present(0)});
    CHECK(has(
        text,
        R"({"measure": "dignity", "value": 0.9, "state": "present", "n": 10, "count": 9, )"
        R"("late": false, "inherited": false, "quarters_old": 0, "day": null, "weight": 4, "lowest_points": 90, "highest_points": 90})"));
}

TEST_CASE("an absent value is null and says why") {
    const auto text =
        json({of(9, 9), {0.9, State::present, 0, 0, vermeil::CellFlag::late}, absent(State::unknown)});
    CHECK(has(text, R"("band": "Not rated")"));
    CHECK(has(text, R"({"measure": "dignity", "value": null, "state": "too_few", "n": 9, "count": 9, )"));
    CHECK(has(text, R"("late": true)"));
    CHECK(has(text, R"("fires": "unknown")"));
}

TEST_CASE("a group's object has its weights, and no score where nothing of it applies") {
    CHECK(has(json({of(9, 10), present(0.9), present(0)}),
              R"({"group": "people", "weight": 4, "lowest_score": 90, "highest_score": 90, )"
              R"("weight_live": 4, "weight_known": 4})"));
    CHECK(has(json({absent(State::not_applicable), present(0.9), present(0)}),
              R"({"group": "people", "weight": 0, "lowest_score": null, "highest_score": null, )"));
}

TEST_CASE("a limiter's object has the bands before and after it") {
    CHECK(has(
        json({of(9, 10), present(0.9), present(1)}),
        R"({"limiter": "a \"notice\" is open", "effect": "cap Silver", "saw": [{"measure": "notice", "value": 1, )"
        R"("state": "present", "n": 0, "count": 0, "late": false, "inherited": false, "quarters_old": 0, "day": null}], "fires": "yes", )"
        R"("lowest_before": "Gold", "highest_before": "Gold", "lowest": "Silver", "highest": "Silver"})"));
}

TEST_CASE("a group's object has its bands, how they came about, and the points that they are worth") {
    auto banded = rules();
    banded.groups[0].bands = {{"Good", 80.0, vermeil::Tie::in, {}}, {"Poor", {}, vermeil::Tie::in, {}}};
    banded.groups[0].bands[0].points = 3;
    banded.groups[0].bands[1].points = 1;
    banded.groups[0].limiters = {small::limiter(vermeil::Effect::cap, "Poor", "notice", "a notice is open")};
    const auto text =
        to_json(vermeil::Framework(banded), small::trace(banded, {of(9, 10), present(0.9), present(1)}),
                "P001", "quarter", "2024-25 Q3", "band");
    CHECK(has(text, R"("lowest": "Poor", "highest": "Poor", "lowest_points": 1, "highest_points": 1, )"
                    R"("bands": [{"band": "Good", "saw": [{"group": "people", "lowest_score": 90, )"
                    R"("highest_score": 90}], "met": "yes"}], "limiters": [{"limiter": "a notice is open", )"
                    R"("effect": "cap Poor", )"));
}

TEST_CASE("what a question asked for stands beside what it saw, and no number for what may be any") {
    auto asking = rules();
    const vermeil::Subject base{vermeil::Subject::Kind::measure, "safe", vermeil::Aspect::n};
    asking.limiters[0].when = vermeil::Comparing{base, vermeil::Comparison::below, 20.0};
    const auto saw = [&](const vermeil::Cell& cell) {
        return to_json(vermeil::Framework(asking), small::trace(asking, {of(9, 10), cell, present(1)}),
                       "P001", "quarter", "2024-25 Q3", "band");
    };
    CHECK(has(saw(of(3, 12)), R"("of": "n", "least": 12, "most": 12}], "fires": "yes")"));
    CHECK(has(saw(present(0.5)), R"("of": "n", "least": 0, "most": null}], "fires": "unknown")"));
}
