// SPDX-License-Identifier: MIT
#pragma once
// What can be left out of a row at once, and the rows from which that is tried.

#include <vermeil/trust/silence.hpp>
#include <vermeil/trust/thresholds.hpp>
#include <vermeil/trust/trial.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Cells that are left out together.
using Move = std::vector<CellChange>;

/// A row after a move.
inline TrialRow with(TrialRow cells, const Move& move) {
    for (const auto& change : move) {
        cells[change.measure] = change.cell;
    }
    return cells;
}

/// All ways of leaving out some of the cells, of each measure in one way; none where they are more than so many.
inline std::vector<Move> choices(const std::vector<CellChange>& ways, std::size_t most) {
    std::vector<Move> moves{{}};
    for (std::size_t first = 0; first < ways.size();) {
        const auto count = moves.size();
        std::size_t next = first;
        for (; next < ways.size() && ways[next].measure == ways[first].measure; ++next) {
            if (moves.size() + count > most) {
                return {};
            }
            for (std::size_t i = 0; i < count; ++i) {
                moves.push_back(moves[i]);
                moves.back().push_back(ways[next]);
            }
        }
        first = next;
    }
    return moves;
}

/// Whether a measure stands in a group, however deep.
inline bool is_in(const Trial& trial, std::size_t measure, const std::string& group) {
    const auto* indicator = trial.measures()[measure].indicator;
    return indicator != nullptr && belongs(trial.rules(), indicator->within, {Subject::Kind::group, group});
}

/// All that is left of each group at once, in each state.
inline void add_groups(const Trial& trial, const Silence& silence, const std::vector<CellChange>& ways,
                       std::vector<Move>& moves) {
    for (const auto& group : trial.rules().groups) {
        for (const auto state : silence.states()) {
            Move move;
            for (const auto& way : ways) {
                if (way.cell.state == state && is_in(trial, way.measure, group.id)) {
                    move.push_back(way);
                }
            }
            if (move.size() > 1) {
                moves.push_back(std::move(move));
            }
        }
    }
}

/// Single cells and whole groups, pairs, or triples; none where there are too many.
inline std::vector<Move> moves_of(const Trial& trial, const Silence& silence, const TrialRow& cells,
                                  std::size_t size) {
    constexpr std::size_t most_in_pairs = 80, most_in_triples = 24;
    const auto ways = silence.ways(cells);
    std::vector<Move> moves;
    if (size == 1) {
        for (const auto& way : ways) {
            moves.push_back({way});
        }
        add_groups(trial, silence, ways, moves);
        return moves;
    }
    if (ways.size() > (size == 2 ? most_in_pairs : most_in_triples)) {
        return moves;
    }
    for (std::size_t i = 0; i < ways.size(); ++i) {
        for (std::size_t j = i + 1; j < ways.size(); ++j) {
            if (size == 2 && ways[i].measure != ways[j].measure) {
                moves.push_back({ways[i], ways[j]});
            }
            for (std::size_t k = j + 1; size == 3 && k < ways.size(); ++k) {
                if (ways[i].measure != ways[j].measure && ways[j].measure != ways[k].measure) {
                    moves.push_back({ways[i], ways[j], ways[k]});
                }
            }
        }
    }
    return moves;
}

/// Rows at their best but for a part that is at its worst: a quarter, a half or three quarters of the measures, which a
/// counter chooses, and then each group.
inline std::vector<TrialRow> mixed_ends(const Trial& trial) {
    constexpr std::size_t most_parts = 32;
    std::vector<TrialRow> made;
    const auto add = [&](auto is_worst) {
        auto& row = made.emplace_back(trial.rows().front());
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto& tried = trial.measures()[i];
            const bool high = is_worst(i) != trial.more_is_better();
            row[i] = tried.indicator != nullptr ? RowMaker::cell_at(tried, high ? 1 : 0) : row[i];
        }
    };
    for (std::size_t part = 0; part < most_parts; ++part) {
        add([&](std::size_t i) {
            return Trial::scattered(part * trial.measures().size() + i) % 4 < 1 + part % 3;
        });
    }
    for (const auto& group : trial.rules().groups) {
        add([&](std::size_t i) { return is_in(trial, i, group.id); });
    }
    return made;
}

} // namespace vermeil::detail
