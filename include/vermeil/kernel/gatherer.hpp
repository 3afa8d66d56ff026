// SPDX-License-Identifier: MIT
#pragma once
// Looks at members one after the other: the points of a cell, the score of a node that counts its members or spreads over
// them.

#include <vermeil/core/observed.hpp>
#include <vermeil/framework/group.hpp>
#include <vermeil/kernel/absent.hpp>
#include <vermeil/kernel/asker.hpp>
#include <vermeil/kernel/cell_source.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/spread.hpp>
#include <vermeil/kernel/sums.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace vermeil::detail {

/// Looks at members row by row; slow, and for the nodes that need it.
template <std::size_t Rows> class Gatherer {
  public:
    Gatherer(const Program& program, CellSource<Rows>& source, const std::vector<Scores<Rows>>& kept,
             Asker<Rows>& asker)
        : program_(program), source_(source), kept_(kept), asker_(asker) {}

    /// The points that an absent cell may stand for; anything where its peers are not known.
    PointRange absent_points(const Leaf& leaf, std::size_t row, const Cell& cell) {
        const auto peer = source_.peer(leaf.scales.groups, row);
        if (leaf.scales.splits() && peer == no_peers) {
            return {leaf.fewest, leaf.most};
        }
        const auto& scale = leaf.scales.each[leaf.scales.splits() ? peer : 0];
        const auto mean_peer = leaf.means.splits() ? source_.peer(leaf.means.groups, row) : PeerIndex{0};
        const double* mean = mean_peer < leaf.means.each.size() ? &leaf.means.each[mean_peer] : nullptr;
        return detail::absent_points(leaf, scale, cell, source_.has_counts(leaf.measure), mean);
    }

    /// Adds the points of cells that depend on more than their state.
    void add_looked_at(const Leaf& leaf, std::size_t first, std::size_t count, const State* state,
                       Aggregate aggregate, Sums<Rows>& sums, std::size_t at) {
        for (std::size_t i = 0; i < count; ++i) {
            if (leaf.looked_at.has(state[i])) {
                const auto range =
                    absent_points(leaf, first + i, source_.cell(leaf.measure, first + i, state[i]));
                if (is_extreme(aggregate)) {
                    sums.keep_extreme(aggregate == Aggregate::minimum, at + i, range.low, range.high);
                } else {
                    sums.low[at + i] += leaf.weight * leaf.term(range.low);
                    sums.high[at + i] += leaf.weight * leaf.term(range.high);
                }
            }
        }
    }

    /// The points that a cell earns, or may stand for.
    PointRange points_of(const Leaf& leaf, std::size_t row, const Cell& cell) {
        if (cell.state != State::present) {
            return absent_points(leaf, row, cell);
        }
        const std::size_t peer = leaf.scales.splits() ? source_.peer(leaf.scales.groups, row) : 0;
        const double earned = cell.share * points(leaf.scales.each[peer], cell.value);
        return {earned, earned};
    }

    /// Finds the score of a node that looks at its members one after the other.
    void gather(Aggregate aggregate, const Gathering& members, std::size_t first, std::size_t count,
                Sums<Rows>& own) {
        for (std::size_t at = 0; aggregate == Aggregate::count && at < count; at += run_length) {
            Seen<Rows> seen;
            asker_.tally(*members.tally, first + at, std::min(run_length, count - at), at, seen);
            std::copy_n(seen.low.begin(), run_length, own.low.begin() + static_cast<std::ptrdiff_t>(at));
            std::copy_n(seen.high.begin(), run_length, own.high.begin() + static_cast<std::ptrdiff_t>(at));
        }
        for (std::size_t i = 0; aggregate == Aggregate::spread && i < count; ++i) {
            Spread spread;
            for (const auto at : members.leaves) {
                const auto& leaf = program_.leaves()[at];
                const State state = source_.states(leaf.measure, first + i, 1)[0];
                if (leaf.divides(state)) {
                    spread.add(points_of(leaf, first + i, source_.cell(leaf.measure, first + i, state)));
                }
            }
            for (const auto slot : members.groups) {
                if (kept_[slot].due[i] > 0) {
                    spread.add({kept_[slot].low[i], kept_[slot].high[i]});
                }
            }
            own.low[i] = spread.range().low;
            own.high[i] = spread.range().high;
        }
    }

  private:
    static constexpr std::size_t run_length = detail::run_length<Rows>;

    const Program& program_;
    CellSource<Rows>& source_;
    const std::vector<Scores<Rows>>& kept_; // groups that stand in a spread are kept
    Asker<Rows>& asker_;
};

} // namespace vermeil::detail
