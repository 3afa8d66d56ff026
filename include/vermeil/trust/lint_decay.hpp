// SPDX-License-Identifier: MIT
#pragma once
// A check of what decays: notices that fade while they are open, and counts that fall below their first step in a day.

#include <vermeil/framework/risk_checks.hpp>
#include <vermeil/trust/lint_subject.hpp>

#include <string>
#include <variant>

namespace vermeil::detail {

/// A notice that stands open is as grave on its last day as on its first.
inline void lint_open_decay(const LintSubject& about, const Indicator& indicator) {
    const auto& measure = indicator.measure;
    if (std::holds_alternative<EventOpen>(measure.value) && decays(decay_of(measure))) {
        about.find(LintRule::decay_misleads, measure.place, measure.id,
                   "the points of measure " + quoted(measure.id) + " fade while it stands open",
                   words("it asks whether one is open, and decays by the day on which it began"),
                   "leave out the decay, or count events in a look-back with it");
    }
}

/// A number of events that decays is a fraction the day after; under steps from 1 on it then earns what none earns.
inline void lint_step_decay(const LintSubject& about, const Indicator& indicator) {
    const auto& measure = indicator.measure;
    const auto decay = decay_of(measure);
    const auto* steps = std::get_if<StepScale>(&indicator.scale);
    const bool counts = std::holds_alternative<EventCount>(measure.value);
    if (counts && std::holds_alternative<HalfLife>(decay) && steps != nullptr && !indicator.relative) {
        about.find(
            LintRule::decay_misleads, measure.place, measure.id,
            "a number of events that decays meets the steps of measure " + quoted(measure.id),
            words("the day after it happened an event counts as less than 1, and the steps begin at " +
                  shortest(steps->steps.front().value)),
            "draw a line instead, such as linear = [[0, 0], [1, 5], [3, 15]], or let it decay in steps");
    }
}

/// Decay that earns something else than it seems to.
inline void lint_decay(const LintSubject& about) {
    for (const auto& indicator : about.rules.indicators) {
        lint_open_decay(about, indicator);
        lint_step_decay(about, indicator);
    }
}

} // namespace vermeil::detail
