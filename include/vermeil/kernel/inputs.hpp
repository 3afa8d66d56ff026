// SPDX-License-Identifier: MIT
#pragma once
// The columns that a program asks for, in its order, and the peers of each row.

#include <vermeil/core/error.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <cmath>
#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace vermeil::detail {

/// What an evaluation reads. It looks at the table's memory.
///
/// A measure whose scale depends on peers that are not known is `unknown` there: no norm says what its value is worth.
template <std::same_as<Program> P> class Inputs {
  public:
    /// @throws Error when a live measure has no column.
    Inputs(const P& program, const MeasureTable& table) {
        find_columns(program, table);
        find_peers(program, table.rows());
    }

    /// One row of a table, which is then the only one.
    /// @throws Error when a live measure has no column.
    Inputs(const P& program, const MeasureTable& table, std::size_t row) {
        find_columns(program, table);
        for (auto& column : columns_) {
            column = column.only(row);
        }
        find_peers(program, std::size_t{1});
    }

    /// @throws Error when there are more or fewer cells than measures, or a present one is not a number.
    Inputs(const P& program, std::span<const Cell> cells, std::int32_t as_of = no_day) {
        const auto needed = program.framework().measures().size();
        if (cells.size() != needed) {
            throw Error(std::to_string(cells.size()) + " cells for " + std::to_string(needed) + " measures");
        }
        columns_.reserve(cells.size());
        for (const auto& cell : cells) {
            if (cell.state == State::present && !std::isfinite(cell.value)) {
                throw Error("a cell is present and not a number; give a state where there is no value");
            }
            columns_.push_back(
                {{&cell.value, 1},
                 {&cell.state, 1},
                 {&cell.n, 1},
                 {&cell.count, 1},
                 {&cell.flags, 1},
                 {&cell.day, 1},
                 as_of == no_day ? cell.as_of : as_of,
                 cell.share == 1 ? std::span<const double>() : std::span<const double>(&cell.share, 1)});
        }
        find_peers(program, std::size_t{1});
    }

    // It looks at memory of its own.
    Inputs(const Inputs&) = delete;
    Inputs& operator=(const Inputs&) = delete;

    [[nodiscard]] std::span<const MeasureColumn> columns() const noexcept { return columns_; }
    [[nodiscard]] std::span<const std::vector<PeerIndex>> peers() const noexcept { return peers_; }

  private:
    void find_columns(const P& program, const MeasureTable& table) {
        columns_.reserve(program.framework().measures().size());
        for (const auto& measure : program.framework().measures()) {
            const auto* column = table.find(measure.id);
            if (column == nullptr && measure.live) {
                throw Error("measure " + quoted(measure.id) + " has no column; the table has " +
                            one_of(table.ids()));
            }
            columns_.push_back(column != nullptr ? *column : MeasureColumn{});
        }
    }

    void find_peers(const P& program, auto rows) {
        for (const auto& groups : program.peers()) {
            auto& known = peers_.emplace_back(rows, no_peers);
            if (groups.fact == PeerGroups::same_members) {
                continue; // who they are is known once the members are counted
            }
            const auto& fact = columns_[groups.fact];
            for (std::size_t row = 0; row < fact.value.size(); ++row) {
                if (fact.state[row] == State::present) {
                    known[row] = groups.index(fact.value[row]);
                }
            }
        }
        for (const auto& leaf : program.leaves()) {
            if (leaf.scales.splits()) {
                hide_unknown(columns_[leaf.measure], peers_[leaf.scales.groups]);
            }
        }
    }

    void hide_unknown(auto& column, const auto& peers) {
        std::vector<State> state(column.state.begin(), column.state.end());
        bool hides = false;
        for (std::size_t row = 0; row < state.size(); ++row) {
            const bool hidden = state[row] == State::present && peers[row] == no_peers;
            state[row] = hidden ? State::unknown : state[row];
            hides = hides || hidden;
        }
        if (hides) {
            owned_.push_back(std::move(state));
            column.state = owned_.back();
        }
    }

    std::vector<MeasureColumn> columns_;
    std::vector<std::vector<PeerIndex>> peers_;
    std::vector<std::vector<State>> owned_; // states that differ from the table's; they stay where they are
};

} // namespace vermeil::detail
