// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/made_up.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/withheld_best.hpp>

using namespace small;

TEST_CASE("the row that gains most becomes one with less, and nothing where nothing gains") {
    const Framework framework = parse_framework(made_up::framework(1), "made-up.toml");
    const detail::Trial trial(framework, {}, nullptr);
    const detail::EveryRow every(trial, detail::Silence(trial));
    const auto found = detail::WithheldBest(trial, every).most();
    REQUIRE(found);
    CHECK(every.is_full(found->first));
    const auto before = every.row(found->first), after = every.row(found->second);
    CHECK(trial.rise(trial.evaluator().evaluate(before).band, trial.evaluator().evaluate(after).band) > 0);
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK((after[i].state != State::present || after[i].value == before[i].value));
    }
    const detail::EveryRow full(trial);
    CHECK_FALSE(detail::WithheldBest(trial, full).most());
}
