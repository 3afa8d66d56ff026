// SPDX-License-Identifier: MIT
#pragma once
// Findings that the framework's own text accepts, and acceptances that accept nothing.

#include <vermeil/trust/lint_subject.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace vermeil::detail {

/// Whether an acceptance speaks of a finding.
inline bool accepts(const Acceptance& acceptance, const Finding& finding) {
    const auto& of = acceptance.of;
    const bool named =
        of.empty() ? finding.of.empty() : std::find(of.begin(), of.end(), finding.of) != of.end();
    return acceptance.rule == finding.rule && named;
}

/// Whether what a rule finds was looked for.
inline bool was_looked_for(const LintSubject& about, LintRule rule) {
    switch (entry(rule).needs) {
    case LintNeeds::trial:
        return about.trial != nullptr;
    case LintNeeds::measures:
        return about.measures != nullptr;
    case LintNeeds::editions:
        return !about.others.empty();
    case LintNeeds::nothing:
        break;
    }
    return true;
}

/// Marks a finding that is not larger than its acceptance says; of a larger one it says by how much.
inline void accept(const Acceptance& acceptance, Finding& finding) {
    if (!acceptance.at_most || finding.size() <= *acceptance.at_most) {
        finding.accepted = acceptance.because;
        return;
    }
    finding.what += "; accepted where it is " + std::to_string(*acceptance.at_most) +
                    (*acceptance.at_most == 1 ? " band" : " bands") + " at the most, and it is " +
                    std::to_string(finding.size()) + " now";
}

/// Marks what is accepted, and finds the acceptances, or names in them, that nothing needs. What was not looked for, since
/// no table or edition was given, is not missed.
inline void lint_accepted(const LintSubject& about) {
    for (const auto& acceptance : about.rules.accepted) {
        std::vector<std::string> idle = acceptance.of.empty() ? std::vector<std::string>{""} : acceptance.of;
        for (auto& finding : about.findings) {
            if (accepts(acceptance, finding)) {
                accept(acceptance, finding);
                idle.erase(std::remove(idle.begin(), idle.end(), finding.of), idle.end());
            }
        }
        if (was_looked_for(about, acceptance.rule) && !idle.empty()) {
            const auto rule = quoted(to_string(acceptance.rule));
            const auto of = idle.front().empty() ? "" : " of " + joined(idle, " and ");
            about.find(LintRule::accepts_nothing, acceptance.place, std::string(to_string(acceptance.rule)),
                       rule + of + " is accepted and not found", words("the linter finds no " + rule + of),
                       "leave the acceptance out, or look at what it names");
        }
    }
}

} // namespace vermeil::detail
