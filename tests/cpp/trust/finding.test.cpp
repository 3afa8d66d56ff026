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

TEST_CASE("the size of a finding is by how many bands its witness moves") {
    Finding finding{LintRule::cliff, {}, "", "", {}, ""};
    CHECK(finding.size() == 0);
    finding.witness.inputs.resize(2);
    finding.witness.inputs[0].outcome.band = 3;
    finding.witness.inputs[1].outcome.band = 1;
    CHECK(finding.size() == 2);
    finding.witness.inputs[1].outcome.band = no_band;
    CHECK(finding.size() == 0);
}
