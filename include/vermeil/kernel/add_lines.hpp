// SPDX-License-Identifier: MIT
#pragma once
// Cells of several leaves added up together, eight rows in a register, on machines that can pick eight numbers by their
// states in one step.

#include <vermeil/core/observed.hpp>
#include <vermeil/kernel/cell_source.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/line_terms.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/step.hpp>
#include <vermeil/kernel/sums.hpp>

#include <array>
#include <cstddef>
#include <cstring>
#include <span>

namespace vermeil::detail {

/// Where the cells of a few leaves lie, for the rows of one run.
struct CellsOfLines {
    std::array<const double*, leaves_at_once> value{};
    std::array<const State*, leaves_at_once> state{};
};

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
/// Adds the cells of a step's leaves to the sums of the node they stand in, with the operations of `ReadCells` and
/// `AddCells` in their order. The sums of a step stay in registers; only their totals are written.
template <std::size_t Rows> class AddLines {
  public:
    /// Takes one to `leaves_at_once` leaves.
    static void run(std::span<const LineTerms> leaves, bool stretches, const CellsOfLines& cells,
                    Sums<Rows>& sums, std::size_t at) {
        run_with<1>(leaves, stretches, cells, sums, at);
    }

  private:
    using Numbers = double __attribute__((vector_size(64)));
    using Places = long long __attribute__((vector_size(64)));
    using Words = long long __attribute__((vector_size(16)));
    using Bytes = char __attribute__((vector_size(16)));
    static constexpr std::size_t at_once = 8;
    static constexpr std::size_t ahead = 256, cache_line = 64; // rows, bytes: memory is asked so early

    /// The number of leaves is known where the loop over them is compiled, which leaves nothing to guess in it.
    template <std::size_t Count> static void run_with(std::span<const LineTerms> leaves, bool stretches,
                                                      const CellsOfLines& cells, Sums<Rows>& sums,
                                                      std::size_t at) {
        if constexpr (Count < leaves_at_once) {
            if (leaves.size() > Count) {
                run_with<Count + 1>(leaves, stretches, cells, sums, at);
                return;
            }
        }
        if (stretches) {
            add<Count, true>(leaves.data(), cells, sums, at);
        } else {
            add<Count, false>(leaves.data(), cells, sums, at);
        }
    }

    /// The sums of eight rows.
    struct Totals {
        Numbers earned{}, fewest{}, most{}, live{}, known{}, due{};
    };

    template <std::size_t Count, bool Stretches>
    [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512"),
      gnu::optimize("fp-contract=off")]] static void
    add(const LineTerms* leaves, const CellsOfLines& cells, Sums<Rows>& sums, std::size_t at) {
        for (std::size_t i = 0; i < run_length<Rows>; i += at_once) {
            Totals totals;
#pragma GCC unroll 8
            for (std::size_t k = 0; k < Count; ++k) {
                add_cells<Stretches>(leaves[k], cells.value[k] + i, cells.state[k] + i, i, totals);
            }
            add_to(sums.low, at + i, totals.earned + totals.fewest);
            add_to(sums.high, at + i, totals.earned + totals.most);
            add_to(sums.live, at + i, totals.live);
            add_to(sums.known, at + i, totals.known);
            if constexpr (Stretches) {
                add_to(sums.stretched, at + i, totals.due);
            }
        }
    }

    /// Adds the cells of eight rows of a leaf. Memory is asked for those to come, a line of it at a time.
    template <bool Stretches> [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512"),
                                gnu::optimize("fp-contract=off"), gnu::always_inline]] static void
    add_cells(const LineTerms& leaf, const double* values, const State* states, std::size_t row,
              Totals& totals) {
        __builtin_prefetch(values + ahead, 0, 2);
        if (row % cache_line == 0) {
            __builtin_prefetch(states + ahead, 0, 2);
        }
        long long bytes = 0;
        std::memcpy(&bytes, states, at_once);
        const auto state = reinterpret_cast<Places>(
            __builtin_ia32_pmovzxbq512_mask(reinterpret_cast<Bytes>(Words{bytes, 0}), Places{}, 255));
        Numbers value;
        std::memcpy(&value, values, sizeof value);
        const Line& line = leaf.line;
        const Numbers share = (value - line.from) * line.per_unit;
        const Numbers above = share > line.nothing ? share : line.nothing; // NaN: nothing
        const Numbers held = above < line.all ? above : line.all;
        totals.earned += state == 0 ? leaf.factor * (line.first + held * line.rise) : Numbers{};
        add_picked(leaf.fewest, state, totals.fewest);
        add_picked(leaf.most, state, totals.most);
        add_picked(leaf.live, state, totals.live);
        add_picked(leaf.known, state, totals.known);
        if constexpr (Stretches) {
            add_picked(leaf.due, state, totals.due);
        }
    }

    [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512"),
      gnu::optimize("fp-contract=off"), gnu::always_inline]] static void
    add_picked(const ByState& numbers, const Places& state, Numbers& sum) {
        Numbers table;
        std::memcpy(&table, numbers.data(), sizeof table);
        sum += __builtin_shuffle(table, state);
    }

    [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512"),
      gnu::optimize("fp-contract=off"), gnu::always_inline]] static void
    add_to(Lane<Rows>& lane, std::size_t at, const Numbers& more) {
        Numbers sum;
        std::memcpy(&sum, lane.data() + at, sizeof sum);
        sum += more;
        std::memcpy(lane.data() + at, &sum, sizeof sum);
    }
};
#endif

/// Adds the cells of a step's leaves together, where all are lines and the machine can; else says no, and adds nothing.
template <std::size_t Rows>
bool add_lines([[maybe_unused]] Width width, [[maybe_unused]] const Program& program,
               [[maybe_unused]] const Step& step, [[maybe_unused]] CellSource<Rows>& source,
               [[maybe_unused]] std::size_t first, [[maybe_unused]] std::size_t count,
               [[maybe_unused]] Sums<Rows>& sums, [[maybe_unused]] std::size_t at) {
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
    const auto& lines = program.lines()[step.choices];
    if (Rows == 1 || width != Width::avx512 || lines.empty() || program.counts_members()) {
        return false;
    }
    CellsOfLines cells;
    for (std::size_t i = 0; i < step.count; ++i) {
        const auto measure = program.leaves()[step.index + i].measure;
        if (source.has_shares(measure)) {
            return false;
        }
        cells.state[i] = source.states(measure, first, count, i);
        cells.value[i] = source.values(measure, first, count, i);
    }
    AddLines<Rows>::run(lines, program.stretches(), cells, sums, at);
    return true;
#else
    return false;
#endif
}

} // namespace vermeil::detail
