// SPDX-License-Identifier: MIT
#pragma once
// Finds a row's peers, and the band that it has among them.

#include <vermeil/framework/band.hpp>
#include <vermeil/kernel/absent.hpp>
#include <vermeil/kernel/cell_source.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/peers.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/standing.hpp>
#include <vermeil/kernel/sums.hpp>
#include <vermeil/kernel/verdicts.hpp>

#include <cstddef>
#include <vector>

namespace vermeil::detail {

/// Finds the peers of rows in work, and their bands by the cuts of these.
template <std::size_t Rows> class PeerFinder {
  public:
    PeerFinder(const Program& program, const CellSource<Rows>& source, Width width)
        : program_(program), source_(source), width_(width) {}

    /// The position of a row's peers among a program's: those of a fact, or those with as many members of a node.
    [[nodiscard]] PeerIndex peer(std::size_t groups, const Sums<Rows>& own, std::size_t first,
                                 std::size_t i) const {
        const auto& all = program_.peers();
        const bool counts = groups < all.size() && all[groups].fact == PeerGroups::same_members;
        return counts ? all[groups].index(own.members[i]) : source_.peer(groups, first + i);
    }

    /// The bands of one row of a node by the cuts of its peers; any, where these are not known.
    void find_band(const ByPeers<std::vector<double>>& cuts, const std::vector<Band>& bands,
                   const Sums<Rows>& own, PointRange score, std::size_t first, std::size_t i,
                   Standing<Rows>& made) const {
        const auto row = cuts.splits() ? peer(cuts.groups, own, first, i) : PeerIndex{0};
        const bool known = row < cuts.each.size() && cuts.each[row].size() + 1 == bands.size();
        find_bands_at(bands, known ? &cuts.each[row] : nullptr, score, made, i);
    }

    /// The bands of the whole by cuts, which may be the peers' own.
    void find_bands(std::size_t first, std::size_t count, const Sums<Rows>& whole,
                    Verdicts<Rows>& made) const {
        const auto& cuts = program_.cuts();
        const auto& bands = program_.rules().bands;
        const bool same_for_all = !cuts.splits() && cuts.each[0].size() + 1 == bands.size();
        for (std::size_t at = 0; same_for_all && at < count; at += run_length<Rows>) {
            using Find = FindBands<Rows>;
            run<Find>(width_, program_, cuts.each[0], made.lowest_score, made.lowest, at);
            run<Find>(width_, program_, cuts.each[0], made.highest_score, made.highest, at);
        }
        for (std::size_t i = 0; !same_for_all && i < count; ++i) {
            find_band(cuts, bands, whole, {made.lowest_score[i], made.highest_score[i]}, first, i, made);
        }
    }

  private:
    const Program& program_;
    const CellSource<Rows>& source_;
    Width width_;
};

} // namespace vermeil::detail
