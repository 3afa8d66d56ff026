// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/limiter_plan.hpp>

using namespace vermeil;

TEST_CASE("a cap bounds from above, a floor from below, a set from both") {
    const Framework framework(small::three_measures());
    const auto plan = [&](Effect effect) {
        Questions questions(framework);
        return limiter_plan(questions, framework.rules().bands,
                            small::limiter(effect, "Silver", "dignity", "x"));
    };
    CHECK(plan(Effect::cap).best == 1);
    CHECK(plan(Effect::cap).worst == 2);
    CHECK(plan(Effect::floor).best == 0);
    CHECK(plan(Effect::floor).worst == 1);
    CHECK(plan(Effect::set).best == 1);
    CHECK(plan(Effect::set).worst == 1);
    CHECK(plan(Effect::set).sets);
    CHECK(plan(Effect::withhold).withholds);
    CHECK_FALSE(plan(Effect::up).most_up);
    CHECK(plan(Effect::at_most_up).most_up == 1);
}
