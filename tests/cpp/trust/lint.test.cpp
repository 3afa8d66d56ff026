// SPDX-License-Identifier: MIT
// Seeded defects, none missed; sound frameworks, nothing found; and witnesses that show what they say.

#include "catch.hpp"
#include "trust/defects.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

/// The names of the rules that found something.
std::set<std::string> rules_of(const std::vector<Finding>& findings) {
    std::set<std::string> names;
    for (const auto& finding : findings) {
        names.emplace(to_string(finding.rule));
    }
    return names;
}

bool is_meant(const defects::Case& given, const Finding& finding) {
    return to_string(finding.rule) == given.rule && finding.of == given.of &&
           finding.place.line == given.line() &&
           finding.witness.text.find(given.witness) != std::string::npos && !finding.mend.empty();
}

/// Every framework that is shipped.
std::vector<std::string> shipped() {
    std::vector<std::string> paths{defects::root() + "/python/vermeil/starter.toml"};
    for (const auto* folder : {"/examples/frameworks", "/tests/conformance/frameworks"}) {
        for (const auto& entry : std::filesystem::directory_iterator(defects::root() + folder)) {
            if (entry.path().extension() == ".toml") {
                paths.push_back(entry.path().string());
            }
        }
    }
    return paths;
}

} // namespace

TEST_CASE("each seeded defect is found, at its line and with its witness, and nothing else is") {
    const auto cases = defects::cases("case");
    CHECK(cases.size() >= 60);
    for (const auto& given : cases) {
        INFO(given.name);
        const auto findings = defects::findings(given);
        CHECK(std::any_of(findings.begin(), findings.end(),
                          [&](const auto& finding) { return is_meant(given, finding); }));
        std::set<std::string> expected(given.also.begin(), given.also.end());
        expected.insert(given.rule);
        CHECK(rules_of(findings) == expected);
    }
}

TEST_CASE("every rule that a file can break has a seeded defect") {
    std::set<std::string> seeded;
    for (const auto& given : defects::cases("case")) {
        seeded.insert(given.rule);
    }
    for (const auto& rule : lint_rules) {
        INFO(rule.name);
        CHECK((seeded.count(std::string(rule.name)) == 1 || rule.name == "limiter-unexplained"));
    }
}

TEST_CASE("nothing is found in sound frameworks") {
    CHECK(rules_of(defects::findings(defects::base())).empty());
    for (const auto& given : defects::cases("sound")) {
        INFO(given.name);
        CHECK(rules_of(defects::findings(given)).empty());
    }
}

TEST_CASE("every input of a witness comes out as the finding says") {
    std::size_t shown = 0;
    for (const auto& given : defects::cases("case")) {
        const auto framework = parse_framework(given.text, "case.toml");
        if (!given.measures.empty() && framework.is_relative()) {
            continue; // its norms are the table's
        }
        for (const auto& finding : defects::findings(given)) {
            for (const auto& input : finding.witness.inputs) {
                INFO(given.name + ": " + finding.witness.text);
                CHECK(Evaluator(framework).evaluate(input.cells) == input.outcome);
                ++shown;
            }
        }
    }
    CHECK(shown >= 60);
}

TEST_CASE("the linter says the same each time") {
    const auto first = defects::findings(defects::cases("case")[10]);
    const auto second = defects::findings(defects::cases("case")[10]);
    REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK(first[i].witness.text == second[i].witness.text);
    }
}

TEST_CASE("every finding on a shipped framework is explained in its file") {
    const auto paths = shipped();
    CHECK(paths.size() >= 20);
    for (const auto& path : paths) {
        for (const auto& finding : lint(load_framework(path))) {
            INFO(to_string(finding.place) + ": " + std::string(to_string(finding.rule)) + " of " +
                 finding.of + ": " + finding.what + "; " + finding.witness.text);
            CHECK_FALSE(finding.accepted.empty());
        }
    }
}

TEST_CASE("a framework whose weights are not agreed is read and not tried") {
    const auto text =
        defects::replaced(defects::base(), "owed_by = \"regulator\"\nweight = 1", "owed_by = \"regulator\"");
    const auto findings = defects::findings(text);
    CHECK(rules_of(findings) == std::set<std::string>{"no-weight"});
    CHECK(findings.front().severity() == Severity::error);
    CHECK(findings.front().asks());
}
