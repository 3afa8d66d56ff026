// SPDX-License-Identifier: MIT
// Incidents, prompts and decay must fit the rest of the rules.

#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/framework.hpp>

using namespace vermeil;

namespace {

/// A scheme of risk whose second measure counts events that decay.
Rules scheme() {
    auto rules = sample::rules();
    rules.higher_is = Face::worse;
    rules.limiters.clear();
    rules.incidents = Incidents::highest;
    EventCount count{"death", 365};
    count.decay = HalfLife{90};
    rules.indicators[1].measure.value = count;
    rules.indicators[1].scale = LinearScale{{{0, 0}, {5, 50}}};
    return rules;
}

} // namespace

TEST_CASE("a scheme may count incidents once, let events decay, and prompt") {
    auto rules = scheme();
    rules.prompts.push_back({"visit", {"inspection", Comparison::at_least, 1}, "it happened", {}});
    CHECK_NOTHROW(Framework(rules));
    CHECK(decays(detail::decay_of(rules.indicators[1].measure)));
    CHECK_FALSE(decays(detail::decay_of(rules.indicators[0].measure)));
}

TEST_CASE("what decays stands in no geometric mean, and has no cycles") {
    auto geometric = scheme();
    geometric.aggregate = Aggregate::geometric;
    CHECK_THROWS_WITH(Framework(geometric), Catch::Matchers::Contains("stands in a geometric mean"));
    auto cycles = scheme();
    cycles.indicators[1].measure.cycles = {2, 1};
    CHECK_THROWS_WITH(Framework(cycles), Catch::Matchers::Contains("decays and has cycles"));
}

TEST_CASE("points by comparison do not go with incidents") {
    auto rules = scheme();
    rules.indicators[1].relative = RelativeScale{};
    CHECK_THROWS_AS(Framework(rules), DefinitionError);
}

TEST_CASE("a prompt asks about measures that there are") {
    auto rules = scheme();
    rules.prompts.push_back({"visit", {"nothing", Comparison::at_least, 1}, "it happened", {}});
    CHECK_THROWS_AS(Framework(rules), DefinitionError);
}
