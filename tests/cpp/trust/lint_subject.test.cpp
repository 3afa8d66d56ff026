// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "trust/small.hpp"

#include <vermeil/trust/lint_subject.hpp>

using namespace small;

TEST_CASE("a check notes what it finds in the order in which it finds it") {
    const Framework framework(rules());
    std::vector<Finding> findings;
    const detail::LintSubject about{framework, framework.rules(), {}, nullptr, nullptr, findings};
    about.find(LintRule::no_contract, {"file", 3, 1}, "", "what", detail::words("shown"), "mend");
    about.find(LintRule::flat_scale, {}, "care", "what", {}, "mend");
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].place.line == 3);
    CHECK(findings[0].witness.text == "shown");
    CHECK(findings[1].of == "care");
}
