// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/trial_table.hpp>

using namespace small;

namespace {

const detail::TrialRow half{{0.5, State::present, 100, 50}, {0.5, State::present, 100, 50}};

} // namespace

TEST_CASE("rows come out as one after the other would") {
    const Evaluator evaluator{Framework(rules())};
    auto better = half;
    better[1] = {1, State::present, 100, 100};
    const auto outcomes = detail::rated(evaluator, std::vector<detail::TrialRow>{half, better});
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes[0] == evaluator.evaluate(half));
    CHECK(outcomes[1] == evaluator.evaluate(better));
}

TEST_CASE("each change is of the row as it was") {
    const Evaluator evaluator{Framework(rules())};
    const auto outcomes = detail::rated(
        evaluator, half, {{0, {1, State::present, 100, 100}}, {1, {0, State::not_submitted, 100, 50}}});
    CHECK(outcomes[0].lowest_score == 75);
    CHECK(outcomes[1].lowest_score == 25);
    CHECK(outcomes[1].highest_score == 75);
}
