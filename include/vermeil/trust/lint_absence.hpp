// SPDX-License-Identifier: MIT
#pragma once
// Checks of what the rules do about absent values, as far as their text shows it.

#include <vermeil/core/wording.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/trust/lint_subject.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

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

/// Adds whatever finds its points or its cuts among the scores of the peers.
inline void add_comparing_nodes(const Rules& rules, std::vector<std::pair<Place, std::string>>& comparing) {
    const auto add = [&](const Cuts& cuts, const Place& around, const std::string& of) {
        if (cuts.by != Cuts::By::scores) {
            comparing.emplace_back(place_or(cuts.place, around), "the cuts of the bands of " + of);
        }
    };
    for (const auto& group : rules.groups) {
        if (group.relative) {
            comparing.emplace_back(group.place, "the scale of the group " + quoted(group.id));
        }
        add(group.cuts, group.place, "the group " + quoted(group.id));
    }
    add(rules.cuts, rules.place, "the whole");
}

/// Scales of measures and groups, and cuts of bands, that compare a service with its peers.
inline void lint_peers(const LintSubject& about) {
    const auto& rules = about.rules;
    std::vector<std::pair<Place, std::string>> comparing;
    std::string first;
    for (const auto& each : rules.indicators) {
        if (each.relative && each.measure.live) {
            first = first.empty() ? quoted(each.measure.id) : first;
            comparing.emplace_back(each.measure.place, "");
        }
    }
    const auto count = comparing.size();
    add_comparing_nodes(rules, comparing);
    if (comparing.empty()) {
        return;
    }
    std::vector<std::string> which;
    if (count > 0) {
        which.push_back(std::to_string(count) + (count == 1 ? " measure" : " measures") + ", the first " +
                        first);
    }
    for (auto i = count; i < comparing.size(); ++i) {
        which.push_back(comparing[i].second);
    }
    about.find(
        LintRule::absence_among_peers, comparing.front().first, "",
        count > 0
            ? "a scale compares a service with its peers, so whoever withholds a value moves what the "
              "others' values earn"
            : "scores are compared with those of the peers, so whoever withholds a value moves what the "
              "others' scores lead to",
        words(joined(which, "; ") +
              (count > 0
                   ? "; an absent value is taken between the ends of those that were seen and may be worse"
                   : "")),
        "use a scale of its own points, or keep the norms of an earlier quarter");
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
    lint_peers(about);
    if (rules.least_coverage == 0 && !rules.presence.asks()) {
        about.find(LintRule::no_coverage, rules.place, "", "a rating may stand on no evidence at all",
                   words("least_coverage is 0, and no member is required"),
                   "set least_coverage above 0, such as 0.6");
    }
}

} // namespace vermeil::detail
