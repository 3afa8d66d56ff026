// SPDX-License-Identifier: MIT
#pragma once
// What the linter looks at, and where its checks put what they find.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/trust/finding.hpp>

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::detail {

class Trial;

/// What is given to every check: the framework, and what else is known. A check looks and adds findings.
struct LintSubject {
    const Framework& framework;
    const Rules& rules;
    std::span<const Framework> others; ///< other editions; may be empty
    const MeasureTable* measures;      ///< may be null
    const Trial* trial;                ///< null where nothing can be rated
    std::vector<Finding>& findings;

    /// Notes a finding.
    void find(LintRule rule, const Place& place, std::string of, std::string what, Witness witness,
              std::string mend) const {
        findings.push_back(
            {rule, place, std::move(of), std::move(what), std::move(witness), std::move(mend)});
    }
};

/// A witness in words alone.
inline Witness words(std::string text) { return {std::move(text), {}}; }

} // namespace vermeil::detail
