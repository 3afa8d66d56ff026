// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/limiter_trial.hpp>

using namespace small;

namespace {

const Condition low("care", Comparison::below, 0.6);

/// Care alone in a group with bands.
Rules grouped(std::vector<Limiter> limiters) {
    auto made = rules();
    made.groups = {{"people", "", "", Aggregate::mean, 1.0, {}}};
    made.groups[0].bands = {{"Sound", 50, Tie::in, {}}, {"Weak", {}, Tie::in, {}}};
    made.groups[0].limiters = std::move(limiters);
    made.indicators[0].within = "people";
    return made;
}

Condition members(Comparison comparison, double number) {
    return Comparing{{Subject::Kind::group, "people", Aspect::n}, comparison, number};
}

} // namespace

TEST_CASE("every limiter is tried on the same rows, at its place") {
    auto made = rules();
    made.limiters = {limiter(Effect::cap, "Bronze", low), limiter(Effect::cap, "Silver", low),
                     limiter(Effect::cap, "Bronze", {"care", Comparison::above, 60})};
    const Ready ready(made);
    const detail::LimiterTrial trial(ready.trial);
    CHECK(trial.of({}, 0).bites > 0);
    CHECK(trial.of({}, 0).rows > trial.of({}, 0).fires);
    CHECK(trial.of({}, 1).fires > 0);
    CHECK(trial.of({}, 1).bites == 0);
    CHECK(trial.of({}, 2).fires == 0);
    CHECK(ready.trial.evaluator().evaluate(trial.of({}, 1).fired->cells) == trial.of({}, 1).fired->outcome);
}

TEST_CASE("the limiters of a group change its own band") {
    const Ready ready(grouped({limiter(Effect::cap, "Weak", low), limiter(Effect::cap, "Sound", low)}));
    const detail::LimiterTrial trial(ready.trial);
    CHECK(trial.of(0, 0).bites > 0);
    CHECK(trial.of(0, 1).fires > 0);
    CHECK(trial.of(0, 1).bites == 0);
}

TEST_CASE("what asks how much is known is tried on rows with gaps") {
    auto made = grouped({});
    made.limiters = {limiter(Effect::cap, "Bronze", members(Comparison::below, 1)),
                     limiter(Effect::cap, "Bronze", members(Comparison::above, 1))};
    const Ready ready(made);
    const detail::LimiterTrial trial(ready.trial);
    CHECK(detail::asks_of_absence(made, made.limiters[0].when));
    CHECK_FALSE(detail::asks_of_absence(made, low));
    CHECK(trial.of({}, 0).fires > 0);
    CHECK(trial.of({}, 1).fires == 0);
}
