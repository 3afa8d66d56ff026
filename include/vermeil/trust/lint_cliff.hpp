// SPDX-License-Identifier: MIT
#pragma once
// A check by trial: whether one answer more or less moves the band further than to its neighbour.

#include <vermeil/trust/lint_subject.hpp>
#include <vermeil/trust/lint_words.hpp>
#include <vermeil/trust/trial.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

namespace vermeil::detail {

/// Two neighbouring counts of one measure of one row, and how far the band moves between them.
struct Cliff {
    Shown before, after;
    int bands = 1; ///< to the neighbouring band is no cliff
    std::uint32_t n = 0;
};

/// The base on which a share may rest: its least n; of a table, the smallest of 1 or more that suffices.
inline std::uint32_t smallest_base(const LintSubject& about, const Measure& measure) {
    auto n = std::max(measure.least_n, 1U);
    const auto* column = about.measures != nullptr ? about.measures->find(measure.id) : nullptr;
    std::uint32_t seen = 0;
    for (std::size_t row = 0; column != nullptr && !column->n.empty() && row < column->n.size(); ++row) {
        const bool counts = column->state[row] == State::present && column->n[row] >= n;
        seen = counts && (seen == 0 || column->n[row] < seen) ? column->n[row] : seen;
    }
    return std::max(seen, n);
}

/// A share cell of so many answers.
inline Cell answers(std::uint32_t count, std::uint32_t n) {
    return {static_cast<double>(count) / n, State::present, n, count};
}

/// All counts of one share in one row; of a large base a hundred steps of one answer, spread over it.
inline void find_cliff(const Trial& trial, std::size_t row, std::size_t measure, std::uint32_t n,
                       std::optional<Cliff>& worst) {
    std::vector<CellChange> changes;
    for (std::uint32_t count = 0; count <= n; count += 1) {
        changes.push_back({measure, answers(count, n)});
    }
    const auto outcomes = rated(trial.evaluator(), trial.rows()[row], changes);
    for (std::size_t i = 0; i + 1 < outcomes.size(); ++i) {
        const bool both = outcomes[i].band != no_band && outcomes[i + 1].band != no_band;
        const int moved = both ? std::abs(trial.rise(outcomes[i].band, outcomes[i + 1].band)) : 0;
        if (moved > (worst ? worst->bands : 1)) {
            auto before = trial.rows()[row];
            auto after = before;
            before[measure] = changes[i].cell;
            after[measure] = changes[i + 1].cell;
            worst = Cliff{{before, outcomes[i]}, {after, outcomes[i + 1]}, moved, n};
        }
    }
}

/// For each share, how far one answer can move the band.
inline void lint_cliffs(const LintSubject& about) {
    const auto& trial = *about.trial;
    constexpr std::uint32_t most_answers = 100; // with more, one answer moves a share by less than a hundredth
    const auto rows = trial.rows().size();
    for (std::size_t i = 0; i < trial.measures().size(); ++i) {
        const auto& measure = about.framework.measures()[i];
        const auto n = smallest_base(about, measure);
        if (trial.measures()[i].kind != NumberKind::share || !measure.live || n < 2 || n > most_answers) {
            continue;
        }
        std::optional<Cliff> worst;
        for (std::size_t row = 0; row < rows; ++row) {
            find_cliff(trial, row, i, n, worst);
        }
        if (worst) {
            about.find(LintRule::cliff, measure.place, measure.id,
                       "one answer of " + std::to_string(n) + " to " + quoted(measure.id) +
                           " can move the band by " + std::to_string(worst->bands),
                       {difference(about.framework, worst->before, worst->after), {worst->before, worst->after}},
                       "ask for more answers, or let its points rise in smaller steps");
        }
    }
}

} // namespace vermeil::detail
