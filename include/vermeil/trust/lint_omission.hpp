// SPDX-License-Identifier: MIT
#pragma once
// A check by trial: the most that a band can rise by leaving something out, and what.

#include <vermeil/trust/lint_subject.hpp>
#include <vermeil/trust/lint_words.hpp>
#include <vermeil/trust/omission_search.hpp>
#include <vermeil/trust/trial.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace vermeil::detail {

/// The names of the measures that are there in one row and not, or changed, in another.
inline std::vector<std::string> left_out(const Framework& framework, const OmissionSearch::Found& found) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < found.before.cells.size(); ++i) {
        const auto& left = found.before.cells[i];
        const auto& right = found.after.cells[i];
        if (left.state != right.state || left.n != right.n) {
            names.push_back(framework.measures()[i].id);
        }
    }
    return names;
}

/// The most that a band can rise by leaving something out; `at least` where not every row could be tried.
inline void lint_omission(const LintSubject& about) {
    const auto found = OmissionSearch(*about.trial).run();
    if (!found) {
        return;
    }
    const auto names = left_out(about.framework, *found);
    const auto bands = std::string(found->exact ? "" : "at least ") + std::to_string(found->rise) +
                       (found->rise == 1 ? " band" : " bands");
    about.find(LintRule::omission_lifts, about.rules.place, "",
               "leaving out " + joined(names, " and ") + " can lift the band by " + bands + ", with " +
                   as_percent(found->after.outcome.coverage) + " of the weight known",
               {difference(about.framework, found->before, found->after), {found->before, found->after}},
               "use 'bounds' for the states that a provider can bring about, or require the measure");
}

} // namespace vermeil::detail
