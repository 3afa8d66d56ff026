// SPDX-License-Identifier: MIT
#pragma once
// A check by trial: whether better evidence ever lowers the band.

#include <vermeil/trust/every_row.hpp>
#include <vermeil/trust/lint_subject.hpp>
#include <vermeil/trust/lint_words.hpp>
#include <vermeil/trust/trial.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// Two rows that differ in one measure, the better evidence second, and by how many bands it is worse off.
struct Lowering {
    Shown before, after;
    int bands = 0;
    std::size_t apart = 0; ///< so many values of the measure lie between them, and one more
    bool exact = false;    ///< no fall is larger; otherwise there may be one that was not tried
};

/// Two positions in a list of bands.
struct Fall {
    std::size_t before = 0, after = 0;
    int bands = 0;
    std::size_t apart = 0;

    /// Whether it falls further than so far, or as far over less.
    [[nodiscard]] bool beats(const Lowering& other) const {
        return bands > other.bands || (bands > 0 && bands == other.bands && apart < other.apart);
    }
};

/// Whether higher values of a measure are better for whoever is rated; nothing where nobody can say.
inline std::optional<bool> higher_is_better(const Trial& trial, std::size_t measure) {
    const auto* indicator = trial.measures()[measure].indicator;
    const auto way = indicator != nullptr ? meant_slope(trial.rules(), *indicator) : Slope::flat;
    if (way != Slope::rising && way != Slope::falling) {
        const auto& source = trial.framework().measures()[measure].value;
        return is_word(source) && way == Slope::flat ? std::optional(false) : std::nullopt;
    }
    return (way == Slope::rising) == trial.more_is_better();
}

/// The largest fall among the bands of a measure's rising values towards better evidence, of several the one between the
/// nearest values.
template <class BandAt>
Fall largest_fall(const Trial& trial, std::size_t count, bool higher, BandAt band_at) {
    Fall found;
    const auto at = [&](std::size_t i) { return higher ? i : count - 1 - i; };
    for (std::size_t apart = 1; apart < count; ++apart) {
        for (std::size_t i = 0; i + apart < count; ++i) {
            const auto from = band_at(at(i));
            const auto to = band_at(at(i + apart));
            const int fall = from != no_band && to != no_band ? -trial.rise(from, to) : 0;
            if (fall > found.bands) {
                found = {at(i), at(i + apart), fall, apart};
            }
        }
    }
    return found;
}

/// The largest falls, one a measure, among the sweeps of the trial.
inline void find_in_sweeps(const Trial& trial, std::vector<Lowering>& worst) {
    for (const auto& sweep : trial.sweeps()) {
        if (const auto higher = higher_is_better(trial, sweep.measure)) {
            const auto found = largest_fall(trial, sweep.outcomes.size(), *higher,
                                            [&](std::size_t i) { return sweep.outcomes[i].band; });
            if (found.beats(worst[sweep.measure])) {
                worst[sweep.measure] = {trial.shown(sweep, found.before), trial.shown(sweep, found.after),
                                        found.bands, found.apart};
            }
        }
    }
}

/// The same among all rows that can be made of the values that are tried.
inline void find_in_every_row(const Trial& trial, const EveryRow& every, std::vector<Lowering>& worst) {
    std::vector<std::uint8_t> bands;
    every.rate([&](std::size_t, const Outcome& outcome) { bands.push_back(outcome.band); });
    for (std::size_t i = 0; i < worst.size(); ++i) {
        const auto higher = higher_is_better(trial, i);
        const auto& digit = every.digits()[i];
        for (std::size_t row = 0; higher && row < bands.size(); ++row) {
            if (every.place(row, i) != 0) {
                continue;
            }
            const auto found = largest_fall(trial, digit.present, *higher, [&](std::size_t place) {
                return bands[row + place * digit.step];
            });
            if (found.beats(worst[i])) {
                const auto before = every.row(row + found.before * digit.step);
                const auto after = every.row(row + found.after * digit.step);
                const auto& evaluator = trial.evaluator();
                worst[i] = {{before, evaluator.evaluate(before)},
                            {after, evaluator.evaluate(after)},
                            found.bands,
                            found.apart};
            }
        }
    }
}

/// For each measure the largest fall that better evidence brings; of those that can be tried the largest where all can.
inline std::vector<Lowering> lowerings(const Trial& trial) {
    std::vector<Lowering> worst(trial.measures().size());
    find_in_sweeps(trial, worst);
    const EveryRow every(trial);
    if (every.fits()) {
        find_in_every_row(trial, every, worst);
    }
    for (auto& each : worst) {
        each.exact = every.complete() || each.bands + 1 == static_cast<int>(trial.rules().bands.size());
    }
    return worst;
}

/// For each measure the largest fall that better evidence brings; `at least` where not every row could be tried.
inline void lint_better(const LintSubject& about) {
    const auto worst = lowerings(*about.trial);
    for (std::size_t i = 0; i < worst.size(); ++i) {
        if (worst[i].bands > 0) {
            const auto& measure = about.framework.measures()[i];
            about.find(LintRule::better_lowers, measure.place, measure.id,
                       "a better value of " + quoted(measure.id) + " can lower the band by " +
                           (worst[i].exact ? "" : "at least ") + std::to_string(worst[i].bands),
                       {difference(about.framework, worst[i].before, worst[i].after),
                        {worst[i].before, worst[i].after}},
                       "let conditions and scales that ask about it go one way");
        }
    }
}

} // namespace vermeil::detail
