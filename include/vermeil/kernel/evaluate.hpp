// SPDX-License-Identifier: MIT
#pragma once
// The one evaluation that makes every rating and every risk score.

#include <vermeil/core/snap.hpp>
#include <vermeil/kernel/add_lines.hpp>
#include <vermeil/kernel/ask.hpp>
#include <vermeil/kernel/asker.hpp>
#include <vermeil/kernel/cell_source.hpp>
#include <vermeil/kernel/finish_node.hpp>
#include <vermeil/kernel/gatherer.hpp>
#include <vermeil/kernel/judge.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/node_score.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/kernel/peer_finder.hpp>
#include <vermeil/kernel/point_shares.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/recorder.hpp>
#include <vermeil/kernel/sums.hpp>
#include <vermeil/kernel/verdicts.hpp>
#include <vermeil/kernel/weigher.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace vermeil {

/// The columns of the framework's measures, in their order, and a program to evaluate them with.
///
/// `Rows` says how many rows are evaluated side by side. A recorder that records is told every step, so it goes with one
/// row at a time. One object serves one thread at a time: it holds the sums of the rows in work.
template <Recorder R, std::size_t Rows> class Evaluation {
  public:
    static_assert(Rows == 1 || (Rows % detail::block_rows == 0 && !R::records));

    Evaluation(const Program& program, std::span<const MeasureColumn> columns,
               std::span<const std::vector<PeerIndex>> peers, R& recorder,
               detail::Width width = detail::width())
        : program_(program), source_(program, columns, peers), recorder_(recorder), width_(width),
          work_(std::make_unique_for_overwrite<Work>()), kept_(program.kept_count()),
          asker_(program, source_, kept_,
                 {&work_->verdicts.lowest_score, &work_->verdicts.highest_score,
                  &work_->sums[0].due(program.stretches()), &work_->verdicts.coverage,
                  &work_->sums[0].members, &work_->verdicts.lowest, &work_->verdicts.highest},
                 width),
          weigher_(program, source_), peers_(program, source_, width),
          gatherer_(program, source_, kept_, asker_), judge_(asker_, width) {}

    Evaluation(const Evaluation&) = delete; // the parts point at each other
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

    /// How many members of the whole have data, for a row in work; told where the program counts them.
    [[nodiscard]] double members(std::size_t i) const noexcept { return work_->sums[0].members[i]; }

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

    void add_up(std::size_t first, std::size_t count) {
        const bool stretches = program_.stretches();
        const bool counts = program_.counts_members();
        std::size_t depth = 0;
        work_->sums[0].clear(detail::padded<Rows>(count), stretches, counts, program_.rules().aggregate);
        weigher_.clear(count);
        for (std::size_t i = 0; i < program_.steps().size(); ++i) {
            const auto& step = program_.steps()[i];
            if (step.passes && !R::records && !counts) {
                continue;
            }
            if (step.whole &&
                detail::add_lines(width_, program_, program_.steps()[i + 1], &program_.groups()[step.index],
                                  source_, first, count, work_->sums[depth])) {
                i += 2; // its leaves and its end
            } else if (step.kind == Step::Kind::open) {
                work_->sums[++depth].clear(detail::padded<Rows>(count), stretches, counts, step.aggregate);
            } else if (step.kind == Step::Kind::leaves) {
                add_leaves(step, first, count, work_->sums[depth]);
            } else if (step.kind == Step::Kind::weighed) {
                add_weighed(step, first, count, work_->sums[depth + 1], work_->sums[depth]);
            } else {
                close_group(step, first, count, work_->sums[depth], work_->sums[depth - 1]);
                --depth;
            }
        }
    }

    void close_group(const Step& step, std::size_t first, std::size_t count, detail::Sums<Rows>& own,
                     detail::Sums<Rows>& parent) {
        const bool stretches = program_.stretches();
        const auto& group = program_.groups()[step.index];
        gatherer_.gather(group.aggregate, group.members, first, count, own);
        if (!group.merges) {
            run_over<detail::FinishGroup<Rows>>(count, group, own.due(stretches), own.low, own.high);
            for (std::size_t i = 0; group.finishes() && i < count; ++i) {
                const auto peer = peers_.peer(group.scales.groups, own, first, i);
                detail::finish_score(group, stretches, peer, own, i);
            }
        }
        const bool weighed = weigher_.is_known(group.weighed_by, own, first);
        [[maybe_unused]] auto told = detail::group_step<R::records>(program_, step.index, own, weighed);
        detail::Steps<R::records> steps;
        if (const auto slot = program_.kept()[step.index]) {
            auto& kept = kept_[*slot];
            kept.take(own, stretches, program_.asks_for_presence(), detail::padded<Rows>(count));
            if (group.merges) {
                run_over<detail::FinishGroup<Rows>>(count, group, kept.due, kept.low, kept.high);
            }
            if (program_.asks_for_presence()) {
                run_over<detail::ShareKnown<Rows>>(count, own, kept.coverage);
            }
            if (group.rules.count > 0) {
                judge_group(step.index, first, count, own, kept, steps);
            }
        }
        if constexpr (R::records) {
            tell_group(group, program_.kept()[step.index], told, steps);
        }
        if (group.weighed_by) {
            weigher_.add({*group.weighed_by, group.parent, group.required}, own, first, count, parent);
            return;
        }
        run_over<detail::AddGroup<Rows>>(count, group, own, stretches, program_.counts_members(), parent);
    }

    /// Finds the bands of a group; those with points turn its score into them.
    void judge_group(std::size_t index, std::size_t first, std::size_t count, detail::Sums<Rows>& own,
                     detail::Scores<Rows>& kept, detail::Steps<R::records>& steps) {
        const auto& group = program_.groups()[index];
        const auto last = static_cast<std::uint8_t>(group.rules.count - 1);
        for (std::size_t at = 0; at < count; at += run_length) {
            const std::size_t size = std::min(run_length, count - at);
            if (group.rules.cuts.each.empty()) {
                judge_.find_bands(group.rules.bands, first + at, size, at, kept.bands, steps);
            } else {
                for (std::size_t i = at; i < at + size; ++i) {
                    peers_.find_band(group.rules.cuts, program_.rules().groups[index].bands, own,
                                     {own.low[i], own.high[i]}, first, i, kept.bands);
                }
            }
            for (std::size_t i = at; group.finishes() && i < at + size; ++i) {
                if (detail::is_absent(group, peers_.peer(group.scales.groups, own, first, i), own, i)) {
                    kept.bands.lowest[i] = last;
                    kept.bands.highest[i] = 0;
                }
            }
            judge_.limit(group.rules.limiters, first + at, size, at, kept.bands, steps);
        }
        for (std::size_t i = 0; !group.rules.points.empty() && i < count; ++i) {
            const auto range = detail::points_between(group.rules.points, kept.bands, i);
            own.low[i] = kept.low[i] = detail::where(kept.due[i] > 0, range.low);
            own.high[i] = kept.high[i] = detail::where(kept.due[i] > 0, range.high);
        }
    }

    void add_leaves(const Step& step, std::size_t first, std::size_t count, detail::Sums<Rows>& sums) {
        if (detail::add_lines(width_, program_, step, nullptr, source_, first, count, sums)) {
            return;
        }
        const auto& sum = program_.choices_of_leaves()[step.choices];
        for (std::size_t at = 0; at < count; at += run_length) {
            work_->cells.clear();
            for (std::size_t i = 0; i < step.count; ++i) {
                read_leaf(program_.leaves()[step.index + i], static_cast<std::uint8_t>(1U << i), first + at,
                          std::min(run_length, count - at), step.aggregate, sums, at);
            }
            detail::run<detail::AddCells<Rows>>(width_, sum, step.aggregate, program_.stretches(),
                                                work_->cells, sums, at);
            if (program_.counts_members()) {
                detail::count_members(work_->cells, step.required, sums, at);
            }
        }
    }

    /// A leaf with a weight of each row has sums of its own first.
    void add_weighed(const Step& step, std::size_t first, std::size_t count, detail::Sums<Rows>& own,
                     detail::Sums<Rows>& parent) {
        own.clear(detail::padded<Rows>(count), program_.stretches(), program_.counts_members(),
                  Aggregate::mean);
        add_leaves({Step::Kind::leaves, step.index, Aggregate::mean, 1, step.choices}, first, count, own);
        weigher_.add({*program_.leaves()[step.index].weighed_by, step.aggregate, step.required != 0}, own,
                     first, count, parent);
    }

    void read_leaf(const Leaf& leaf, std::uint8_t bit, std::size_t first, std::size_t count,
                   Aggregate aggregate, detail::Sums<Rows>& sums, std::size_t at) {
        source_.fetch_ahead(leaf.measure, first);
        const State* state = source_.states(leaf.measure, first, count);
        const double* value = source_.values(leaf.measure, first, count);
        const PeerIndex* peers = source_.peers(leaf.scales.groups, first, count);
        const double* shares = source_.shares(leaf.measure, first, count);
        detail::read_cells(width_, leaf, bit, value, state, peers, shares, work_->cells);
        if (!leaf.looked_at.empty()) {
            gatherer_.add_looked_at(leaf, first, count, state, aggregate, sums, at);
        }
        if constexpr (R::records) {
            record_leaf(leaf, first, state[0]);
        }
    }

    void record_leaf(const Leaf& leaf, std::size_t row, State state) {
        const auto cell = source_.cell(leaf.measure, row, state);
        const auto range = gatherer_.points_of(leaf, row, cell);
        const auto weight = leaf.weighed_by ? weigher_.weight(*leaf.weighed_by, row) : leaf.weight;
        recorder_.indicator(IndicatorStep{leaf.measure, cell, leaf.divides(state) ? weight.value_or(0) : 0,
                                          range.low, range.high, weight.has_value() || !leaf.divides(state)});
    }

    void tell_group(const GroupPlan& group, std::optional<std::size_t> slot, GroupStep& told,
                    detail::Steps<R::records>& steps) {
        if (group.rules.count > 0) {
            const auto& kept = kept_[*slot];
            told.lowest = kept.bands.lowest[0];
            told.highest = kept.bands.highest[0];
            told.lowest_points = kept.low[0];
            told.highest_points = kept.high[0];
            told.bands = std::move(steps.bands);
            told.limiters = std::move(steps.limiters);
        }
        recorder_.group(told);
    }

    /// Turns the sums of the whole into what the rules make of each row.
    void judge(std::size_t first, std::size_t count) {
        auto& made = work_->verdicts;
        gatherer_.gather(program_.rules().aggregate, program_.members(), first, count, work_->sums[0]);
        run_over<detail::Score<Rows>>(count, program_, work_->sums[0], made);
        for (std::size_t i = 0; program_.needed().asks() && i < count; ++i) {
            made.members[i] = detail::mask(detail::has_members(program_.needed(), work_->sums[0], i));
        }
        if (program_.bands().empty()) {
            peers_.find_bands(first, count, work_->sums[0], made);
        }
        detail::Steps<R::records> steps;
        for (std::size_t at = 0; at < count; at += run_length) {
            const std::size_t size = std::min(run_length, count - at);
            if (!program_.bands().empty()) {
                judge_.find_bands(program_.bands(), first + at, size, at, made, steps);
            }
            judge_.limit(program_.limiters(), first + at, size, at, made, steps);
        }
        if constexpr (R::records) {
            steps.tell(recorder_);
            judge_.ask_prompts(program_.prompts(), first, recorder_);
        }
        run_over<detail::Decide<Rows>>(count, program_.rules(), made);
        for (std::size_t i = 0; program_.weighs() && i < count; ++i) {
            if (weigher_.is_unknown(i)) {
                detail::withhold_unweighed(program_.rules(), made, i);
            }
        }
    }

    const Program& program_;
    detail::CellSource<Rows> source_;
    R& recorder_;
    detail::Width width_;
    std::unique_ptr<Work> work_;
    std::vector<detail::Scores<Rows>> kept_; // that questions ask about
    detail::Asker<Rows> asker_;
    detail::Weigher<Rows> weigher_;
    detail::PeerFinder<Rows> peers_;
    detail::Gatherer<Rows> gatherer_;
    detail::Judge<R::records, Rows> judge_;
};

} // namespace vermeil
