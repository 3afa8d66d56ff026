// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_better.hpp>

using namespace small;

TEST_CASE("rules in which better evidence never lowers have nothing to be found") {
    auto made = rules();
    CHECK(found(detail::lint_better, made).empty());
    made.limiters = {limiter(Effect::cap, "Bronze", {"care", Comparison::below, 0.6})};
    CHECK(found(detail::lint_better, made).empty());
    made.limiters = {limiter(Effect::floor, "Gold", {"care", Comparison::below, 0.6})};
    made.higher_is = Face::worse; // there, a low value is the better one
    CHECK(found(detail::lint_better, made).size() == 1);
}

TEST_CASE("a limiter the wrong way round is found with two neighbouring values, and both rate as they say") {
    auto made = rules();
    made.limiters = {limiter(Effect::cap, "Bronze", {"care", Comparison::at_least, 0.6})};
    const auto finding = found(detail::lint_better, made).at(0);
    REQUIRE(finding.witness.inputs.size() == 2);
    const auto& before = finding.witness.inputs[0];
    const auto& after = finding.witness.inputs[1];
    CHECK(before.cells[0].value == 0.59);
    CHECK(after.cells[0].value == 0.6);
    CHECK(after.outcome.band > before.outcome.band);
    const Evaluator evaluator{Framework(made)};
    CHECK(evaluator.evaluate(before.cells) == before.outcome);
    CHECK(evaluator.evaluate(after.cells) == after.outcome);
}

TEST_CASE("what is better is seen from scale, bands and the order of a rating's words, and of other facts is "
          "not known") {
    auto made = rules();
    made.indicators[1].scale = LinearScale{{{0, 100}, {1, 0}}};
    made.ordered_scales = {{"cqc", {"Good", "Poor"}, {}}};
    Measure rating, number;
    rating.id = "cqc";
    rating.value = LatestRating{"cqc"};
    number.id = "days";
    made.facts = {rating, number};
    const Ready ready(made);
    CHECK(detail::higher_is_better(ready.trial, 0) == true);
    CHECK(detail::higher_is_better(ready.trial, 1) == false);
    CHECK(detail::higher_is_better(ready.trial, 2) == false);
    CHECK_FALSE(detail::higher_is_better(ready.trial, 3).has_value());
}
