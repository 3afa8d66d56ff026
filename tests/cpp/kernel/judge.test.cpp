// SPDX-License-Identifier: MIT
// Bands of groups and limits on upgrades, through the library's front door.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/judge.hpp>

#include <string>
#include <vector>

using namespace vermeil;
using small::absent;
using small::present;

namespace {

const Subject whole{Subject::Kind::whole, ""};
const Subject own_band{Subject::Kind::group, "g", Aspect::band};

/// Two measures in a group that is Good from 60 on and else Poor; the whole asks for the group's band alone.
Rules banded() {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.groups = {{"g", "", "", Aggregate::mean, 1.0, {}}};
    rules.groups[0].bands = {
        {"Good", 60.0, Tie::in, {}}, {"Fair", 40.0, Tie::in, {}}, {"Poor", {}, Tie::in, {}}};
    rules.indicators[0].within = "g";
    rules.indicators[1].within = "g";
    rules.facts = {small::fact("flaw")};
    rules.bands = {{"Gold", {}, Tie::in, {}, Condition(Comparing{own_band, Comparison::is, 1.0})},
                   {"Silver", {}, Tie::in, {}}};
    rules.least_coverage = 0;
    return rules;
}

/// Five bands by a score from 1 to 5, two steps up and a limit of one.
Rules limited(std::vector<Limiter> limiters) {
    auto rules = small::rules({small::share("stars", 1)});
    rules.indicators[0].scale = LinearScale{{{1, 1}, {5, 5}}};
    rules.bands.clear();
    for (const double cut : {5.0, 4.0, 3.0, 2.0}) {
        rules.bands.push_back({std::to_string(static_cast<int>(cut)), cut, Tie::in, {}});
    }
    rules.bands.push_back({"1", {}, Tie::in, {}});
    rules.facts = {small::fact("x"), small::fact("y")};
    rules.limiters = std::move(limiters);
    return rules;
}

const auto up = [](const char* fact) { return small::limiter(Effect::up, "", fact, "a reason"); };
const Limiter at_most_one{Effect::at_most_up, "", always(), "one place at the most", {}};

} // namespace

TEST_CASE("the band of a group follows its score, its conditions and its limiters") {
    auto rules = banded();
    CHECK(small::band(rules, {present(0.6), present(0.6), present(0)}) == "Gold");
    CHECK(small::band(rules, {present(0.6), present(0.5), present(0)}) == "Silver");
    rules.groups[0].limiters = {small::limiter(Effect::cap, "Fair", "flaw", "a flaw")};
    const auto trace = small::trace(rules, {present(0.9), present(0.9), present(1)});
    CHECK((trace.groups.at(0).lowest == 1 && trace.groups[0].highest == 1));
    CHECK(trace.groups[0].limiters.at(0).lowest_before == 0);
    CHECK(trace.outcome.band == 1);
    CHECK(small::trace(rules, {present(0.9), present(0.9), absent(State::unknown)}).outcome.reason ==
          Reason::open);
    CHECK(small::band(rules, {present(0.1), present(0.9), absent(State::unknown)}) == "Silver");
}

TEST_CASE("a limiter of a group may ask for the band that stands so far") {
    auto rules = banded();
    rules.groups[0].limiters = {small::limiter(Effect::down, "", "flaw", "a flaw"),
                                {Effect::set, "Poor", Comparing{own_band, Comparison::is, 2.0}, "fair", {}}};
    CHECK(small::trace(rules, {present(0.9), present(0.9), present(0)}).groups[0].lowest == 0);
    CHECK(small::trace(rules, {present(0.9), present(0.9), present(1)}).groups[0].lowest == 2);
    const auto open = small::trace(rules, {present(0.9), present(0.9), absent(State::unknown)});
    CHECK((open.groups[0].lowest == 2 && open.groups[0].highest == 0));
}

TEST_CASE("points of a band are the group's score from there on, and so are their ends") {
    auto rules = banded();
    for (std::size_t i = 0; i < 3; ++i) {
        rules.groups[0].bands[i].points = 90 - 30 * static_cast<double>(i);
    }
    const auto made = small::trace(rules, {present(0.6), present(0.5), present(0)});
    CHECK(made.groups[0].lowest_score == 55);
    CHECK((made.groups[0].lowest_points == 60 && made.outcome.lowest_score == 60));
    const auto open = small::outcome(rules, {present(0.9), absent(State::unknown), present(0)});
    CHECK((open.lowest_score == 60 && open.highest_score == 90));
}

TEST_CASE("a group without its members may have any band; one in which nothing counts has none") {
    auto rules = banded();
    rules.groups[0].presence.least_members = 2;
    const auto few = small::trace(rules, {present(0.9), absent(State::not_applicable), present(0)});
    CHECK((few.groups[0].lowest == 2 && few.groups[0].highest == 0));
    const auto none =
        small::trace(rules, {absent(State::not_applicable), absent(State::not_applicable), present(0)});
    CHECK(none.bands.at(0).met == Firing::no);
}

TEST_CASE("an upgrade stops so many places above the band that the score gave") {
    const auto rules = limited({up("x"), up("y"), at_most_one});
    CHECK(small::band(rules, {present(1), present(1), present(1)}) == "2");
    CHECK(small::band(rules, {present(1), present(1), present(0)}) == "2");
    CHECK(small::band(rules, {present(3), present(0), present(0)}) == "3");
    CHECK(small::band(rules, {present(5), present(1), present(1)}) == "5");
    const auto held = small::outcome(rules, {present(1), present(1), absent(State::unknown)});
    CHECK((held.lowest == 3 && held.highest == 3 && held.limiter == 3));
}

TEST_CASE("each end is held by the band that the score gave at that end") {
    const auto rules = limited({up("x"), up("y"), at_most_one});
    const auto made = small::outcome(rules, {absent(State::unknown), present(1), present(1)});
    CHECK((made.lowest == 3 && made.highest == 0)); // 1 goes to 2; 5 cannot go further
    auto when = rules;
    when.limiters[2].when = {"stars", Comparison::is, 1};
    CHECK(small::band(when, {present(2), present(1), present(1)}) == "4");
    CHECK(small::band(when, {present(1), present(1), present(1)}) == "2");
}

TEST_CASE("a limiter of the whole may ask for the band that stands so far") {
    const auto rules = limited(
        {up("x"),
         {Effect::down, "", Comparing{{whole.kind, "", Aspect::band}, Comparison::is, 1.0}, "best", {}}});
    CHECK(small::band(rules, {present(4), present(1), present(0)}) == "4");
    CHECK(small::band(rules, {present(4), present(0), present(0)}) == "4");
    CHECK(small::band(rules, {present(5), present(0), present(0)}) == "4");
}
