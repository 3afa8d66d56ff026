// SPDX-License-Identifier: MIT
#pragma once
// Checks of what the rules do about absent values, as far as their text shows it.

#include <vermeil/core/wording.hpp>
#include <vermeil/trust/lint_subject.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace vermeil::detail {

inline constexpr const char* use_bounds =
    "use 'bounds', which rates with the absent measure at its worst and at its best";

/// The policies of one state under which its absence can help.
inline void lint_policy(const LintSubject& about, State state) {
    const auto policy = about.rules.missing.of(state).policy;
    const bool outside = state == State::not_applicable || state == State::not_yet_live;
    const auto name = std::string(to_string(state));
    const auto helps = [&](const std::string& what, const std::string& witness) {
        about.find(LintRule::absence_helps, about.rules.place, name, what, words(witness), use_bounds);
    };
    if (policy == Policy::renormalise) {
        helps("under 'renormalise', withholding a bad result can raise a score (" + name + ")",
              "the weights of the others are stretched over what is absent");
    } else if (policy == Policy::peer_mean) {
        helps("under 'peer_mean', whoever is worse than its peers gains by withholding (" + name + ")",
              "the mean of the peers' values stands in for what is absent");
    } else if (policy == Policy::leave_out && !outside) {
        helps("a measure that is '" + name +
                  "' leaves the denominator and the coverage, so its absence can raise a score",
              "neither the score nor the coverage shows that something is absent");
    } else if (policy == Policy::interval) {
        about.find(
            LintRule::absence_narrows, about.rules.place, name,
            "under 'interval', whoever chooses which answers to hand in can narrow what is possible (" +
                name + ")",
            words("the interval rests on the answers that came, chosen or not"),
            "use 'bounds' where the provider collects the answers itself");
    }
}

/// A weight that stands where the service's own is absent.
inline void lint_weight_otherwise(const LintSubject& about, const std::string& of,
                                  const std::optional<WeightColumn>& column) {
    if (column && column->otherwise) {
        about.find(LintRule::absence_helps, column->place, of,
                   "whoever withholds " + quoted(column->measure) + " chooses what " + quoted(of) + " weighs",
                   words("without a value it weighs " + shortest(*column->otherwise)),
                   "leave 'otherwise' out, and a service without a weight is Not rated");
    }
}

/// Policies under which absence helps, scales that end at the peers' values, ratings that may rest on nothing.
inline void lint_absence(const LintSubject& about) {
    const auto& rules = about.rules;
    for (std::size_t i = 1; i < state_count; ++i) {
        lint_policy(about, static_cast<State>(i));
    }
    for (const auto& indicator : rules.indicators) {
        lint_weight_otherwise(about, indicator.measure.id, indicator.weighed_by);
    }
    for (const auto& group : rules.groups) {
        lint_weight_otherwise(about, group.id, group.weighed_by);
    }
    const auto relative = std::find_if(rules.indicators.begin(), rules.indicators.end(),
                                       [](const auto& each) { return each.relative && each.measure.live; });
    if (relative != rules.indicators.end()) {
        const auto count = std::count_if(rules.indicators.begin(), rules.indicators.end(),
                                         [](const auto& each) { return each.relative.has_value(); });
        about.find(
            LintRule::absence_among_peers, relative->measure.place, "",
            "a scale compares a service with its peers, so whoever withholds a value moves what the "
            "others' values earn",
            words(std::to_string(count) + (count == 1 ? " measure" : " measures") + ", the first " +
                  quoted(relative->measure.id) +
                  "; an absent value is taken between the ends of those that were seen and may be worse"),
            "use a scale of its own points, or keep the norms of an earlier quarter");
    }
    if (rules.least_coverage == 0 && !rules.presence.asks()) {
        about.find(LintRule::no_coverage, rules.place, "", "a rating may stand on no evidence at all",
                   words("least_coverage is 0, and no member is required"),
                   "set least_coverage above 0, such as 0.6");
    }
}

} // namespace vermeil::detail
