// SPDX-License-Identifier: MIT

#include "catch.hpp"

#include <vermeil/framework/lint_rule.hpp>

#include <set>

using namespace vermeil;

TEST_CASE("every rule has a name of its own, which is read back as the rule") {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < lint_rules.size(); ++i) {
        const auto rule = static_cast<LintRule>(i);
        CHECK(seen.insert(to_string(rule)).second);
        CHECK(read_lint_rule(to_string(rule)) == rule);
        CHECK(lint_rule_names[i] == to_string(rule));
    }
    CHECK_FALSE(read_lint_rule("no-such-rule"));
}

TEST_CASE("names, severities and needs stand in the order of the rules") {
    CHECK(to_string(LintRule::omission_lifts) == "omission-lifts");
    CHECK(entry(LintRule::better_lowers).severity == Severity::error);
    CHECK(entry(LintRule::weight_never_counts).needs == LintNeeds::measures);
    CHECK(entry(LintRule::accepts_nothing).needs == LintNeeds::nothing);
    CHECK(to_string(Severity::note) == "note");
}
