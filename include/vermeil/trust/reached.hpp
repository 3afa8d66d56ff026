// SPDX-License-Identifier: MIT
#pragma once
// Which bands and which scores the rows of a trial reached.

#include <vermeil/trust/every_row.hpp>
#include <vermeil/trust/silence.hpp>
#include <vermeil/trust/trial.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// What a trial reached: bands, and the scores of the rows that have one.
struct Reached {
    std::vector<bool> bands;
    std::optional<Shown> lowest, highest; ///< by score
    std::size_t rows = 0;

    /// Takes in one outcome; `show` makes its row where it is wanted.
    template <class Show> void add(const Outcome& outcome, Show show) {
        ++rows;
        if (outcome.band != no_band) {
            bands.at(outcome.band) = true;
        }
        if (outcome.reason == Reason::nothing_applicable || outcome.lowest_score != outcome.highest_score) {
            return;
        }
        if (!lowest || outcome.lowest_score < lowest->outcome.lowest_score) {
            lowest = show();
        }
        if (!highest || outcome.highest_score > highest->outcome.highest_score) {
            highest = show();
        }
    }

    /// Whether every band was reached.
    [[nodiscard]] bool all() const { return std::find(bands.begin(), bands.end(), false) == bands.end(); }
};

/// Takes in a row with cells absent, one after the other, while the score goes further up, or down.
inline void leave_out_while_further(const Trial& trial, const Silence& silence, Shown from, bool up,
                                    Reached& made) {
    bool further = true;
    while (further) {
        const auto ways = silence.ways(from.cells);
        const auto outcomes = rated(trial.evaluator(), from.cells, ways);
        const auto start = from;
        further = false;
        for (std::size_t i = 0; i < ways.size(); ++i) {
            auto cells = start.cells;
            cells[ways[i].measure] = ways[i].cell;
            made.add(outcomes[i], [&] { return Shown{cells, outcomes[i]}; });
            const bool has_score = outcomes[i].reason != Reason::nothing_applicable &&
                                   outcomes[i].lowest_score == outcomes[i].highest_score;
            const double gained = outcomes[i].lowest_score - from.outcome.lowest_score;
            if (has_score && (up ? gained : -gained) > 1e-9) {
                from = {std::move(cells), outcomes[i]};
                further = true;
            }
        }
    }
}

/// Takes in what is reached where values are absent: of every combination where they are few, else by leaving out from the
/// rows of the highest and the lowest score.
inline void reach_by_silence(const Trial& trial, Reached& made) {
    const Silence silence(trial, Silence::Whose::everyone);
    const EveryRow every(trial, silence);
    if (every.fits()) {
        every.rate([&](std::size_t number, const Outcome& outcome) {
            made.add(outcome, [&] { return Shown{every.row(number), outcome}; });
        });
    } else if (made.highest && made.lowest) {
        const auto highest = *made.highest, lowest = *made.lowest;
        leave_out_while_further(trial, silence, highest, true, made);
        leave_out_while_further(trial, silence, lowest, false, made);
    }
}

/// Everything that a trial reached, with all that is known and, where that leaves a band empty, with values absent.
inline Reached reached(const Trial& trial) {
    Reached made;
    made.bands.resize(trial.rules().bands.size());
    for (std::size_t row = 0; row < trial.rows().size(); ++row) {
        made.add(trial.outcomes()[row], [&] { return trial.shown(row); });
    }
    for (const auto& sweep : trial.sweeps()) {
        for (std::size_t value = 0; value < sweep.outcomes.size(); ++value) {
            made.add(sweep.outcomes[value], [&] { return trial.shown(sweep, value); });
        }
    }
    if (!made.all()) {
        reach_by_silence(trial, made);
    }
    return made;
}

} // namespace vermeil::detail
