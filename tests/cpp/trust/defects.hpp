// SPDX-License-Identifier: MIT
#pragma once
// The table of seeded defects, and frameworks that tests write in a few lines.

#include "csv.hpp"

#include <vermeil/framework/read_measures.hpp>
#include <vermeil/framework/toml.hpp>
#include <vermeil/trust/lint.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace defects {

inline std::string root() {
    return (std::filesystem::path(__FILE__).parent_path() / ".." / ".." / "..").string();
}

/// A text with one other, which stands in it once, replaced.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto found = text.find(from);
    if (found == std::string::npos || text.find(from, found + 1) != std::string::npos) {
        throw std::runtime_error("does not stand in the text once: " + from);
    }
    return text.replace(found, from.size(), to);
}

/// One entry of a table of texts.
inline std::string entry(const toml::table& given, const char* key) {
    return given[key].value_or(std::string());
}

/// One case of the table.
struct Case {
    std::string name, text, rule, of, at, witness;
    std::vector<std::string> also;
    std::string measures; ///< as CSV; empty where there are none
    std::string other;    ///< another edition; empty where there is none

    /// The line on which `at` begins.
    [[nodiscard]] unsigned line() const {
        const auto found = text.find(at);
        if (found == std::string::npos) {
            throw std::runtime_error(name + " does not hold: " + at);
        }
        return 1 +
               static_cast<unsigned>(std::count(text.begin(), text.begin() + static_cast<long>(found), '\n'));
    }
};

inline Case read(const toml::table& given, const std::string& base) {
    Case made{entry(given, "name"),
              given["text"].value_or(base),
              entry(given, "rule"),
              entry(given, "of"),
              entry(given, "at"),
              entry(given, "witness"),
              {},
              entry(given, "measures"),
              ""};
    if (const auto* before = given["before"].as_array()) {
        made.text =
            replaced(made.text, (*before)[0].value_or(std::string()), (*before)[1].value_or(std::string()));
    }
    if (given.contains("replace")) {
        made.text = replaced(made.text, entry(given, "replace"), entry(given, "with"));
    }
    made.text += entry(given, "append");
    if (const auto* also = given["also"].as_array()) {
        for (const auto& each : *also) {
            made.also.push_back(each.value_or(std::string()));
        }
    }
    if (const auto* changes = given["other"].as_array()) {
        made.other = base;
        for (const auto& each : *changes) {
            const auto& pair = *each.as_array();
            made.other =
                replaced(made.other, pair[0].value_or(std::string()), pair[1].value_or(std::string()));
        }
    }
    return made;
}

/// The cases under one key: `case` or `sound`.
inline std::vector<Case> cases(const char* key) {
    const auto table = toml::parse_file(root() + "/tests/data/lint_defects.toml");
    const auto base = table["base"].value_or(std::string());
    std::vector<Case> made;
    for (const auto& each : *table[key].as_array()) {
        made.push_back(read(*each.as_table(), base));
    }
    return made;
}

/// The framework in which nothing is to be found.
inline std::string base() {
    return entry(toml::parse_file(root() + "/tests/data/lint_defects.toml"), "base");
}

/// What the linter finds in a case.
inline std::vector<vermeil::Finding> findings(const Case& given) {
    const auto framework = vermeil::parse_framework(given.text, "case.toml");
    std::vector<vermeil::Framework> others;
    if (!given.other.empty()) {
        others.push_back(vermeil::parse_framework(given.other, "other.toml"));
    }
    if (given.measures.empty()) {
        return vermeil::lint(framework, others);
    }
    const auto measured =
        vermeil::read_measures(framework, csv::table("measures", given.measures), "service", std::nullopt);
    return vermeil::lint(framework, measured.table, others);
}

/// What the linter finds in a text.
inline std::vector<vermeil::Finding> findings(const std::string& text) {
    Case made;
    made.text = text;
    return findings(made);
}

/// The findings of one rule.
inline std::vector<vermeil::Finding> of_rule(const std::vector<vermeil::Finding>& all,
                                             vermeil::LintRule rule) {
    std::vector<vermeil::Finding> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                 [&](const auto& finding) { return finding.rule == rule; });
    return some;
}

/// What the linter finds by one rule in the sound framework with one change.
inline std::vector<vermeil::Finding> found(vermeil::LintRule rule, const std::string& from,
                                           const std::string& to) {
    return of_rule(findings(replaced(base(), from, to)), rule);
}

} // namespace defects
