// SPDX-License-Identifier: MIT
#pragma once
// Takes evidence away from made-up markets and sees whether that ever helped.

#include "kernel/made_up.hpp"

#include <vermeil/kernel/evaluator.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace guarantee {

/// What became of the outcomes when evidence was taken away.
struct Found {
    std::size_t stayed = 0;
    std::size_t fell = 0;
    std::size_t became_not_rated = 0;
    std::size_t without_score =
        0; ///< no measure applies: a forced band stood alone, and its reason was withheld
    std::size_t lifted = 0;
    std::string first_lift; ///< the first case that was lifted, in words
};

/// Counts one withholding: a band that is better for the provider, or any band where there was none, is a lift.
inline bool counts_as_lift(vermeil::Face face, const vermeil::Outcome& before, const vermeil::Outcome& after,
                           Found& found) {
    const bool better = face == vermeil::Face::better ? after.band < before.band : after.band > before.band;
    if (after.band == before.band) {
        ++found.stayed;
    } else if (after.band == vermeil::no_band) {
        const bool scored = after.reason != vermeil::Reason::nothing_applicable;
        ++(scored ? found.became_not_rated : found.without_score);
    } else if (before.band != vermeil::no_band && !better) {
        ++found.fell;
    } else {
        ++found.lifted;
        return true;
    }
    return false;
}

/// The ways in which a present cell goes missing. Its counts survive; with a least n it may also lose answers:
/// all but one fewer than are needed, or the one that brings it below.
inline std::vector<vermeil::Cell> withheld(const vermeil::Measure& measure, const vermeil::Cell& cell) {
    using vermeil::State;
    std::vector<vermeil::Cell> ways;
    for (const auto state : {State::not_submitted, State::too_few, State::not_yet_inspected,
                             State::suppressed, State::unknown}) {
        auto away = cell;
        away.state = state;
        ways.push_back(away);
    }
    if (measure.least_n > 0 && cell.n == measure.least_n) {
        auto one_fewer = cell; // a negative answer is lost where there is one
        one_fewer.n = cell.n - 1;
        one_fewer.count = std::min(cell.count, one_fewer.n);
        one_fewer.value = static_cast<double>(one_fewer.count) / one_fewer.n;
        ways.push_back(one_fewer);
    }
    return ways;
}

/// Takes away one cell after the other, in every way, and puts it back.
inline void take_each_away(const vermeil::Evaluator& evaluator, std::vector<vermeil::Cell> cells,
                           const std::string& market, Found& found) {
    const auto& framework = evaluator.framework();
    const auto before = evaluator.evaluate(cells);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto given = cells[i];
        if (given.state != vermeil::State::present) {
            continue;
        }
        for (const auto& away : withheld(framework.measures()[i], given)) {
            cells[i] = away;
            const auto after = evaluator.evaluate(cells);
            if (counts_as_lift(framework.rules().higher_is, before, after, found) &&
                found.first_lift.empty()) {
                found.first_lift = market + ": " + framework.measures()[i].id + " as " +
                                   std::string(to_string(away.state)) + " lifts the band from " +
                                   std::to_string(before.band) + " to " + std::to_string(after.band);
            }
        }
        cells[i] = given;
    }
}

/// Searches so many made-up markets of three services; `change` may alter the fair rules of each.
template <class Change>
Found search(std::size_t markets, const made_up::Wish& wish, vermeil::Face face, Change change) {
    Found found;
    for (std::uint64_t seed = 1; seed <= markets; ++seed) {
        made_up::Draws draws(seed);
        auto rules = made_up::rules(draws, wish);
        rules.higher_is = face;
        change(rules);
        const vermeil::Evaluator evaluator{vermeil::Framework(rules)};
        for (const double present : {1.0, 0.9, 0.7}) {
            take_each_away(evaluator, made_up::row(draws, evaluator.framework(), wish, present),
                           "market " + std::to_string(seed), found);
        }
    }
    return found;
}

} // namespace guarantee
