// SPDX-License-Identifier: MIT
#pragma once
// Reads the findings of the linter that a framework file accepts.

#include <vermeil/framework/acceptance.hpp>
#include <vermeil/framework/requirement.hpp>
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
    if (const auto at_most = reader.find("at_most")) {
        accepted.at_most = at_most->whole(1, 99);
        require(has_size(accepted.rule), at_most->place(),
                quoted(to_string(accepted.rule)) + " finds nothing that has a size; at_most is for "
                                                   "'omission-lifts', 'cliff' and 'better-lowers'");
    }
    accepted.because = reader.needed_text("because");
    reader.finish();
    return accepted;
}

} // namespace vermeil::detail
