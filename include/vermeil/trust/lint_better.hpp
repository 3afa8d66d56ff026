// SPDX-License-Identifier: MIT
#pragma once
// A check by trial: whether better evidence ever lowers the band.

#include <vermeil/trust/lint_subject.hpp>
#include <vermeil/trust/lint_words.hpp>
#include <vermeil/trust/trial.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// Two values of one sweep, the better evidence second, and by how many bands it is worse off.
struct Lowering {
    const Trial::Sweep* sweep = nullptr;
    std::size_t before = 0, after = 0;
    int bands = 0;
};

/// Whether higher values of a measure are better for whoever is rated; nothing where nobody can say.
inline std::optional<bool> higher_is_better(const Trial& trial, std::size_t measure) {
    const auto* indicator = trial.measures()[measure].indicator;
    if (indicator == nullptr) {
        const auto& source = trial.framework().measures()[measure].value;
        return is_word(source) ? std::optional(false) : std::nullopt;
    }
    const auto way = slope(*indicator);
    if (way != Slope::rising && way != Slope::falling) {
        return std::nullopt;
    }
    return (way == Slope::rising) == trial.more_is_better();
}

/// The largest fall of one sweep towards better evidence, of several the one between the nearest values.
inline Lowering lowering(const Trial& trial, const Trial::Sweep& sweep, bool higher) {
    Lowering found;
    const auto count = sweep.outcomes.size();
    const auto at = [&](std::size_t i) { return higher ? i : count - 1 - i; };
    for (std::size_t apart = 1; apart < count; ++apart) {
        for (std::size_t i = 0; i + apart < count; ++i) {
            const auto from = sweep.outcomes[at(i)].band;
            const auto to = sweep.outcomes[at(i + apart)].band;
            const int fall = from != no_band && to != no_band ? -trial.rise(from, to) : 0;
            if (fall > found.bands) {
                found = {&sweep, at(i), at(i + apart), fall};
            }
        }
    }
    return found;
}

/// For each measure the largest fall that better evidence brings.
inline void lint_better(const LintSubject& about) {
    const auto& trial = *about.trial;
    std::vector<Lowering> worst(trial.measures().size());
    for (const auto& sweep : trial.sweeps()) {
        if (const auto higher = higher_is_better(trial, sweep.measure)) {
            const auto found = lowering(trial, sweep, *higher);
            worst[sweep.measure] = found.bands > worst[sweep.measure].bands ? found : worst[sweep.measure];
        }
    }
    for (std::size_t i = 0; i < worst.size(); ++i) {
        if (worst[i].bands > 0) {
            const auto before = trial.shown(*worst[i].sweep, worst[i].before);
            const auto after = trial.shown(*worst[i].sweep, worst[i].after);
            const auto& measure = about.framework.measures()[i];
            about.find(LintRule::better_lowers, measure.place, measure.id,
                       "a better value of " + quoted(measure.id) + " can lower the band by " +
                           std::to_string(worst[i].bands),
                       {difference(about.framework, before, after), {before, after}},
                       "let conditions and scales that ask about it go one way");
        }
    }
}

} // namespace vermeil::detail
