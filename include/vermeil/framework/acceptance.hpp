// SPDX-License-Identifier: MIT
#pragma once
// A finding of the linter that the authors of a framework know of and stand by.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/lint_rule.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermeil {

/// Accepts what one rule of the linter finds about some things, and says why. It changes no rating.
struct Acceptance {
    LintRule rule = LintRule::no_contract;
    /// Ids of measures or groups, names of bands or states, reasons of limiters; empty: what the rule finds about the
    /// framework as a whole.
    std::vector<std::string> of;
    std::string because; ///< shown beside the finding
    Place place;
    /// By how many bands the witness may move at the most; nothing: by any number.
    std::optional<std::uint32_t> at_most = {};
};

/// Whether what a rule finds has a size: by how many bands its witness moves.
inline bool has_size(LintRule rule) noexcept {
    return rule == LintRule::omission_lifts || rule == LintRule::cliff || rule == LintRule::better_lowers;
}

} // namespace vermeil
