// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_omission.hpp>

using namespace small;

namespace {

/// Three shares of weights 8, 1 and 1 under one policy for what was not handed in.
Rules under(Policy policy, double least_coverage = 0) {
    auto made = rules();
    made.indicators = {share("main", 8), share("side"), share("other")};
    made.missing.of(State::not_submitted).policy = policy;
    made.least_coverage = least_coverage;
    return made;
}

} // namespace

TEST_CASE("under bounds, silence never lifts a band") {
    CHECK(found(detail::lint_omission, under(Policy::bounds)).empty());
}

TEST_CASE("under renormalise, withholding the bad result lifts, and both inputs rate as they say") {
    const auto made = under(Policy::renormalise);
    const auto finding = found(detail::lint_omission, made).at(0);
    REQUIRE(finding.witness.inputs.size() == 2);
    const auto& before = finding.witness.inputs[0];
    const auto& after = finding.witness.inputs[1];
    CHECK(before.outcome.band == 2);
    CHECK(after.outcome.band == 0);
    CHECK(after.cells[0].state == State::not_submitted);
    const Evaluator evaluator{Framework(made)};
    CHECK(evaluator.evaluate(before.cells) == before.outcome);
    CHECK(evaluator.evaluate(after.cells) == after.outcome);
}

TEST_CASE("a coverage by weight stops what is withheld in bulk") {
    const auto few = found(detail::lint_omission, under(Policy::renormalise, 0.85));
    REQUIRE(few.size() == 1);
    CHECK(few[0].witness.inputs[1].outcome.coverage >= 0.85);
    CHECK(found(detail::lint_omission, under(Policy::renormalise, 0.95)).empty());
}

TEST_CASE("what the regulator owes cannot be held back") {
    auto made = under(Policy::renormalise);
    for (auto& indicator : made.indicators) {
        indicator.measure.owed_by = Owner::regulator;
    }
    CHECK(found(detail::lint_omission, made).empty());
}

TEST_CASE("an interval lets chosen answers lift") {
    auto made = rules();
    made.indicators[1].weight = 4;
    made.least_coverage = 0.2;
    made.missing.of(State::too_few).policy = Policy::interval;
    const auto finding = found(detail::lint_omission, made).at(0);
    CHECK(finding.witness.text.find("9 of 9") != std::string::npos);
}

TEST_CASE("several measures are left out one after the other while each step gains") {
    auto made = rules();
    made.aggregate = Aggregate::minimum;
    made.indicators = {share("a"), share("b"), share("c")};
    made.missing.of(State::unknown).policy = Policy::leave_out;
    const auto finding = found(detail::lint_omission, made).at(0);
    CHECK(finding.witness.inputs[1].outcome.band == 0);
    CHECK(finding.what.find("2 bands") != std::string::npos);
}
