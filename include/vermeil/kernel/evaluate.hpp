// SPDX-License-Identifier: MIT
#pragma once
// The one evaluation that makes every rating and every risk score.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <vermeil/core/snap.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/recorder.hpp>
#include <vermeil/kernel/sums.hpp>
#include <vermeil/measure/measure_table.hpp>

namespace vermeil {

/// The columns of the framework's measures, in their order, and a program to evaluate them with.
///
/// One object serves one thread at a time: it holds the sums of the rows in work.
template <Recorder R> class Evaluation {
  public:
    Evaluation(const Program& program, std::span<const MeasureColumn> columns, R& recorder)
        : program_(program), columns_(columns), recorder_(recorder), work_(std::make_unique_for_overwrite<Work>()) {}

    /// Evaluates `count` rows from `first` on and hands each outcome to `take(row, outcome)`.
    /// A recorder that records is told every step, so it goes with one row at a time.
    template <class Take> void run(std::size_t first, std::size_t count, Take take) {
        for (std::size_t done = 0; done < count; done += detail::lanes) {
            const auto size = std::min(detail::lanes, count - done);
            evaluate_block(first + done, size);
            for (std::size_t i = 0; i < size; ++i) {
                take(first + done + i, outcome(first + done + i, i));
            }
        }
    }

  private:
    static constexpr std::size_t deepest = 10;

    struct Work {
        std::array<detail::Sums, deepest> sums;
        detail::Lane weighed;
        std::array<State, detail::lanes> states;
    };

    void evaluate_block(std::size_t first, std::size_t count) {
        std::size_t depth = 0;
        work_->sums[0].clear(count);
        for (const auto& step : program_.steps()) {
            if (step.kind == Step::Kind::open) {
                work_->sums[++depth].clear(count);
            } else if (step.kind == Step::Kind::leaf) {
                evaluate_leaf(program_.leaves()[step.index], first, count, work_->sums[depth]);
            } else {
                record_group(step.index, work_->sums[depth]);
                detail::add_group(program_.rules().groups[step.index], work_->sums[depth], count, work_->sums[depth - 1]);
                --depth;
            }
        }
    }

    void evaluate_leaf(const Leaf& leaf, std::size_t first, std::size_t count, detail::Sums& sums) {
        const auto& scale = program_.rules().indicators[leaf.measure].scale;
        const State* state = states(leaf.measure, first, count);
        detail::add_cells(leaf, scale, values(leaf.measure, first), state, count, work_->weighed, sums);
        if (leaf.looks_at_cells) {
            add_looked_at(leaf, scale, first, count, state, sums);
        }
        if constexpr (R::records) {
            record_leaf(leaf, scale, first, state[0]);
        }
    }

    /// The values of a measure; a planned one may have no column, and whatever stands in its place is not used.
    const double* values(std::size_t measure, std::size_t first) const {
        const auto& column = columns_[measure];
        return column.value.empty() ? work_->weighed.data() : column.value.data() + first;
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

    void add_looked_at(const Leaf& leaf, const Scale& scale, std::size_t first, std::size_t count,
                       const State* state, detail::Sums& sums) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto policy = leaf.policy[static_cast<std::size_t>(state[i])];
            if (state[i] != State::present && (policy == Policy::interval || policy == Policy::zero)) {
                const auto range = detail::absent_points(leaf, scale, seen(leaf.measure, first + i, state[i]));
                sums.low[i] += leaf.weight * range.low;
                sums.high[i] += leaf.weight * range.high;
            }
        }
    }

    void record_leaf(const Leaf& leaf, const Scale& scale, std::size_t row, State state) {
        const auto cell = seen(leaf.measure, row, state);
        const bool here = state == State::present;
        const double earned = here ? points(scale, cell.value) : 0;
        const auto range = here ? detail::PointRange{earned, earned} : detail::absent_points(leaf, scale, cell);
        const double weight = here ? leaf.weight : leaf.due[static_cast<std::size_t>(state)];
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
            const double divisor = mean && own.due[0] > 0 ? own.due[0] : 1;
            recorder_.group({index, snapped(own.low[0] / divisor), snapped(own.high[0] / divisor), own.due[0],
                             own.live[0], own.known[0]});
        }
    }

    Outcome outcome(std::size_t row, std::size_t lane) {
        const auto& whole = work_->sums[0];
        Outcome made;
        const double divisor = program_.rules().aggregate == Aggregate::mean && whole.due[lane] > 0 ? whole.due[lane] : 1;
        made.lowest_score = snapped(whole.low[lane] / divisor);
        made.highest_score = snapped(whole.high[lane] / divisor);
        made.coverage = whole.live[lane] > 0 ? snapped(whole.known[lane] / whole.live[lane]) : 0;
        made.lowest = static_cast<std::uint8_t>(program_.band_of(made.lowest_score));
        made.highest = static_cast<std::uint8_t>(program_.band_of(made.highest_score));
        const bool settled = apply_limiters(row, made);
        decide(made, whole.due[lane] > 0, settled);
        return made;
    }

    /// Applies the limiters in order; true when one of them set the band for certain, whatever the scores.
    bool apply_limiters(std::size_t row, Outcome& made) {
        bool settled = false;
        for (std::size_t i = 0; i < program_.limiters().size(); ++i) {
            const auto& limiter = program_.rules().limiters[i];
            const auto firing = fires(i, row);
            const auto before = made;
            const auto target = program_.limiters()[i].band;
            const auto low = static_cast<std::uint8_t>(applied(limiter.effect, target, made.lowest));
            const auto high = static_cast<std::uint8_t>(applied(limiter.effect, target, made.highest));
            if (firing == Firing::yes) {
                made.lowest = low;
                made.highest = high;
                settled = settled || limiter.effect == Effect::set;
            } else if (firing == Firing::unknown) {
                made.lowest = std::max(made.lowest, low);
                made.highest = std::min(made.highest, high);
            }
            const bool changed = made.lowest != before.lowest || made.highest != before.highest;
            made.limiter = changed ? static_cast<std::uint8_t>(i + 1) : made.limiter;
            if constexpr (R::records) {
                recorder_.limiter({i, seen(program_.limiters()[i].measure, row, *states(program_.limiters()[i].measure, row, 1)), firing, before.lowest,
                                   before.highest, made.lowest, made.highest});
            }
        }
        return settled;
    }

    Firing fires(std::size_t index, std::size_t row) {
        const auto measure = program_.limiters()[index].measure;
        const auto state = *states(measure, row, 1);
        if (state == State::present) {
            const bool yes = holds(program_.rules().limiters[index].when, columns_[measure].value[row]);
            return yes ? Firing::yes : Firing::no;
        }
        const auto policy = program_.rules().missing.of(state).policy;
        const bool left_out = policy == Policy::leave_out || policy == Policy::renormalise;
        return left_out ? Firing::no : Firing::unknown;
    }

    void decide(Outcome& made, bool applicable, bool settled) const {
        const auto& rules = program_.rules();
        const bool one = made.lowest == made.highest;
        made.reason = one ? Reason::decided : Reason::open;
        if (!(settled && one)) {
            const bool enough = made.coverage >= snapped(rules.least_coverage);
            made.reason = !applicable ? Reason::nothing_applicable : !enough ? Reason::coverage : made.reason;
        }
        const auto least_favourable = rules.higher_is == Face::better ? made.lowest : made.highest;
        const bool stands = made.reason == Reason::decided || (made.reason == Reason::open && rules.open == Open::lowest);
        made.band = stands ? least_favourable : no_band;
    }

    const Program& program_;
    std::span<const MeasureColumn> columns_;
    R& recorder_;
    std::unique_ptr<Work> work_;
};

} // namespace vermeil
