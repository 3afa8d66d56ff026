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

/// The shares whose bases are small enough that one answer tells, with all their counts.
class CliffSearch {
  public:
    static constexpr std::uint32_t most_answers =
        100; ///< with more, one answer moves a share by less than a hundredth

    explicit CliffSearch(const LintSubject& about) : trial_(*about.trial), worst_(trial_.measures().size()) {
        for (std::size_t i = 0; i < worst_.size(); ++i) {
            const auto& measure = about.framework.measures()[i];
            const auto n = smallest_base(about, measure);
            const bool is_share = trial_.measures()[i].kind == NumberKind::share && measure.live;
            for (std::uint32_t count = 0; is_share && n > 1 && n <= most_answers && count <= n; ++count) {
                changes_.push_back({i, answers(count, n)});
            }
        }
    }

    /// For each measure the furthest that one answer moves the band, where it moves it beyond its neighbour.
    const std::vector<std::optional<Cliff>>& run() {
        for (std::size_t row = 0; !changes_.empty() && row < trial_.rows().size();
             row += trial_.stride(changes_.size())) {
            look(row, rated(trial_.evaluator(), trial_.rows()[row], changes_));
        }
        return worst_;
    }

  private:
    void look(std::size_t row, const std::vector<Outcome>& outcomes) {
        for (std::size_t i = 0; i + 1 < outcomes.size(); ++i) {
            const auto measure = changes_[i].measure;
            const bool stand = outcomes[i].band != no_band && outcomes[i + 1].band != no_band;
            const bool both = stand && changes_[i + 1].measure == measure;
            const int moved = both ? std::abs(trial_.rise(outcomes[i].band, outcomes[i + 1].band)) : 0;
            auto& worst = worst_[measure];
            if (moved > (worst ? worst->bands : 1)) {
                auto before = trial_.rows()[row];
                auto after = before;
                before[measure] = changes_[i].cell;
                after[measure] = changes_[i + 1].cell;
                worst = Cliff{{before, outcomes[i]}, {after, outcomes[i + 1]}, moved, changes_[i].cell.n};
            }
        }
    }

    const Trial& trial_;
    std::vector<CellChange> changes_;
    std::vector<std::optional<Cliff>> worst_;
};

/// For each share, how far one answer can move the band.
inline void lint_cliffs(const LintSubject& about) {
    CliffSearch search(about);
    const auto& found = search.run();
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (const auto& worst = found[i]) {
            const auto& measure = about.framework.measures()[i];
            about.find(
                LintRule::cliff, measure.place, measure.id,
                "one answer of " + std::to_string(worst->n) + " to " + quoted(measure.id) +
                    " can move the band by " + std::to_string(worst->bands),
                {difference(about.framework, worst->before, worst->after), {worst->before, worst->after}},
                "ask for more answers, or let its points rise in smaller steps");
        }
    }
}

} // namespace vermeil::detail
