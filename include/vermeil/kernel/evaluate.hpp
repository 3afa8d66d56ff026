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
/// One object serves one thread at a time: it holds the sums of the rows in work.
template <Recorder R> class Evaluation {
  public:
    Evaluation(const Program& program, std::span<const MeasureColumn> columns, R& recorder)
        : program_(program), least_coverage_(snapped(program.rules().least_coverage)), columns_(columns),
          recorder_(recorder), work_(std::make_unique_for_overwrite<Work>()) {}

    /// Evaluates `count` rows from `first` on and hands each outcome to `take(row, outcome)`.
    /// A recorder that records is told every step, so it goes with one row at a time.
    template <class Take> void run(std::size_t first, std::size_t count, Take take) {
        for (std::size_t done = 0; done < count; done += detail::lanes) {
            const auto size = std::min(detail::lanes, count - done);
            add_up_block(first + done, size);
            judge_block(first + done, size);
            for (std::size_t i = 0; i < size; ++i) {
                take(first + done + i,
                     detail::outcome(program_.rules(), least_coverage_, work_->verdicts, i));
            }
        }
    }

  private:
    static constexpr std::size_t deepest = 10;

    struct Work {
        std::array<detail::Sums, deepest> sums;
        detail::Lane weighed;
        detail::Marks marks;
        detail::Verdicts verdicts;
        std::array<State, detail::lanes> states;
    };

    void add_up_block(std::size_t first, std::size_t count) {
        const bool stretches = program_.stretches();
        std::size_t depth = 0;
        work_->sums[0].clear(count, stretches);
        for (const auto& step : program_.steps()) {
            if (step.kind == Step::Kind::open) {
                work_->sums[++depth].clear(count, stretches);
            } else if (step.kind == Step::Kind::leaves) {
                add_leaves(step, first, count, work_->sums[depth]);
            } else {
                record_group(step.index, work_->sums[depth]);
                const auto& group = program_.rules().groups[step.index];
                detail::run_widest<detail::AddGroup>(count, group, work_->sums[depth], stretches,
                                                     work_->sums[depth - 1]);
                --depth;
            }
        }
    }

    void add_leaves(const Step& step, std::size_t first, std::size_t count, detail::Sums& sums) {
        for (std::size_t at = 0; at < count; at += detail::block) {
            for (std::size_t i = step.index; i < step.index + step.count; ++i) {
                add_leaf(program_.leaves()[i], first + at, std::min(detail::block, count - at), sums, at);
            }
        }
    }

    void add_leaf(const Leaf& leaf, std::size_t first, std::size_t count, detail::Sums& sums,
                  std::size_t at) {
        const auto& scale = program_.rules().indicators[leaf.measure].scale;
        const State* state = states(leaf.measure, first, count);
        const double* value = values(leaf.measure, first);
        const bool stretches = program_.stretches();
        detail::run_widest<detail::AddCells>(count, leaf, scale, value, state, stretches, work_->marks,
                                             work_->weighed, sums, at);
        if (!leaf.looked_at.empty()) {
            add_looked_at(leaf, scale, first, count, state, sums, at);
        }
        if constexpr (R::records) {
            record_leaf(leaf, scale, first, state[0]);
        }
    }

    /// The values of a measure; a planned one may have no column, and whatever stands in its place is not used.
    const double* values(std::size_t measure, std::size_t first) const {
        const auto& column = columns_[measure];
        return column.value.empty() ? detail::planned_values.data() : column.value.data() + first;
    }

    /// The states that count: a planned measure is not yet live, a base below the least n is too few.
    const State* states(std::size_t measure, std::size_t first, std::size_t count) {
        const auto& about = program_.framework().measures()[measure];
        const auto& column = columns_[measure];
        if (about.live && (about.least_n == 0 || column.n.empty())) {
            return column.state.data() + first;
        }
        if (!about.live) {
            std::fill_n(work_->states.begin(), count, State::not_yet_live);
            return work_->states.data();
        }
        for (std::size_t i = 0; i < count; ++i) {
            const auto given = column.state[first + i];
            const bool few = given == State::present && column.n[first + i] < about.least_n;
            work_->states[i] = few ? State::too_few : given;
        }
        return work_->states.data();
    }

    [[nodiscard]] bool has_counts(const Leaf& leaf) const { return !columns_[leaf.measure].count.empty(); }

    void add_looked_at(const Leaf& leaf, const Scale& scale, std::size_t first, std::size_t count,
                       const State* state, detail::Sums& sums, std::size_t at) {
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

    void record_group(std::size_t index, const detail::Sums& own) {
        if constexpr (R::records) {
            const bool mean = program_.rules().groups[index].aggregate == Aggregate::mean;
            const double due = own.due(program_.stretches())[0];
            const double divisor = mean && due > 0 ? due : 1;
            recorder_.group({index, snapped(own.low[0] / divisor), snapped(own.high[0] / divisor), due,
                             own.live[0], own.known[0]});
        }
    }

    /// Turns the sums of the whole into what the rules make of each row.
    void judge_block(std::size_t first, std::size_t count) {
        auto& made = work_->verdicts;
        detail::run_widest<detail::Score>(count, program_, work_->sums[0], made);
        detail::run_widest<detail::FindBands>(count, program_, made.lowest_score, made.lowest);
        detail::run_widest<detail::FindBands>(count, program_, made.highest_score, made.highest);
        std::fill_n(made.limiter.begin(), count, std::uint8_t{0});
        std::fill_n(made.settled.begin(), count, std::uint8_t{0});
        for (std::size_t i = 0; i < program_.limiters().size(); ++i) {
            apply_limiter(i, first, count, made);
        }
    }

    void apply_limiter(std::size_t index, std::size_t first, std::size_t count, detail::Verdicts& made) {
        const auto& plan = program_.limiters()[index];
        const auto effect = program_.rules().limiters[index].effect;
        const State* state = states(plan.measure, first, count);
        detail::run_widest<detail::Ask>(count, plan, values(plan.measure, first), state, made.firing);
        const auto number = static_cast<std::uint8_t>(index + 1);
        const auto lowest = made.lowest[0];
        const auto highest = made.highest[0];
        detail::run_widest<detail::Limit>(count, effect, plan.band, number, made);
        if constexpr (R::records) {
            recorder_.limiter({index, seen(plan.measure, first, state[0]),
                               static_cast<Firing>(made.firing[0]), lowest, highest, made.lowest[0],
                               made.highest[0]});
        }
    }

    const Program& program_;
    double least_coverage_;
    std::span<const MeasureColumn> columns_;
    R& recorder_;
    std::unique_ptr<Work> work_;
};

} // namespace vermeil
