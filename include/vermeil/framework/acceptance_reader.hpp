// SPDX-License-Identifier: MIT
#pragma once
// Reads the findings of the linter that a framework file accepts.

#include <vermeil/framework/acceptance.hpp>
#include <vermeil/framework/table_reader.hpp>

#include <string>

namespace vermeil::detail {

/// One `[[accepted]]`.
inline Acceptance read_acceptance(TableReader& reader) {
    Acceptance accepted;
    accepted.place = reader.place();
    if (const auto rule = reader.need("rule")) {
        accepted.rule = static_cast<LintRule>(rule->position_in(lint_rule_names));
    }
    if (const auto of = reader.find("of")) {
        const bool is_one = of->node().as<std::string>() != nullptr;
        accepted.of = is_one ? std::vector<std::string>{of->words()} : of->texts();
        if (accepted.of.empty()) {
            of->refuse("a text or a list of one or more texts");
        }
    }
    accepted.because = reader.needed_text("because");
    reader.finish();
    return accepted;
}

} // namespace vermeil::detail
