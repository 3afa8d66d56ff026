// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/leaf_maker.hpp>

using namespace vermeil;

TEST_CASE("an indicator becomes a leaf with its weight, its range and its line") {
    const Framework framework(small::rules({small::share("a", 4)}));
    Resolved resolved(framework, Norms(), Fitting::done);
    const auto leaf = detail::made_leaf(resolved, framework, 0);
    CHECK((leaf.weight == 4 && leaf.factor == 4));
    CHECK((leaf.fewest == 0 && leaf.most == 100));
    CHECK((leaf.line && leaf.line->rise == 100));
    CHECK(leaf.left_out.has(State::not_applicable));
    CHECK_FALSE(leaf.left_out.has(State::unknown));
}

TEST_CASE("a mean needs weights, and a count or a spread does not") {
    auto rules = small::rules({small::share("a", 1)});
    rules.indicators[0].weight.reset();
    const auto made = [&](Aggregate aggregate) {
        rules.aggregate = aggregate;
        const Framework framework(rules);
        Resolved resolved(framework, Norms(), Fitting::done);
        return detail::made_leaf(resolved, framework, 0);
    };
    CHECK_THROWS_WITH(made(Aggregate::mean), Catch::Contains("has no weight yet"));
    CHECK(made(Aggregate::spread).weight == 1);
    CHECK(made(Aggregate::count).weight == 1);
}

TEST_CASE("no points bind the provider alone") {
    auto rules = small::rules({small::share("a", 1)});
    rules.missing.of(State::not_submitted) = {Policy::zero, "12.3"};
    CHECK(detail::policy_of(rules, rules.indicators[0].measure, State::not_submitted) == Policy::bounds);
    rules.indicators[0].measure.owed_by = Owner::provider;
    CHECK(detail::policy_of(rules, rules.indicators[0].measure, State::not_submitted) == Policy::zero);
}
