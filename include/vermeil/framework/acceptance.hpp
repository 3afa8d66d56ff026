// SPDX-License-Identifier: MIT
#pragma once
// A finding of the linter that the authors of a framework know of and stand by.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/lint_rule.hpp>

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
};

} // namespace vermeil
