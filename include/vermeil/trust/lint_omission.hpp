// SPDX-License-Identifier: MIT
#pragma once
// A check by trial: the most that a band can rise by leaving something out, and what.

#include <vermeil/trust/lint_subject.hpp>
#include <vermeil/trust/lint_words.hpp>
#include <vermeil/trust/trial.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Finds what a provider can gain by silence.
///
/// Evidence that a provider or a council owes can fail to come; what a regulator owes, or nobody, cannot be held back. Each
/// such cell, then whichever next one helps most, is taken away in each way that the rules treat differently: not handed
/// in, too few answers, hidden, no reason given, or answers chosen until the least n is missed by one. Pairs are tried
/// where one alone changes nothing.
class OmissionSearch {
  public:
    static constexpr std::size_t most_steps = 12; ///< cells taken away one after the other
    static constexpr std::size_t most_tries = 40; ///< rows from which that is tried
    static constexpr std::size_t most_pairs = 4;  ///< rows for which all pairs are tried

    /// What was found: a row as it is and as it is after leaving out.
    struct Found {
        Shown before, after;
        int rise = 0;
        std::size_t left_out = 0;
    };

    explicit OmissionSearch(const Trial& trial) : trial_(trial) { find_states(); }

    /// The largest rise, of several the one that leaves out the least; nothing where silence never helps.
    std::optional<Found> run() {
        if (states_.empty()) {
            return std::nullopt;
        }
        for (const auto row : promising()) {
            greedily(row);
        }
        if (!best_) {
            const auto& rows = trial_.rows();
            for (std::size_t row = 0; row < rows.size(); row += 1 + rows.size() / most_pairs) {
                in_pairs(row);
            }
        }
        return best_;
    }

  private:
    /// Of the states that a provider can bring about, one for each policy that is met.
    void find_states() {
        std::vector<Policy> seen;
        for (const auto state : {State::not_submitted, State::too_few, State::suppressed, State::unknown}) {
            const auto policy = trial_.rules().missing.of(state).policy;
            if (std::find(seen.begin(), seen.end(), policy) == seen.end()) {
                seen.push_back(policy);
                states_.push_back(state);
            }
        }
    }

    /// The ways in which one cell of a row can be kept back.
    void add_ways(const TrialRow& row, std::size_t measure, std::vector<CellChange>& ways) const {
        const auto& about = trial_.framework().measures()[measure];
        const bool held_by_others = about.owed_by == Owner::regulator || about.owed_by == Owner::nobody;
        if (!about.live || held_by_others || row[measure].state != State::present) {
            return;
        }
        for (const auto state : states_) {
            auto cell = row[measure];
            cell.state = state;
            ways.push_back({measure, cell});
        }
        if (about.least_n > 1 && trial_.measures()[measure].kind == NumberKind::share) {
            const auto n = about.least_n - 1;
            for (const auto count : {n, std::uint32_t{0}}) {
                ways.push_back({measure, {static_cast<double>(count) / n, State::present, n, count}});
            }
        }
    }
    [[nodiscard]] std::vector<CellChange> all_ways(const TrialRow& row) const {
        std::vector<CellChange> ways;
        for (std::size_t i = 0; i < row.size(); ++i) {
            add_ways(row, i, ways);
        }
        return ways;
    }

    /// By how much an outcome is better for the provider, bands first, then the score; nothing is better than a rating that
    /// is not made.
    [[nodiscard]] double gain(const Outcome& from, const Outcome& to) const {
        if (to.band == no_band) {
            return -1e9;
        }
        const double score = trial_.more_is_better() ? to.lowest_score - from.lowest_score
                                                     : from.highest_score - to.highest_score;
        return 1e7 * (from.band == no_band ? 0 : trial_.rise(from.band, to.band)) + score;
    }

    /// The rows from which one cell alone gains most, the most promising first.
    [[nodiscard]] std::vector<std::size_t> promising() const {
        std::vector<std::pair<double, std::size_t>> gains;
        const auto stride = trial_.stride(trial_.measures().size() * (states_.size() + 2));
        for (std::size_t row = 0; row < trial_.rows().size(); row += stride) {
            const auto& before = trial_.outcomes()[row];
            const auto ways = all_ways(trial_.rows()[row]);
            double best = 0;
            if (before.band != no_band && !ways.empty()) {
                for (const auto& after : rated(trial_.evaluator(), trial_.rows()[row], ways)) {
                    best = std::max(best, gain(before, after));
                }
            }
            if (best > 1e-6) {
                gains.emplace_back(-best, row);
            }
        }
        std::sort(gains.begin(), gains.end());
        std::vector<std::size_t> rows;
        const auto step_cells =
            trial_.measures().size() * trial_.measures().size() * (states_.size() + 2) * most_steps;
        const auto most =
            std::clamp<std::size_t>(Trial::most_cells / std::max<std::size_t>(step_cells, 1), 1, most_tries);
        for (std::size_t i = 0; i < gains.size() && i < most; ++i) {
            rows.push_back(gains[i].second);
        }
        return rows;
    }

    void keep(const Shown& before, const TrialRow& cells, const Outcome& after, std::size_t left_out) {
        const bool stands = before.outcome.band != no_band && after.band != no_band;
        const int rise = stands ? trial_.rise(before.outcome.band, after.band) : 0;
        const bool better =
            !best_ || rise > best_->rise || (rise == best_->rise && left_out < best_->left_out);
        if (rise > 0 && better) {
            best_ = Found{before, {cells, after}, rise, left_out};
        }
    }

    /// Leaves out whichever cell gains most, again and again while something is gained.
    void greedily(std::size_t row) {
        const auto before = trial_.shown(row);
        auto cells = before.cells;
        auto now = before.outcome;
        for (std::size_t step = 1; step <= most_steps; ++step) {
            const auto ways = all_ways(cells);
            const auto outcomes =
                ways.empty() ? std::vector<Outcome>() : rated(trial_.evaluator(), cells, ways);
            std::size_t best = ways.size();
            double most = 1e-6;
            for (std::size_t i = 0; i < ways.size(); ++i) {
                if (gain(now, outcomes[i]) > most) {
                    most = gain(now, outcomes[i]);
                    best = i;
                }
            }
            if (best == ways.size()) {
                return;
            }
            cells[ways[best].measure] = ways[best].cell;
            now = outcomes[best];
            keep(before, cells, now, step);
        }
    }

    void in_pairs(std::size_t row) {
        const auto before = trial_.shown(row);
        constexpr std::size_t most_ways = 150;
        const auto first_ways = all_ways(before.cells);
        for (std::size_t i = 0; i < first_ways.size() && first_ways.size() <= most_ways; ++i) {
            auto cells = before.cells;
            cells[first_ways[i].measure] = first_ways[i].cell;
            const auto ways = all_ways(cells);
            const auto outcomes =
                ways.empty() ? std::vector<Outcome>() : rated(trial_.evaluator(), cells, ways);
            for (std::size_t j = 0; j < ways.size(); ++j) {
                auto both = cells;
                both[ways[j].measure] = ways[j].cell;
                keep(before, both, outcomes[j], 2);
            }
        }
    }

    const Trial& trial_;
    std::vector<State> states_;
    std::optional<Found> best_;
};

/// The names of the measures that are there in one row and not, or changed, in another.
inline std::vector<std::string> left_out(const Framework& framework, const OmissionSearch::Found& found) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < found.before.cells.size(); ++i) {
        const auto& left = found.before.cells[i];
        const auto& right = found.after.cells[i];
        if (left.state != right.state || left.n != right.n) {
            names.push_back(framework.measures()[i].id);
        }
    }
    return names;
}

/// The most that a band can rise by leaving something out.
inline void lint_omission(const LintSubject& about) {
    const auto found = OmissionSearch(*about.trial).run();
    if (!found) {
        return;
    }
    const auto names = left_out(about.framework, *found);
    const auto bands = std::to_string(found->rise) + (found->rise == 1 ? " band" : " bands");
    about.find(LintRule::omission_lifts, about.rules.place, "",
               "leaving out " + joined(names, " and ") + " can lift the band by " + bands + ", with " +
                   as_percent(found->after.outcome.coverage) + " of the weight known",
               {difference(about.framework, found->before, found->after), {found->before, found->after}},
               "use 'bounds' for the states that a provider can bring about, or require the measure");
}

} // namespace vermeil::detail
