// SPDX-License-Identifier: MIT
#pragma once
// The columns that an evaluation reads, as its rules see them.

#include <vermeil/core/observed.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vermeil::detail {

/// The columns of a framework's measures, in their order, read a run at a time. What is handed out holds until the next
/// values or states are asked for in the same slot.
template <std::size_t Rows> class CellSource {
  public:
    CellSource(const Program& program, std::span<const MeasureColumn> columns,
               std::span<const std::vector<PeerIndex>> peers)
        : program_(program), columns_(columns), peers_(peers) {}

    /// The position of each row's peers in one of the program's groups of peers; null where all services are peers.
    const PeerIndex* peers(std::size_t groups, std::size_t first, std::size_t count) {
        if (groups >= peers_.size()) {
            return nullptr;
        }
        const auto& known = peers_[groups];
        if (count < run_length) {
            std::copy_n(known.begin() + static_cast<std::ptrdiff_t>(first), count, peer_.begin());
            return peer_.data();
        }
        return known.data() + first;
    }
    [[nodiscard]] PeerIndex peer(std::size_t groups, std::size_t row) const {
        return groups < peers_.size() ? peers_[groups][row] : PeerIndex{0};
    }

    /// Asks memory for what the run after the next will read: where columns are read by turns, no processor guesses it.
    [[gnu::always_inline]] void fetch_ahead(std::size_t measure, std::size_t first) const {
        constexpr std::size_t ahead = 2 * run_length, line = 64;
        const auto& column = columns_[measure];
        if (Rows > 1 && first + ahead + run_length <= column.value.size()) {
            for (std::size_t i = 0; i < run_length; i += line / sizeof(double)) {
                __builtin_prefetch(column.value.data() + first + ahead + i, 0, 2);
            }
            for (std::size_t i = 0; i < run_length; i += line) {
                __builtin_prefetch(column.state.data() + first + ahead + i, 0, 2);
            }
        }
    }

    /// The values of a measure. A planned one may have no column, and whatever stands in its place is not used; at the end
    /// of a column the rest of a run is made up likewise.
    const double* values(std::size_t measure, std::size_t first, std::size_t count, std::size_t slot = 0) {
        const auto& value = columns_[measure].value;
        auto& own = values_[slot];
        if (value.empty()) {
            return own.data();
        }
        if (count < run_length) {
            std::copy_n(value.begin() + static_cast<std::ptrdiff_t>(first), count, own.begin());
            return own.data();
        }
        return value.data() + first;
    }

    /// The states that count: a planned measure is not yet live, a base below the least n is too few.
    const State* states(std::size_t measure, std::size_t first, std::size_t count, std::size_t slot = 0) {
        const auto& about = program_.needs()[measure];
        const auto& column = columns_[measure];
        auto& own = states_[slot];
        if (!about.live) {
            own.fill(State::not_yet_live);
            return own.data();
        }
        const State* given = column.state.data() + first;
        if (about.least_n != 0 && !column.n.empty()) {
            const std::uint32_t* n = column.n.data() + first;
            for (std::size_t i = 0; i < count; ++i) {
                const bool few = given[i] == State::present && n[i] < about.least_n;
                own[i] = few ? State::too_few : given[i];
            }
            return own.data();
        }
        if (count < run_length) {
            std::copy_n(given, count, own.begin());
            return own.data();
        }
        return given;
    }

    [[nodiscard]] bool has_shares(std::size_t measure) const { return !columns_[measure].share.empty(); }

    /// How much of its points each row earns; null where all earn all of them.
    const double* shares(std::size_t measure, std::size_t first, std::size_t count) {
        const auto& share = columns_[measure].share;
        if (share.empty()) {
            return nullptr;
        }
        shares_.fill(1);
        std::copy_n(share.begin() + static_cast<std::ptrdiff_t>(first), count, shares_.begin());
        return shares_.data();
    }

    [[nodiscard]] bool has_counts(std::size_t measure) const { return !columns_[measure].count.empty(); }

    /// A cell as the rules see it: with the state that counts, and no value unless it is present.
    [[nodiscard]] Cell cell(std::size_t measure, std::size_t row, State state) const {
        const auto& column = columns_[measure];
        auto cell = column.value.empty() ? Cell{} : column.cell(row);
        cell.value = state == State::present ? cell.value : 0;
        cell.state = state;
        return cell;
    }

  private:
    static constexpr std::size_t run_length = detail::run_length<Rows>;

    const Program& program_;
    std::span<const MeasureColumn> columns_;
    std::span<const std::vector<PeerIndex>> peers_;
    std::array<PeerIndex, run_length> peer_{};
    std::array<std::array<State, run_length>, leaves_at_once> states_{};
    std::array<std::array<double, run_length>, leaves_at_once> values_{};
    std::array<double, run_length> shares_{};
};

} // namespace vermeil::detail
