// SPDX-License-Identifier: MIT
// Outcomes and watch lists must fit the rest of the rules.

#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/framework.hpp>

#include <utility>

using namespace vermeil;

namespace {

/// A scheme of risk whose second measure counts deaths.
Rules scheme() {
    auto rules = sample::rules();
    rules.higher_is = Face::worse;
    rules.limiters.clear();
    rules.indicators[1].measure.value = EventCount{"death", 365};
    rules.indicators[1].scale = LinearScale{{{0, 0}, {5, 50}}};
    return rules;
}

Rules with(OutcomeRule outcome) {
    auto rules = scheme();
    rules.outcomes = {std::move(outcome)};
    return rules;
}

OutcomeRule event(const char* id) {
    OutcomeRule outcome;
    outcome.event = id;
    return outcome;
}

} // namespace

TEST_CASE("no outcome is also what a scheme foretells by, in points or in a limiter; a table is no event") {
    CHECK_NOTHROW(Framework(with(event("contract_ended"))));
    CHECK_THROWS_WITH(Framework(with(event("death"))),
                      Catch::Matchers::Contains("the event 'death' is an outcome, and '" +
                                                scheme().indicators[1].measure.id +
                                                "' asks about it: nothing foretells itself"));
    auto rules = with(event("embargo"));
    Measure fact;
    fact.id = "stopped";
    fact.value = EventOpen{"embargo"};
    rules.facts = {fact};
    CHECK_NOTHROW(Framework(rules));
    rules.limiters = {
        {Effect::set, rules.bands[0].name, {"stopped", Comparison::at_least, 1}, "no care", {}}};
    CHECK_THROWS_AS(Framework(rules), DefinitionError);
    std::get<EventOpen>(rules.facts[0].value).of_table = true;
    CHECK_NOTHROW(Framework(rules));
}

TEST_CASE("an outcome is one thing that there is, said once, and of a scheme of risk") {
    CHECK_THROWS_WITH(Framework(with({})), Catch::Matchers::Contains("an outcome is one thing"));
    auto twice = with(event("contract_ended"));
    twice.outcomes.push_back(event("contract_ended"));
    CHECK_THROWS_WITH(Framework(twice), Catch::Matchers::Contains("stands already in line"));
    OutcomeRule fall;
    fall.rating = "cqc";
    fall.position = 1; // the best is no fall
    CHECK_THROWS_AS(Framework(with(fall)), DefinitionError);
    auto rating = sample::rules();
    rating.outcomes = {event("contract_ended")};
    CHECK_THROWS_WITH(Framework(rating), Catch::Matchers::Contains("is for a scheme with higher_is"));
}

TEST_CASE("the keys of a watch list are measures that earn points, each once") {
    auto rules = scheme();
    const auto id = rules.indicators[1].measure.id;
    rules.watch = WatchRule{{id}, 3, {}};
    CHECK_NOTHROW(Framework(rules));
    rules.watch->keys = {id, id};
    CHECK_THROWS_WITH(Framework(rules), Catch::Matchers::Contains("has the key '" + id + "' twice"));
    rules.watch->keys = {"nothing"};
    CHECK_THROWS_WITH(Framework(rules), Catch::Matchers::Contains("'nothing', which is no [[measure]]"));
    rules = sample::rules();
    rules.watch = WatchRule{};
    CHECK_THROWS_AS(Framework(rules), DefinitionError);
}
