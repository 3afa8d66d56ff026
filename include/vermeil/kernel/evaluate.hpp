// SPDX-License-Identifier: MIT
#pragma once
// The one evaluation that makes every rating and every risk score.

#include <vermeil/core/snap.hpp>
#include <vermeil/kernel/absent.hpp>
#include <vermeil/kernel/ask.hpp>
#include <vermeil/kernel/asker.hpp>
#include <vermeil/kernel/cell_source.hpp>
#include <vermeil/kernel/finish_node.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/node_score.hpp>
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

    Evaluation(const Program& program, std::span<const MeasureColumn> columns,
               std::span<const std::vector<PeerIndex>> peers, R& recorder,
               detail::Width width = detail::width())
        : program_(program), source_(program, columns, peers), recorder_(recorder), width_(width),
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

    static std::size_t padded(std::size_t count) {
        return (count + run_length - 1) / run_length * run_length;
    }

    void add_up(std::size_t first, std::size_t count) {
        const bool stretches = program_.stretches();
        std::size_t depth = 0;
        const bool counts = program_.counts_members();
        work_->sums[0].clear(padded(count), stretches, counts, program_.rules().aggregate);
        for (const auto& step : program_.steps()) {
            if (step.kind == Step::Kind::open) {
                work_->sums[++depth].clear(padded(count), stretches, counts, step.aggregate);
            } else if (step.kind == Step::Kind::leaves) {
                add_leaves(step, first, count, work_->sums[depth]);
            } else {
                close_group(step, first, count, work_->sums[depth], work_->sums[depth - 1]);
                --depth;
            }
        }
    }

    void close_group(const Step& step, std::size_t first, std::size_t count, detail::Sums<Rows>& own,
                     detail::Sums<Rows>& parent) {
        using Finish = detail::FinishGroup<Rows>;
        const bool stretches = program_.stretches();
        const auto& group = program_.groups()[step.index];
        if (!group.merges) {
            run_over<Finish>(count, group, own.due(stretches), own.low, own.high);
            for (std::size_t i = 0; group.finishes() && i < count; ++i) {
                detail::finish_score(group, stretches, source_.peer(group.scales.groups, first + i), own, i);
            }
        }
        record_group(step.index, own);
        if (const auto slot = program_.kept()[step.index]) {
            auto& kept = kept_[*slot];
            std::copy_n(own.low.begin(), padded(count), kept.low.begin());
            std::copy_n(own.high.begin(), padded(count), kept.high.begin());
            std::copy_n(own.due(stretches).begin(), padded(count), kept.due.begin());
            if (group.merges) {
                run_over<Finish>(count, group, kept.due, kept.low, kept.high);
            }
        }
        run_over<detail::AddGroup<Rows>>(count, group, own, stretches, program_.counts_members(), parent);
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
            if (program_.counts_members()) {
                detail::count_members(work_->cells, step.required, sums, at);
            }
        }
    }

    void read_leaf(const Leaf& leaf, std::uint8_t bit, std::size_t first, std::size_t count,
                   Aggregate aggregate, detail::Sums<Rows>& sums, std::size_t at) {
        source_.fetch_ahead(leaf.measure, first);
        const State* state = source_.states(leaf.measure, first, count);
        const double* value = source_.values(leaf.measure, first, count);
        const PeerIndex* peers = source_.peers(leaf.scales.groups, first, count);
        detail::run<detail::ReadCells<Rows>>(width_, leaf, bit, value, state, peers, work_->cells);
        if (!leaf.looked_at.empty()) {
            add_looked_at(leaf, first, count, state, aggregate, sums, at);
        }
        if constexpr (R::records) {
            record_leaf(leaf, first, state[0]);
        }
    }

    /// The points that an absent cell may stand for; anything where its peers are not known.
    detail::PointRange absent_points(const Leaf& leaf, std::size_t row, const Cell& cell) {
        const auto peer = source_.peer(leaf.scales.groups, row);
        if (leaf.scales.splits() && peer == no_peers) {
            return {leaf.fewest, leaf.most};
        }
        const auto& scale = leaf.scales.each[leaf.scales.splits() ? peer : 0];
        const auto mean_peer = leaf.means.splits() ? source_.peer(leaf.means.groups, row) : PeerIndex{0};
        const double* mean = mean_peer < leaf.means.each.size() ? &leaf.means.each[mean_peer] : nullptr;
        return detail::absent_points(leaf, scale, cell, source_.has_counts(leaf.measure), mean);
    }

    void add_looked_at(const Leaf& leaf, std::size_t first, std::size_t count, const State* state,
                       Aggregate aggregate, detail::Sums<Rows>& sums, std::size_t at) {
        for (std::size_t i = 0; i < count; ++i) {
            if (leaf.looked_at.has(state[i])) {
                const auto range =
                    absent_points(leaf, first + i, source_.cell(leaf.measure, first + i, state[i]));
                if (is_extreme(aggregate)) {
                    sums.keep_extreme(aggregate == Aggregate::minimum, at + i, range.low, range.high);
                } else {
                    sums.low[at + i] += leaf.weight * leaf.term(range.low);
                    sums.high[at + i] += leaf.weight * leaf.term(range.high);
                }
            }
        }
    }

    void record_leaf(const Leaf& leaf, std::size_t row, State state) {
        const auto cell = source_.cell(leaf.measure, row, state);
        const bool here = state == State::present;
        const std::size_t peer = leaf.scales.splits() ? source_.peer(leaf.scales.groups, row) : 0;
        const double earned = here ? points(leaf.scales.each[peer], cell.value) : 0;
        const auto range = here ? detail::PointRange{earned, earned} : absent_points(leaf, row, cell);
        const double weight = leaf.divides(state) ? leaf.weight : 0;
        recorder_.indicator({leaf.measure, cell, weight, range.low, range.high});
    }

    void record_group(std::size_t index, detail::Sums<Rows>& own) {
        if constexpr (R::records) {
            detail::Lane<Rows> low = own.low, high = own.high;
            const bool stretches = program_.stretches();
            const auto& group = program_.groups()[index];
            if (group.merges) {
                detail::FinishGroup<Rows>::run(group, own.due(stretches), low, high, 0);
            }
            recorder_.group(
                {index, snapped(low[0]), snapped(high[0]), own.due(stretches)[0], own.live[0], own.known[0]});
        }
    }

    /// Turns the sums of the whole into what the rules make of each row.
    void judge(std::size_t first, std::size_t count) {
        auto& made = work_->verdicts;
        run_over<detail::Score<Rows>>(count, program_, work_->sums[0], made);
        for (std::size_t i = 0; program_.needed().asks() && i < count; ++i) {
            made.members[i] = detail::mask(detail::has_members(program_.needed(), work_->sums[0], i));
        }
        if (program_.bands().empty()) {
            find_bands(first, count);
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

    /// Bands by cuts, which may be the peers' own.
    void find_bands(std::size_t first, std::size_t count) {
        auto& made = work_->verdicts;
        const auto& cuts = program_.cuts();
        const auto& bands = program_.rules().bands;
        if (!cuts.splits() && cuts.each[0].size() + 1 == bands.size()) {
            using Find = detail::FindBands<Rows>;
            run_over<Find>(count, program_, cuts.each[0], made.lowest_score, made.lowest);
            run_over<Find>(count, program_, cuts.each[0], made.highest_score, made.highest);
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            const auto peer = program_.rules().cuts.by_members && cuts.splits()
                                  ? program_.peers()[cuts.groups].index(work_->sums[0].members[i])
                                  : source_.peer(cuts.groups, first + i);
            const bool known = peer < cuts.each.size() && cuts.each[peer].size() + 1 == bands.size();
            detail::find_bands(bands, known ? &cuts.each[peer] : nullptr, made, i);
        }
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
