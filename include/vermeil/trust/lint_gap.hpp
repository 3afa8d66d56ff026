// SPDX-License-Identifier: MIT
#pragma once
// A check of the numbers that bands and limiters name: gaps between them that an unrounded score falls into.

#include <vermeil/core/snap.hpp>
#include <vermeil/trust/lint_subject.hpp>
#include <vermeil/trust/lint_words.hpp>
#include <vermeil/trust/trial.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// How far apart the scores are that a rounding leaves.
inline double step_of(const Rounding& rounding) noexcept {
    return rounding.to > 0 ? rounding.to : std::pow(10.0, -static_cast<double>(rounding.decimals));
}

/// Whether any score between two others can stand under a rounding.
inline bool grid_between(const std::optional<Rounding>& rounding, double from, double to, Tie from_tie,
                         Tie to_tie) {
    if (!rounding) {
        return from < to;
    }
    const double first = std::ceil(snapped(from / step_of(*rounding)));
    const bool equals = first == snapped(from / step_of(*rounding));
    const double least = equals && from_tie == Tie::out ? first + 1 : first;
    const double end = snapped(to / step_of(*rounding));
    return to_tie == Tie::in ? least < end : least <= end;
}

/// The rounding of a node's score; nothing where it is not rounded.
inline std::optional<Rounding> rounding_of(const Rules& rules, const Subject& node) {
    if (node.kind == Subject::Kind::whole) {
        return rules.rounding;
    }
    const auto* group = find_group(rules, node.id);
    return group != nullptr ? group->rounding : std::nullopt;
}

/// The score of a node in a traced row; nothing where it has none that stands.
inline std::optional<double> score_of(const Rules& rules, const Trace& trace, const Subject& node) {
    if (node.kind == Subject::Kind::whole) {
        return trace.outcome.lowest_score;
    }
    for (const auto& step : trace.groups) {
        if (rules.groups[step.group].id == node.id && step.due > 0) {
            return step.lowest_score;
        }
    }
    return std::nullopt;
}

/// The lower of the two ends of a gap, as the numbers that the file writes: up to `low`, and from `high` on.
struct Gap {
    Asked low, high;
};

/// Whether two comparisons of one subject leave out what lies between two neighbouring whole numbers (or tenths, and so on):
/// one takes in what is up to the lower number, or what is above it, and the other what is from the higher on.
inline bool leaves_gap(const Rules& rules, const Asked& low, const Asked& high,
                       const std::vector<Asked>& asked) {
    const bool is_node = low.subject == high.subject && low.subject.kind != Subject::Kind::measure &&
                         low.subject.of == Aspect::value;
    const bool part = (low.comparison == Comparison::at_most || low.comparison == Comparison::above) &&
                      (high.comparison == Comparison::at_least || high.comparison == Comparison::below);
    if (!is_node || !part || low.number >= high.number) {
        return false;
    }
    const double apart = snapped(high.number - low.number);
    const bool neighbours = apart == 1 || apart == 0.1 || apart == 0.01;
    const bool between = std::any_of(asked.begin(), asked.end(), [&](const auto& each) {
        return each.subject == low.subject && each.number > low.number && each.number < high.number;
    });
    return neighbours && !between &&
           grid_between(rounding_of(rules, low.subject), low.number, high.number, Tie::out, Tie::in);
}

/// A row whose score lies between the two ends, looked for at a thousand levels.
inline std::optional<Shown> inside(const Trial& trial, const Gap& gap) {
    RowMaker maker(trial.evaluator(), trial.measures());
    constexpr int levels = 1000;
    for (int i = 0; i <= levels; ++i) {
        const auto row = maker.at_level(static_cast<double>(i) / levels);
        const auto trace = trial.evaluator().explain(row);
        const auto score = score_of(trial.rules(), trace, gap.low.subject);
        if (score && snapped(*score) > gap.low.number && snapped(*score) < gap.high.number) {
            return Shown{row, trace.outcome};
        }
    }
    return std::nullopt;
}

/// Gaps that rounding would close and that an unrounded score falls into.
inline void lint_gaps(const LintSubject& about) {
    const auto asked = all_asked(about.rules);
    std::vector<std::pair<double, std::string>> told;
    for (const auto& low : asked) {
        for (const auto& high : asked) {
            const std::pair key{low.number, low.subject.id};
            if (!leaves_gap(about.rules, low, high, asked) ||
                std::find(told.begin(), told.end(), key) != told.end()) {
                continue;
            }
            told.push_back(key);
            const auto shown = inside(*about.trial, {low, high});
            if (!shown) {
                continue;
            }
            const auto node =
                low.subject.kind == Subject::Kind::whole ? "the score" : "group " + quoted(low.subject.id);
            const auto one = std::string(comparison_names[static_cast<std::size_t>(low.comparison)]);
            const auto two = std::string(comparison_names[static_cast<std::size_t>(high.comparison)]);
            about.find(
                LintRule::rounding_gap, high.place, high.of,
                "between " + shortest(low.number) + " and " + shortest(high.number) + " of " + node +
                    " lies a gap: " + quoted(low.of) + " says " + one + " " + shortest(low.number) + " and " +
                    quoted(high.of) + " says " + two + " " + shortest(high.number),
                {all_of(about.framework, shown->cells) + " gives " + written(about.framework, shown->outcome),
                 {*shown}},
                "round the score, or let both name one number");
        }
    }
}

} // namespace vermeil::detail
