// SPDX-License-Identifier: MIT

#include "catch.hpp"

#include <vermeil/trust/finding.hpp>

using namespace vermeil;

TEST_CASE("a finding asks for something unless it is a note or accepted") {
    Finding finding{LintRule::no_contract, {}, "", "what", {}, "mend"};
    CHECK(finding.severity() == Severity::warning);
    CHECK(finding.asks());
    finding.accepted = "a reason";
    CHECK_FALSE(finding.asks());
    finding = Finding{LintRule::not_approved, {}, "", "what", {}, "mend"};
    CHECK_FALSE(finding.asks());
}
