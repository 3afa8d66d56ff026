// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_acceptance.hpp>

using namespace small;

namespace {

/// What the linter finds in rules that may rest on nothing and that accept something.
std::vector<Finding> with(std::vector<Acceptance> accepted) {
    auto made = rules();
    made.least_coverage = 0;
    made.missing.of(State::unknown).policy = Policy::renormalise;
    made.indicators[0].measure.owed_by = Owner::regulator;
    made.indicators[1].measure.owed_by = Owner::regulator;
    made.accepted = std::move(accepted);
    return lint(Framework(made));
}

std::string why(const std::vector<Finding>& findings, LintRule rule) {
    for (const auto& finding : findings) {
        if (finding.rule == rule) {
            return finding.accepted;
        }
    }
    return "not found";
}

} // namespace

TEST_CASE("an acceptance explains the finding of its rule about what it names, and no other") {
    const auto findings = with({{LintRule::absence_helps, {"unknown"}, "a reason", {}}});
    CHECK(why(findings, LintRule::absence_helps) == "a reason");
    CHECK(why(findings, LintRule::no_coverage).empty());
    CHECK(findings.size() == 2);
}

TEST_CASE("one that names nothing is about the framework as a whole") {
    const auto findings = with(
        {{LintRule::no_coverage, {}, "a reason", {}}, {LintRule::absence_helps, {}, "none", {"f", 9, 1}}});
    CHECK(why(findings, LintRule::no_coverage) == "a reason");
    CHECK(why(findings, LintRule::absence_helps).empty());
    CHECK(findings.back().rule == LintRule::accepts_nothing);
    CHECK(findings.back().place.line == 9);
}

TEST_CASE("a name that nothing needs is told") {
    const auto findings = with({{LintRule::absence_helps, {"unknown", "too_few"}, "a reason", {}}});
    CHECK(why(findings, LintRule::absence_helps) == "a reason");
    CHECK(findings.back().what == "'absence-helps' of too_few is accepted and not found");
}

TEST_CASE("what was not looked for is not missed") {
    CHECK(why(with({{LintRule::weight_never_counts, {"care"}, "a reason", {}}}), LintRule::accepts_nothing) ==
          "not found");
    CHECK(why(with({{LintRule::edition_overlaps, {"2"}, "a reason", {}}}), LintRule::accepts_nothing) ==
          "not found");
    CHECK(why(with({{LintRule::cliff, {"care"}, "a reason", {}}}), LintRule::accepts_nothing).empty());
}

TEST_CASE("an acceptance does not hold once its finding is larger than it says") {
    const Acceptance accepted{LintRule::omission_lifts, {}, "a reason", {}, 1U};
    Finding finding{LintRule::omission_lifts, {}, "", "it lifts the band", {}, ""};
    Shown one, other;
    one.outcome.band = 2;
    other.outcome.band = 1;
    finding.witness.inputs = {one, other};
    auto small_one = finding;
    detail::accept(accepted, small_one);
    CHECK(small_one.accepted == "a reason");
    finding.witness.inputs[1].outcome.band = 0;
    detail::accept(accepted, finding);
    CHECK(finding.accepted.empty());
    CHECK(finding.what == "it lifts the band; accepted where it is 1 band at the most, and it is 2 now");
}
