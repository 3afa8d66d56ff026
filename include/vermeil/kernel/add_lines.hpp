// SPDX-License-Identifier: MIT
#pragma once
// Cells of several leaves added up together, eight rows in a register, on machines that can pick eight numbers by their
// states in one step.

#include <vermeil/core/observed.hpp>
#include <vermeil/kernel/cell_source.hpp>
#include <vermeil/kernel/group_plan.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/line_terms.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/step.hpp>
#include <vermeil/kernel/sums.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <limits>
#include <span>

namespace vermeil::detail {

/// Where the cells of a few leaves lie, for the rows of one run.
struct CellsOfLines {
    std::array<const double*, leaves_at_once> value{};
    std::array<const State*, leaves_at_once> state{};
};

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
/// Adds the cells of a step's leaves to the sums of a node, with the operations of `ReadCells` and `AddCells` in their
/// order. The sums of a step stay in registers; only their totals are written.
template <std::size_t Rows> class AddLines {
  public:
    /// Takes one to `leaves_at_once` leaves. Where they are all of a group, `whole`, it adds the group's score in their
    /// place, with the operations of `FinishGroup` and `AddGroup`.
    static void run(const LinesOfStep& lines, bool stretches, const CellsOfLines& cells,
                    const GroupPlan* whole, Sums<Rows>& sums, std::size_t at) {
        run_with<1>(lines, stretches, cells, whole, sums, at);
    }

  private:
    using Numbers = double __attribute__((vector_size(64)));
    using Places = long long __attribute__((vector_size(64)));
    using Words = long long __attribute__((vector_size(16)));
    using Bytes = char __attribute__((vector_size(16)));
    static constexpr std::size_t at_once = 8;
    static constexpr std::size_t ahead = 256, cache_line = 64; // rows, bytes: memory is asked so early

    /// The number of leaves is known where the loop over them is compiled, which leaves nothing to guess in it.
    template <std::size_t Count> static void run_with(const LinesOfStep& lines, bool stretches,
                                                      const CellsOfLines& cells, const GroupPlan* whole,
                                                      Sums<Rows>& sums, std::size_t at) {
        if constexpr (Count < leaves_at_once) {
            if (lines.each.size() > Count) {
                run_with<Count + 1>(lines, stretches, cells, whole, sums, at);
                return;
            }
        }
        const auto add_them = stretches      ? add<Count, true, true>
                              : lines.starts ? add<Count, false, true>
                                             : add<Count, false, false>;
        add_them(lines.each.data(), cells, whole, sums, at);
    }

    /// What the cells of eight rows come to.
    struct Totals {
        Numbers earned{}, fewest{}, most{}, live{}, known{}, due{};
    };

    /// What is added to the sums of eight rows.
    struct Terms {
        Numbers low, high, live, known, due;
    };

    template <std::size_t Count, bool Stretches, bool Starts>
    [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512"),
      gnu::optimize("fp-contract=off")]] static void
    add(const LineTerms* leaves, const CellsOfLines& cells, const GroupPlan* whole, Sums<Rows>& sums,
        std::size_t at) {
        for (std::size_t i = 0; i < run_length<Rows>; i += at_once) {
            Totals totals;
#pragma GCC unroll 8
            for (std::size_t k = 0; k < Count; ++k) {
                add_cells<Stretches, Starts>(leaves[k], cells.value[k] + i, cells.state[k] + i, i, totals);
            }
            Terms terms{totals.earned + totals.fewest, totals.earned + totals.most, totals.live, totals.known,
                        Stretches ? totals.due : totals.live};
            if (whole != nullptr) {
                terms = score_of(terms, whole->weight);
            }
            add_to(sums.low, at + i, terms.low);
            add_to(sums.high, at + i, terms.high);
            add_to(sums.live, at + i, terms.live);
            add_to(sums.known, at + i, terms.known);
            if constexpr (Stretches) {
                add_to(sums.stretched, at + i, terms.due);
            }
        }
    }

    /// What a group of so much weight adds to the node around it.
    [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512"),
      gnu::optimize("fp-contract=off"), gnu::always_inline]] static Terms
    score_of(const Terms& own, double weight) {
        constexpr double least = std::numeric_limits<double>::denorm_min();
        const Numbers divisor = own.due > least ? own.due : Numbers{} + least;
        const Numbers present = own.live > least ? own.live : Numbers{} + least;
        const Numbers all = Numbers{} + weight;
        return {weight * (own.due > 0 ? own.low / divisor : Numbers{}),
                weight * (own.due > 0 ? own.high / divisor : Numbers{}), own.live > 0 ? all : Numbers{},
                weight * (own.known / present), own.due > 0 ? all : Numbers{}};
    }

    /// Adds the cells of eight rows of a leaf. Memory is asked for those to come, a line of it at a time.
    template <bool Stretches, bool Starts>
    [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512"),
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
        if constexpr (Starts) {
            add_picked(leaf.fewest, state, totals.fewest);
        }
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

/// Adds the cells of a step's leaves together, or the score of the group that they are, `whole`, where all are lines and
/// the machine can; else says no, and adds nothing.
template <std::size_t Rows>
bool add_lines([[maybe_unused]] Width width, [[maybe_unused]] const Program& program,
               [[maybe_unused]] const Step& step, [[maybe_unused]] const GroupPlan* whole,
               [[maybe_unused]] CellSource<Rows>& source, [[maybe_unused]] std::size_t first,
               [[maybe_unused]] std::size_t count, [[maybe_unused]] Sums<Rows>& sums) {
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
    const auto& lines = program.lines()[step.choices];
    if (Rows == 1 || width != Width::avx512 || lines.each.empty() || program.counts_members()) {
        return false;
    }
    for (std::size_t i = 0; i < step.count; ++i) {
        if (source.has_shares(program.leaves()[step.index + i].measure)) {
            return false;
        }
    }
    CellsOfLines cells;
    for (std::size_t at = 0; at < count; at += run_length<Rows>) {
        for (std::size_t i = 0; i < step.count; ++i) {
            const auto measure = program.leaves()[step.index + i].measure;
            const auto size = std::min(run_length<Rows>, count - at);
            cells.state[i] = source.states(measure, first + at, size, i);
            cells.value[i] = source.values(measure, first + at, size, i);
        }
        AddLines<Rows>::run(lines, program.stretches(), cells, whole, sums, at);
    }
    return true;
#else
    return false;
#endif
}

} // namespace vermeil::detail
