// SPDX-License-Identifier: MIT
#pragma once
// Checks of what counts: weights that are not agreed, that never count, and shares that rest on one answer.

#include <vermeil/trust/lint_subject.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

namespace vermeil::detail {

/// The aggregate of the node in which a measure stands.
inline Aggregate aggregate_around(const Rules& rules, const Indicator& indicator) {
    const auto* group = find_group(rules, indicator.within);
    return group != nullptr ? group->aggregate : rules.aggregate;
}

/// Of how many services of a table a measure counts, and the largest base of those of which it does not.
struct AnswersSeen {
    std::size_t services = 0;
    std::size_t largest = 0; ///< the row with the largest base
    std::uint32_t n = 0;     ///< that base
};

/// Where a measure has a value on a base of its least n or more.
inline AnswersSeen counted(const MeasureColumn& column, std::uint32_t least_n) {
    AnswersSeen made;
    for (std::size_t row = 0; row < column.value.size(); ++row) {
        const auto cell = column.cell(row);
        const bool enough = least_n == 0 || column.n.empty() || cell.n >= least_n;
        made.services += cell.state == State::present && enough ? 1 : 0;
        if (cell.n > made.n) {
            made.n = cell.n;
            made.largest = row;
        }
    }
    return made;
}

/// A weight that never counts in the table that was given.
inline void lint_counted(const LintSubject& about, const Indicator& indicator) {
    const auto& measure = indicator.measure;
    const auto* column = about.measures != nullptr ? about.measures->find(measure.id) : nullptr;
    if (!measure.live || column == nullptr || column->value.empty()) {
        return;
    }
    const auto made = counted(*column, measure.least_n);
    if (made.services > 0) {
        return;
    }
    const auto services = std::to_string(column->value.size()) + " services";
    const auto of = " of measure " + quoted(measure.id);
    const bool few = made.n > 0 && made.n < measure.least_n;
    about.find(LintRule::weight_never_counts, measure.place, measure.id,
               few ? "the weight" + of + " never counts: no service reaches its least n of " +
                         std::to_string(measure.least_n)
                   : "the weight" + of + " never counts: no service has a value",
               words(few ? "of " + services + " the largest base is " + std::to_string(made.n) + ", of " +
                               quoted(about.measures->services()[made.largest])
                         : "none of " + services),
               few ? "pool more quarters, lower the least n, or give the weight to others"
                   : "say live = false until there are values");
}

/// Weights that are missing, and measures of which a single answer decides.
inline void lint_weights(const LintSubject& about) {
    for (const auto& indicator : about.rules.indicators) {
        const auto& measure = indicator.measure;
        if (!indicator.weight && !indicator.weighed_by && is_mean(aggregate_around(about.rules, indicator))) {
            about.find(LintRule::no_weight, measure.place, measure.id,
                       "measure " + quoted(measure.id) + " has no weight, so nothing can be rated yet",
                       words("a mean divides by weights"), "agree on a weight above 0");
        }
        if (std::holds_alternative<SurveyShare>(measure.value) && measure.live && measure.least_n < 2) {
            about.find(LintRule::one_answer, measure.place, measure.id,
                       "measure " + quoted(measure.id) + " has no least n: a single answer decides it",
                       words("1 of 1 answers is 100 %, 0 of 1 is 0 %"), "set least_n, such as 10");
        }
        lint_counted(about, indicator);
    }
}

} // namespace vermeil::detail
