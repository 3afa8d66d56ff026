// SPDX-License-Identifier: MIT
#pragma once
// The one evaluation that makes every rating and every risk score.

#include <vermeil/core/snap.hpp>
#include <vermeil/kernel/absent.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/recorder.hpp>
#include <vermeil/kernel/sums.hpp>
#include <vermeil/kernel/verdicts.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace vermeil {

/// The columns of the framework's measures, in their order, and a program to evaluate them with.
///
/// `Rows` says how many rows are evaluated side by side. A recorder that records is told every step, so it goes with one
/// row at a time. One object serves one thread at a time: it holds the sums of the rows in work.
template <Recorder R, std::size_t Rows> class Evaluation {
  public:
    static_assert(Rows == 1 || (Rows % detail::block == 0 && !R::records));

    Evaluation(const Program& program, std::span<const MeasureColumn> columns, R& recorder,
               detail::Width width = detail::width())
        : program_(program), columns_(columns), recorder_(recorder), width_(width),
          work_(std::make_unique_for_overwrite<Work>()) {}

    /// Evaluates `count` rows from `first` on and hands them to `take(row, verdicts, number)`, some at a time.
    template <class Take> void run(std::size_t first, std::size_t count, Take take) {
        for (std::size_t done = 0; done < count; done += Rows) {
            const auto size = std::min(Rows, count - done);
            add_up(first + done, size);
            judge(first + done, size);
            take(first + done, work_->verdicts, size);
        }
    }

  private:
    static constexpr std::size_t deepest = 10;
    static constexpr std::size_t run_length = detail::run_length<Rows>;

    struct Work {
        std::array<detail::Sums<Rows>, deepest> sums;
        detail::Cells<Rows> cells;
        detail::Verdicts<Rows> verdicts;
        std::array<State, run_length> states{};
        std::array<double, run_length> values{};
    };

    /// Runs a loop over all rows in work. What lies beyond `count` in the last run is worked on and never looked at.
    template <class Loop, class... Parts> void run_over(std::size_t count, Parts&&... parts) {
        for (std::size_t at = 0; at < count; at += run_length) {
            detail::run<Loop>(width_, parts..., at);
        }
    }

    static std::size_t padded(std::size_t count) {
        return (count + run_length - 1) / run_length * run_length;
    }

    void add_up(std::size_t first, std::size_t count) {
        std::size_t depth = 0;
        work_->sums[0].clear(padded(count), program_.stretches());
        for (const auto& step : program_.steps()) {
            if (step.kind == Step::Kind::open) {
                work_->sums[++depth].clear(padded(count), program_.stretches());
            } else if (step.kind == Step::Kind::leaves) {
                add_leaves(step, first, count, work_->sums[depth]);
            } else {
                record_group(step.index, work_->sums[depth]);
                const auto& group = program_.rules().groups[step.index];
                run_over<detail::AddGroup<Rows>>(count, group, work_->sums[depth], program_.stretches(),
                                                 work_->sums[depth - 1]);
                --depth;
            }
        }
    }

    void add_leaves(const Step& step, std::size_t first, std::size_t count, detail::Sums<Rows>& sums) {
        const auto& sum = program_.choices_of_leaves()[step.choices];
        for (std::size_t at = 0; at < count; at += run_length) {
            work_->cells.clear();
            for (std::size_t i = 0; i < step.count; ++i) {
                read_leaf(program_.leaves()[step.index + i], static_cast<std::uint8_t>(1U << i), first + at,
                          std::min(run_length, count - at), sums, at);
            }
            detail::run<detail::AddCells<Rows>>(width_, sum, program_.stretches(), work_->cells, sums, at);
        }
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

    void read_leaf(const Leaf& leaf, std::uint8_t bit, std::size_t first, std::size_t count,
                   detail::Sums<Rows>& sums, std::size_t at) {
        fetch_ahead(leaf.measure, first);
        const auto& scale = program_.rules().indicators[leaf.measure].scale;
        const State* state = states(leaf.measure, first, count);
        const double* value = values(leaf.measure, first, count);
        detail::run<detail::ReadCells<Rows>>(width_, leaf, scale, bit, value, state, work_->cells);
        if (!leaf.looked_at.empty()) {
            add_looked_at(leaf, scale, first, count, state, sums, at);
        }
        if constexpr (R::records) {
            record_leaf(leaf, scale, first, state[0]);
        }
    }

    /// The values of a measure. A planned one may have no column, and whatever stands in its place is not used; at the end
    /// of a column the rest of a run is made up likewise.
    const double* values(std::size_t measure, std::size_t first, std::size_t count) {
        const auto& value = columns_[measure].value;
        if (value.empty()) {
            return work_->values.data();
        }
        if (count < run_length) {
            std::copy_n(value.begin() + static_cast<std::ptrdiff_t>(first), count, work_->values.begin());
            return work_->values.data();
        }
        return value.data() + first;
    }

    /// The states that count: a planned measure is not yet live, a base below the least n is too few.
    const State* states(std::size_t measure, std::size_t first, std::size_t count) {
        const auto& about = program_.needs()[measure];
        const auto& column = columns_[measure];
        if (!about.live) {
            work_->states.fill(State::not_yet_live);
            return work_->states.data();
        }
        const State* given = column.state.data() + first;
        if (about.least_n != 0 && !column.n.empty()) {
            const std::uint32_t* n = column.n.data() + first;
            for (std::size_t i = 0; i < count; ++i) {
                const bool few = given[i] == State::present && n[i] < about.least_n;
                work_->states[i] = few ? State::too_few : given[i];
            }
            return work_->states.data();
        }
        if (count < run_length) {
            std::copy_n(given, count, work_->states.begin());
            return work_->states.data();
        }
        return given;
    }

    [[nodiscard]] bool has_counts(const Leaf& leaf) const { return !columns_[leaf.measure].count.empty(); }

    void add_looked_at(const Leaf& leaf, const Scale& scale, std::size_t first, std::size_t count,
                       const State* state, detail::Sums<Rows>& sums, std::size_t at) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto policy = leaf.policy[static_cast<std::size_t>(state[i])];
            if (state[i] != State::present && (policy == Policy::interval || policy == Policy::zero)) {
                const auto range = detail::absent_points(leaf, scale, seen(leaf.measure, first + i, state[i]),
                                                         has_counts(leaf));
                sums.low[at + i] += leaf.weight * range.low;
                sums.high[at + i] += leaf.weight * range.high;
            }
        }
    }

    void record_leaf(const Leaf& leaf, const Scale& scale, std::size_t row, State state) {
        const auto cell = seen(leaf.measure, row, state);
        const bool here = state == State::present;
        const double earned = here ? points(scale, cell.value) : 0;
        const auto range = here ? detail::PointRange{earned, earned}
                                : detail::absent_points(leaf, scale, cell, has_counts(leaf));
        const double weight = leaf.divides(state) ? leaf.weight : 0;
        recorder_.indicator({leaf.measure, cell, weight, range.low, range.high});
    }

    /// A cell as the rules see it: with the state that counts, and no value unless it is present.
    Cell seen(std::size_t measure, std::size_t row, State state) const {
        const auto& column = columns_[measure];
        auto cell = column.value.empty() ? Cell{} : column.cell(row);
        cell.value = state == State::present ? cell.value : 0;
        cell.state = state;
        return cell;
    }

    void record_group(std::size_t index, const detail::Sums<Rows>& own) {
        if constexpr (R::records) {
            const bool mean = program_.rules().groups[index].aggregate == Aggregate::mean;
            const double due = own.due(program_.stretches())[0];
            const double divisor = mean && due > 0 ? due : 1;
            recorder_.group({index, snapped(own.low[0] / divisor), snapped(own.high[0] / divisor), due,
                             own.live[0], own.known[0]});
        }
    }

    /// Turns the sums of the whole into what the rules make of each row.
    void judge(std::size_t first, std::size_t count) {
        auto& made = work_->verdicts;
        run_over<detail::Score<Rows>>(count, program_, work_->sums[0], made);
        run_over<detail::FindBands<Rows>>(count, program_, made.lowest_score, made.lowest);
        run_over<detail::FindBands<Rows>>(count, program_, made.highest_score, made.highest);
        for (std::size_t i = 0; i < program_.limiters().size(); ++i) {
            for (std::size_t at = 0; at < count; at += run_length) {
                apply_limiter(i, first + at, std::min(run_length, count - at), at);
            }
        }
        run_over<detail::Decide<Rows>>(count, program_.rules(), made);
    }

    void apply_limiter(std::size_t index, std::size_t first, std::size_t count, std::size_t at) {
        auto& made = work_->verdicts;
        const auto& plan = program_.limiters()[index];
        const State* state = states(plan.measure, first, count);
        const double* value = values(plan.measure, first, count);
        detail::run<detail::Ask<Rows>>(width_, plan, value, state, made, at);
        const auto number = static_cast<std::uint8_t>(index + 1);
        const auto lowest = made.lowest[0];
        const auto highest = made.highest[0];
        detail::run<detail::Limit<Rows>>(width_, plan, number, made, at);
        if constexpr (R::records) {
            const auto firing = made.fires[0] != 0      ? Firing::yes
                                : made.may_fire[0] != 0 ? Firing::unknown
                                                        : Firing::no;
            recorder_.limiter({index, seen(plan.measure, first, state[0]), firing, lowest, highest,
                               made.lowest[0], made.highest[0]});
        }
    }

    const Program& program_;
    std::span<const MeasureColumn> columns_;
    R& recorder_;
    detail::Width width_;
    std::unique_ptr<Work> work_;
};

} // namespace vermeil
