// SPDX-License-Identifier: MIT
// Questions of bands and limiters, through the library's front door: what they decide and what they say they saw.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/asker.hpp>
#include <vermeil/kernel/explanation.hpp>

#include <string>
#include <vector>

using namespace vermeil;
using small::absent;
using small::present;

namespace {

const Subject whole{Subject::Kind::whole, ""};

/// Five ratings, 1 the best of four; the best of bands asks for two that are best and none below the second.
Rules counting() {
    std::vector<Indicator> ratings;
    for (const char* id : {"safe", "effective", "caring", "responsive", "well_led"}) {
        auto indicator = small::share(id, 1);
        indicator.scale = WordScale{{4, 3, 2, 1}};
        ratings.push_back(indicator);
    }
    auto rules = small::rules(ratings);
    rules.least_coverage = 0;
    const Condition two_best = Counting{whole, {Comparison::is, 1}, Comparison::at_least, 2};
    const Condition none_weak = Counting{whole, {Comparison::above, 2}, Comparison::at_most, 0};
    const Condition one_weak = Counting{whole, {Comparison::above, 2}, Comparison::at_most, 1};
    rules.bands = {
        {"Outstanding", {}, Tie::in, {}, Condition(Joining{Joining::How::all, {two_best, none_weak}})},
        {"Good", {}, Tie::in, {}, one_weak},
        {"Weak", {}, Tie::in, {}}};
    return rules;
}

std::string band(const std::vector<Cell>& cells) { return small::band(counting(), cells); }

} // namespace

TEST_CASE("bands by counting take the first condition that is met") {
    CHECK(band({present(1), present(1), present(2), present(2), present(2)}) == "Outstanding");
    CHECK(band({present(1), present(1), present(2), present(2), present(3)}) == "Good");
    CHECK(band({present(1), present(1), present(3), present(2), present(3)}) == "Weak");
}

TEST_CASE("a member that is absent leaves the count open; one that does not apply is none") {
    const auto open =
        small::trace(counting(), {present(1), present(1), present(2), present(2), absent(State::unknown)});
    CHECK(open.outcome.reason == Reason::open);
    CHECK((open.outcome.highest == 0 && open.outcome.lowest == 1));
    CHECK(band({present(1), present(1), present(2), present(2), absent(State::not_applicable)}) ==
          "Outstanding");
}

TEST_CASE("the trace tells every subject of a question, and the answer") {
    const auto trace = small::trace(counting(), {present(1), present(2), present(2), present(2), present(3)});
    REQUIRE(trace.bands.size() == 2);
    CHECK((trace.bands[0].band == 0 && trace.bands[0].met == Firing::no));
    CHECK(trace.bands[0].seen.size() == 10); // five members, counted twice
    CHECK(trace.bands[1].met == Firing::yes);
    CHECK(trace.bands[1].seen.at(4).cell.value == 3);
}

TEST_CASE("a limiter may compare a group's score with another's, and the whole with a number") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.groups = {{"left", "", "", Aggregate::mean, 1.0, {}}, {"right", "", "", Aggregate::mean, 1.0, {}}};
    rules.indicators[0].within = "left";
    rules.indicators[1].within = "right";
    rules.limiters = {
        {Effect::down,
         "",
         Comparing{{Subject::Kind::group, "left"}, Comparison::below, Subject{Subject::Kind::group, "right"}},
         "left behind",
         {}},
        {Effect::up, "", Comparing{whole, Comparison::is, 70.0}, "exactly 70", {}}};
    const auto trace = small::trace(rules, {present(0.6), present(0.8)}); // 70: Silver, down, and up again
    CHECK(trace.limiters.at(0).lowest_after == 2);
    CHECK(trace.limiters.at(1).lowest_after == 1);
    CHECK((trace.limiters[0].seen.at(1).index == 1 && trace.limiters[0].seen[1].lowest_score == 80));
    CHECK(trace.limiters[1].seen.at(0).kind == Subject::Kind::whole);
}

TEST_CASE("no band is given while a limiter withholds it, or may") {
    auto rules = small::rules({small::share("a", 1)});
    rules.facts = {small::fact("surveys")};
    rules.limiters = {
        {Effect::withhold, "", {"surveys", Comparison::below, 40}, "fewer than 40 surveys", {}}};
    CHECK(small::band(rules, {present(0.9), present(40)}) == "Gold");
    for (const auto& surveys : {present(39), absent(State::unknown)}) {
        const auto trace = small::trace(rules, {present(0.9), surveys});
        CHECK(trace.outcome.reason == Reason::withheld);
        CHECK(trace.outcome.band == no_band);
    }
    const Framework framework(rules);
    const auto why = [&](const Cell& surveys) {
        return headline(framework, small::trace(rules, {present(0.9), surveys}));
    };
    CHECK(why(present(39)) == "Not rated: fewer than 40 surveys");
    CHECK(why(absent(State::unknown)) == "Not rated: unknown whether fewer than 40 surveys");
    CHECK(small::trace(rules, {present(0.9), present(39)}).outcome.limiter == 1);
    CHECK(small::trace(rules, {present(0.9), absent(State::unknown)}).outcome.limiter == 0);
}
