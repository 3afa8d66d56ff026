// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/group_plan.hpp>
#include <vermeil/kernel/program.hpp>

using namespace vermeil;

namespace {

GroupPlan plan(const Group& group) {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.groups = {group};
    rules.indicators[0].within = rules.indicators[1].within = group.id;
    const Framework framework(rules);
    return Program(framework).groups().at(0);
}

} // namespace

TEST_CASE("a plain mean merges into its parent; a weight, a scale or a needed member forbids it") {
    Group group{"g", "", "", Aggregate::mean, {}, {}};
    CHECK(plan(group).merges);
    CHECK_FALSE(plan(group).finishes());
    group.scale = StepScale{{{50, 4}}, 1};
    CHECK_FALSE(plan(group).merges);
    CHECK(plan(group).range.fewest == 1);
    CHECK(plan(group).range.most == 4);
    group.scale.reset();
    group.presence.least_members = 2;
    CHECK_FALSE(plan(group).merges);
    CHECK(plan(group).finishes());
    CHECK(plan(group).range.most == 100);
    group.presence = {};
    group.weight = 2;
    CHECK_FALSE(plan(group).merges);
}

TEST_CASE("a product has the range of the products of its members") {
    Group group{"g", "", "", Aggregate::product, {}, {}};
    const auto made = plan(group);
    CHECK_FALSE(made.merges);
    CHECK(made.range.fewest == 0);
    CHECK(made.range.most == 10000);
}
