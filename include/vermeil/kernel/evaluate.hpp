// SPDX-License-Identifier: MIT
#pragma once
// The one evaluation that makes every rating and every risk score.

#include <vermeil/core/snap.hpp>
#include <vermeil/kernel/absent.hpp>
#include <vermeil/kernel/ask.hpp>
#include <vermeil/kernel/asker.hpp>
#include <vermeil/kernel/cell_source.hpp>
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
        : program_(program), source_(program, columns), recorder_(recorder), width_(width),
          work_(std::make_unique_for_overwrite<Work>()), kept_(program.kept_count()),
          asker_(program, source_, kept_,
                 {&work_->verdicts.lowest_score, &work_->verdicts.highest_score,
                  &work_->sums[0].due(program.stretches())},
                 width) {}

    // The parts point at each other.
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

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
        const bool stretches = program_.stretches();
        std::size_t depth = 0;
        work_->sums[0].clear(padded(count), stretches, program_.rules().aggregate);
        for (const auto& step : program_.steps()) {
            if (step.kind == Step::Kind::open) {
                work_->sums[++depth].clear(padded(count), stretches, step.aggregate);
            } else if (step.kind == Step::Kind::leaves) {
                add_leaves(step, first, count, work_->sums[depth]);
            } else {
                close_group(step, count, work_->sums[depth], work_->sums[depth - 1]);
                --depth;
            }
        }
    }

    void close_group(const Step& step, std::size_t count, detail::Sums<Rows>& own,
                     detail::Sums<Rows>& parent) {
        using Finish = detail::FinishGroup<Rows>;
        const bool stretches = program_.stretches();
        const auto& group = program_.rules().groups[step.index];
        if (const auto slot = program_.kept()[step.index]) {
            auto& kept = kept_[*slot];
            run_over<Finish>(count, group, stretches, own, kept.low, kept.high);
            std::copy_n(own.due(stretches).begin(), padded(count), kept.due.begin());
        }
        record_group(step.index, own);
        if (!detail::merges(group, step.aggregate)) {
            run_over<Finish>(count, group, stretches, own, own.low, own.high);
        }
        run_over<detail::AddGroup<Rows>>(count, group, own, stretches, step.aggregate, parent);
    }

    void add_leaves(const Step& step, std::size_t first, std::size_t count, detail::Sums<Rows>& sums) {
        const auto& sum = program_.choices_of_leaves()[step.choices];
        for (std::size_t at = 0; at < count; at += run_length) {
            work_->cells.clear();
            for (std::size_t i = 0; i < step.count; ++i) {
                read_leaf(program_.leaves()[step.index + i], static_cast<std::uint8_t>(1U << i), first + at,
                          std::min(run_length, count - at), step.aggregate, sums, at);
            }
            detail::run<detail::AddCells<Rows>>(width_, sum, step.aggregate, program_.stretches(),
                                                work_->cells, sums, at);
        }
    }

    void read_leaf(const Leaf& leaf, std::uint8_t bit, std::size_t first, std::size_t count,
                   Aggregate aggregate, detail::Sums<Rows>& sums, std::size_t at) {
        source_.fetch_ahead(leaf.measure, first);
        const auto& scale = program_.rules().indicators[leaf.measure].scale;
        const State* state = source_.states(leaf.measure, first, count);
        const double* value = source_.values(leaf.measure, first, count);
        detail::run<detail::ReadCells<Rows>>(width_, leaf, scale, bit, value, state, work_->cells);
        if (!leaf.looked_at.empty()) {
            add_looked_at(leaf, scale, first, count, state, aggregate, sums, at);
        }
        if constexpr (R::records) {
            record_leaf(leaf, scale, first, state[0]);
        }
    }

    void add_looked_at(const Leaf& leaf, const Scale& scale, std::size_t first, std::size_t count,
                       const State* state, Aggregate aggregate, detail::Sums<Rows>& sums, std::size_t at) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto policy = leaf.policy[static_cast<std::size_t>(state[i])];
            if (state[i] != State::present && (policy == Policy::interval || policy == Policy::zero)) {
                const auto range =
                    detail::absent_points(leaf, scale, source_.cell(leaf.measure, first + i, state[i]),
                                          source_.has_counts(leaf.measure));
                if (is_extreme(aggregate)) {
                    sums.keep_extreme(aggregate == Aggregate::minimum, at + i, range.low, range.high);
                } else {
                    sums.low[at + i] += leaf.weight * range.low;
                    sums.high[at + i] += leaf.weight * range.high;
                }
            }
        }
    }

    void record_leaf(const Leaf& leaf, const Scale& scale, std::size_t row, State state) {
        const auto cell = source_.cell(leaf.measure, row, state);
        const bool here = state == State::present;
        const double earned = here ? points(scale, cell.value) : 0;
        const auto range = here ? detail::PointRange{earned, earned}
                                : detail::absent_points(leaf, scale, cell, source_.has_counts(leaf.measure));
        const double weight = leaf.divides(state) ? leaf.weight : 0;
        recorder_.indicator({leaf.measure, cell, weight, range.low, range.high});
    }

    void record_group(std::size_t index, detail::Sums<Rows>& own) {
        if constexpr (R::records) {
            detail::Lane<Rows> low, high;
            const bool stretches = program_.stretches();
            detail::FinishGroup<Rows>::run(program_.rules().groups[index], stretches, own, low, high, 0);
            recorder_.group(
                {index, snapped(low[0]), snapped(high[0]), own.due(stretches)[0], own.live[0], own.known[0]});
        }
    }

    /// Turns the sums of the whole into what the rules make of each row.
    void judge(std::size_t first, std::size_t count) {
        auto& made = work_->verdicts;
        run_over<detail::Score<Rows>>(count, program_, work_->sums[0], made);
        if (program_.bands().empty()) {
            run_over<detail::FindBands<Rows>>(count, program_, made.lowest_score, made.lowest);
            run_over<detail::FindBands<Rows>>(count, program_, made.highest_score, made.highest);
        }
        for (std::size_t at = 0; at < count; at += run_length) {
            const std::size_t size = std::min(run_length, count - at);
            if (!program_.bands().empty()) {
                ask_bands(first + at, size, at);
            }
            for (std::size_t i = 0; i < program_.limiters().size(); ++i) {
                apply_limiter(i, first + at, size, at);
            }
        }
        run_over<detail::Decide<Rows>>(count, program_.rules(), made);
    }

    void ask_bands(std::size_t first, std::size_t count, std::size_t at) {
        auto& made = work_->verdicts;
        const auto& bands = program_.bands();
        const auto last = static_cast<std::uint8_t>(bands.size());
        std::fill_n(made.lowest.begin() + static_cast<std::ptrdiff_t>(at), run_length, last);
        std::fill_n(made.highest.begin() + static_cast<std::ptrdiff_t>(at), run_length, last);
        for (auto band = last; band-- > 0;) {
            detail::Answer<Rows> answer;
            asker_.ask(bands[band], first, count, at, answer);
            detail::run<detail::TakeBand<Rows>>(width_, band, answer, made, at);
            if constexpr (R::records) {
                BandStep step{band, {}, firing(answer)};
                asker_.record_seen(bands[band], first, step.seen);
                recorder_.band(step);
            }
        }
    }

    static Firing firing(const detail::Answer<Rows>& answer) {
        return answer.certain[0] != 0 ? Firing::yes : answer.possible[0] != 0 ? Firing::unknown : Firing::no;
    }

    void apply_limiter(std::size_t index, std::size_t first, std::size_t count, std::size_t at) {
        auto& made = work_->verdicts;
        const auto& plan = program_.limiters()[index];
        detail::Answer<Rows> answer;
        asker_.ask(plan.when, first, count, at, answer);
        const auto number = static_cast<std::uint8_t>(index + 1);
        const auto lowest = made.lowest[0];
        const auto highest = made.highest[0];
        detail::run<detail::Limit<Rows>>(width_, plan, number, answer, made, at);
        if constexpr (R::records) {
            LimiterStep step{index, {}, firing(answer), lowest, highest, made.lowest[0], made.highest[0]};
            asker_.record_seen(plan.when, first, step.seen);
            recorder_.limiter(step);
        }
    }

    const Program& program_;
    detail::CellSource<Rows> source_;
    R& recorder_;
    detail::Width width_;
    std::unique_ptr<Work> work_;
    std::vector<detail::Scores<Rows>> kept_; // that questions ask about
    detail::Asker<Rows> asker_;
};

} // namespace vermeil
