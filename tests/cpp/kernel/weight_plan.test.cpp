// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/weight_plan.hpp>

using namespace vermeil;

TEST_CASE("a column of weights is found by its position") {
    auto rules = small::three_measures();
    rules.facts = {small::fact("beds")};
    const Framework framework(rules);
    CHECK(weight_plan(framework, WeightColumn{"beds", 2.0})->measure == 3);
    CHECK(weight_plan(framework, WeightColumn{"beds", 2.0})->otherwise == 2.0);
    CHECK_FALSE(weight_plan(framework, {}));
}
