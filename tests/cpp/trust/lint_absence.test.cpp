// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_absence.hpp>

using namespace small;

namespace {

/// What is found under one policy for `not_submitted`.
std::vector<Finding> under(Policy policy) {
    auto made = rules();
    made.missing.of(State::not_submitted) = {policy, "12.3", 2};
    return found(detail::lint_absence, made);
}

} // namespace

TEST_CASE("policies under which absence helps are named, with the state") {
    for (const auto policy : {Policy::renormalise, Policy::leave_out}) {
        const auto findings = under(policy);
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].rule == LintRule::absence_helps);
        CHECK(findings[0].of == "not_submitted");
    }
    CHECK(under(Policy::interval).at(0).rule == LintRule::absence_narrows);
}

TEST_CASE("bounds, no points and a last value that is carried are fair") {
    for (const auto policy : {Policy::bounds, Policy::zero, Policy::carry_forward}) {
        CHECK(under(policy).empty());
    }
}

TEST_CASE("no coverage is found unless members are required") {
    auto made = rules();
    made.least_coverage = 0;
    CHECK(found(detail::lint_absence, made).at(0).rule == LintRule::no_coverage);
    made.presence.required = {"care"};
    CHECK(found(detail::lint_absence, made).empty());
}
