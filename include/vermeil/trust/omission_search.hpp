// SPDX-License-Identifier: MIT
#pragma once
// Looks for the most that a band can rise by leaving something out.

#include <vermeil/trust/every_row.hpp>
#include <vermeil/trust/omission_moves.hpp>
#include <vermeil/trust/silence.hpp>
#include <vermeil/trust/trial.hpp>
#include <vermeil/trust/withheld_best.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Finds what a provider can gain by silence.
///
/// Where all rows are few enough they are all rated, and the answer is exact if words and truths are all that is measured.
/// Beside that, rows of the trial, and rows that are at their worst in one group or in a mixed part and at their best
/// elsewhere, are the starts: of up to twelve measures that can be held back every choice is tried, of more whichever single
/// one, whole group or bundle of single ones gains most is left out, again and again, and pairs and triples where nothing
/// smaller gains.
class OmissionSearch {
  public:
    static constexpr std::size_t most_chosen = 12; ///< measures of which every choice is tried
    static constexpr std::size_t most_starts = 40; ///< rows of which a single cell gains
    static constexpr std::size_t most_unmoved = 8; ///< rows of which none does

    /// What was found: a row as it is and as it is after leaving out.
    struct Found {
        Shown before, after;
        int rise = 0;
        std::size_t left_out = 0;
        bool exact = false; ///< no rise is larger; otherwise there may be one that was not tried
    };

    explicit OmissionSearch(const Trial& trial) : trial_(trial), silence_(trial) {}

    /// The largest rise, of several the one that leaves out the least; nothing where silence was not seen to help.
    std::optional<Found> run() {
        const EveryRow every(trial_, silence_);
        if (every.fits()) {
            in_every_row(every);
        }
        if (!every.complete()) {
            from_starts();
        }
        if (best_) {
            put_back();
            best_->exact =
                every.complete() || best_->rise + 1 == static_cast<int>(trial_.rules().bands.size());
        }
        return best_;
    }

  private:
    /// Keeps a rise that is larger than the one so far, or as large with less left out, or a score that gains more.
    void keep(const Shown& before, const TrialRow& cells, const Outcome& after, std::size_t left_out) {
        const bool stands = before.outcome.band != no_band && after.band != no_band;
        const int rise = stands ? trial_.rise(before.outcome.band, after.band) : 0;
        const auto rank = [&](int bands, std::size_t count, const Outcome& from, const Outcome& to) {
            return std::tuple(bands, -static_cast<int>(count), gain(from, to));
        };
        const bool better =
            !best_ || rank(rise, left_out, before.outcome, after) >
                          rank(best_->rise, best_->left_out, best_->before.outcome, best_->after.outcome);
        if (rise > 0 && better) {
            best_ = Found{before, {cells, after}, rise, left_out};
        }
    }

    void in_every_row(const EveryRow& every) {
        const WithheldBest held(trial_, every);
        if (const auto found = held.most()) {
            const auto before = every.row(found->first), after = every.row(found->second);
            const auto& evaluator = trial_.evaluator();
            keep({before, evaluator.evaluate(before)}, after, evaluator.evaluate(after),
                 every.left_out(found->second));
        }
    }

    /// Rates a row after each of several moves, and keeps what lifts the band.
    std::vector<Outcome> after(const Shown& before, const TrialRow& cells, const std::vector<Move>& moves,
                               std::size_t left_out) {
        std::vector<TrialRow> rows;
        for (const auto& move : moves) {
            rows.push_back(with(cells, move));
        }
        spent_ += moves.size() * trial_.width();
        auto outcomes = rows.empty() ? std::vector<Outcome>() : rated(trial_.evaluator(), rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            keep(before, rows[i], outcomes[i], left_out + moves[i].size());
        }
        return outcomes;
    }

    /// Whether so many more rows may be rated.
    [[nodiscard]] bool affords(std::size_t rows) const noexcept {
        return spent_ + rows * trial_.width() <= Trial::most_cells;
    }

    void from_starts() {
        std::size_t chosen = 0;
        for (std::size_t i = 0; i < trial_.measures().size(); ++i) {
            chosen += silence_.can_take(i) ? 1U : 0U;
        }
        for (const auto& start : starts()) {
            const auto ways = silence_.ways(start.cells);
            if (start.outcome.band == no_band || ways.empty() || !affords(ways.size())) {
                continue;
            }
            if (chosen <= most_chosen) {
                every_choice(start, ways);
            } else {
                climb(start);
            }
        }
    }

    /// Every choice of what to leave out: each measure in each of its ways where these are few, else all in one state.
    void every_choice(const Shown& start, const std::vector<CellChange>& ways) {
        constexpr std::size_t most_moves = std::size_t{1} << most_chosen;
        auto moves = choices(ways, most_moves);
        for (const auto state : moves.empty() ? silence_.states() : std::vector<State>{}) {
            std::vector<CellChange> alike;
            std::copy_if(ways.begin(), ways.end(), std::back_inserter(alike),
                         [&](const auto& way) { return way.cell.state == state; });
            const auto more = choices(alike, most_moves);
            moves.insert(moves.end(), more.begin(), more.end());
        }
        if (affords(moves.size())) {
            after(start, start.cells, moves, 0);
        }
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

    /// Leaves out whatever gains most, again and again while something is gained.
    void climb(const Shown& start) {
        auto at = start;
        std::size_t left_out = 0;
        for (std::size_t size = 1; size <= 3; ++size) {
            auto moves = moves_of(trial_, silence_, at.cells, size);
            if (!affords(moves.size())) {
                return;
            }
            auto outcomes = after(start, at.cells, moves, left_out);
            if (size == 1) {
                const auto more = bundles(at.outcome, moves, outcomes);
                const auto made = after(start, at.cells, more, left_out);
                moves.insert(moves.end(), more.begin(), more.end());
                outcomes.insert(outcomes.end(), made.begin(), made.end());
            }
            std::size_t most = moves.size();
            double best = 1e-6;
            for (std::size_t i = 0; i < moves.size(); ++i) {
                if (gain(at.outcome, outcomes[i]) > best) {
                    best = gain(at.outcome, outcomes[i]);
                    most = i;
                }
            }
            if (most < moves.size()) {
                size = 0; // single ones again
                left_out += moves[most].size();
                at = {with(at.cells, moves[most]), outcomes[most]};
            }
        }
    }

    /// The single cells that gain most, so many together: two, four, eight and so on, and all that gain anything.
    [[nodiscard]] std::vector<Move> bundles(const Outcome& now, const std::vector<Move>& moves,
                                            const std::vector<Outcome>& outcomes) const {
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t i = 0; i < moves.size(); ++i) {
            if (moves[i].size() == 1 && gain(now, outcomes[i]) > 1e-6) {
                order.emplace_back(-gain(now, outcomes[i]), i);
            }
        }
        std::sort(order.begin(), order.end());
        std::vector<bool> taken(trial_.measures().size());
        std::vector<Move> made;
        Move together;
        for (const auto& [gained, i] : order) {
            const auto& change = moves[i].front();
            if (!taken[change.measure]) {
                taken[change.measure] = true;
                together.push_back(change);
                if (together.size() > 1 && std::has_single_bit(together.size())) {
                    made.push_back(together);
                }
            }
        }
        if (together.size() > 2 && !std::has_single_bit(together.size())) {
            made.push_back(std::move(together));
        }
        return made;
    }

    /// The rows to begin with: those from which one cell alone gains most before the others.
    [[nodiscard]] std::vector<Shown> starts() {
        const auto ways = trial_.measures().size() * (silence_.states().size() + 2);
        auto ends = mixed_ends(trial_);
        ends.resize(
            std::min(ends.size(), std::max<std::size_t>(Trial::most_cells / 8 / (ways * trial_.width()), 4)));
        const auto outcomes = rated(trial_.evaluator(), ends);
        std::vector<Shown> rows;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            rows.push_back({std::move(ends[i]), outcomes[i]});
        }
        const auto stride = trial_.stride(8 * ways);
        for (std::size_t row = 0; row < trial_.rows().size(); row += stride) {
            rows.push_back(trial_.shown(row));
        }
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            order.emplace_back(-most_by_one(rows[i]), i);
        }
        std::sort(order.begin(), order.end());
        std::vector<Shown> sorted;
        std::size_t unmoved = 0;
        for (const auto& [gained, row] : order) {
            const bool moves = gained < -1e-6;
            unmoved += moves ? 0 : 1;
            if (moves ? sorted.size() < most_starts : unmoved <= most_unmoved) {
                sorted.push_back(std::move(rows[row]));
            }
        }
        return sorted;
    }

    /// The most that leaving out one cell gains.
    double most_by_one(const Shown& start) {
        double most = 0;
        std::vector<Move> moves;
        for (const auto& way : silence_.ways(start.cells)) {
            moves.push_back({way});
        }
        for (const auto& each : after(start, start.cells, moves, 0)) {
            most = std::max(most, gain(start.outcome, each));
        }
        return start.outcome.band == no_band ? 0 : most;
    }

    /// Puts back what was left out for nothing.
    void put_back() {
        for (bool fewer = true; fewer;) {
            const auto now = *best_;
            std::vector<Move> moves;
            for (std::size_t i = 0; i < now.before.cells.size(); ++i) {
                const auto& cell = now.before.cells[i];
                if (cell.state != now.after.cells[i].state || cell.n != now.after.cells[i].n) {
                    moves.push_back({{i, cell}});
                }
            }
            after(now.before, now.after.cells, moves, now.left_out - 2); // each move puts back one
            fewer = best_->left_out < now.left_out;
        }
    }

    const Trial& trial_;
    Silence silence_;
    std::size_t spent_ = 0;
    std::optional<Found> best_;
};

} // namespace vermeil::detail
