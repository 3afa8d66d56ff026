// SPDX-License-Identifier: MIT
#pragma once
// From sums to scores, from scores to bands, from bands to what stands, for rows side by side.

#include <vermeil/core/observed.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/sums.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace vermeil::detail {

/// What the rules make of the rows in work, a lane for each row. What is yes or no is a mask.
template <std::size_t Rows> struct Verdicts {
    Lane<Rows> lowest_score, highest_score, coverage;
    ByteLane<Rows> lowest, highest;
    ByteLane<Rows> applicable; // any weight divides
    ByteLane<Rows> enough;     // the coverage reaches the least
    ByteLane<Rows> fires;      // the limiter in work does
    ByteLane<Rows> may_fire;   // nobody knows whether it does
    ByteLane<Rows> settled;    // a limiter set the band for certain, whatever the scores
    ByteLane<Rows> limiter;    // 1 + the last that changed a band, a number
    ByteLane<Rows> band, reason;

    [[nodiscard]] Outcome outcome(std::size_t i) const {
        return {lowest_score[i], highest_score[i], coverage[i],       band[i],
                lowest[i],       highest[i],       Reason{reason[i]}, limiter[i]};
    }
};

/// Writes the scores at both ends and the coverage, snapped to the grid on which they are compared.
template <std::size_t Rows> struct Score {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const Program& program, const Sums<Rows>& whole,
                                           Verdicts<Rows>& made, std::size_t at) {
        const bool mean = program.rules().aggregate == Aggregate::mean;
        const double least = program.least_coverage();
        const Lane<Rows>& due = whole.due(program.stretches());
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            const double divisor = mean ? above_zero(due[i]) : 1;
            made.lowest_score[i] = snapped(whole.low[i] / divisor);
            made.highest_score[i] = snapped(whole.high[i] / divisor);
            made.coverage[i] = snapped(whole.known[i] / above_zero(whole.live[i]));
        }
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            made.applicable[i] = mask(due[i] > 0);
            made.enough[i] = mask(made.coverage[i] >= least);
            made.settled[i] = 0;
            made.limiter[i] = 0;
        }
    }
};

/// Writes the band of each score: as many bands below the highest as there are cuts that it does not reach.
template <std::size_t Rows> struct FindBands {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const Program& program, const Lane<Rows>& score,
                                           ByteLane<Rows>& band, std::size_t at) {
        std::fill_n(band.begin() + at, run_length<Rows>, std::uint8_t{0});
        for (std::size_t cut = 0; cut < program.cuts().size(); ++cut) {
            const double least = program.cuts()[cut];
            if (program.rules().bands[cut].tie == Tie::in) {
                for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
                    band[i] = static_cast<std::uint8_t>(band[i] - mask(score[i] < least));
                }
            } else {
                for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
                    band[i] = static_cast<std::uint8_t>(band[i] - mask(score[i] <= least));
                }
            }
        }
    }
};

/// Asks a limiter's question of each row.
template <std::size_t Rows> struct Ask {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const LimiterPlan& plan, const double* value, const State* state,
                                           Verdicts<Rows>& made, std::size_t at) {
        const std::uint8_t below = mask(plan.below), equal = mask(plan.equal), above = mask(plan.above);
        std::uint8_t* fires = &made.fires[at];
        std::uint8_t* may_fire = &made.may_fire[at];
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            const double seen = snapped(value[i]);
            const auto less = mask(seen < plan.threshold);
            const auto more = mask(seen > plan.threshold);
            fires[i] = choose(less, below, choose(more, above, equal));
        }
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            const auto present = mask(state[i] == State::present);
            fires[i] &= present;
            may_fire[i] = static_cast<std::uint8_t>(~present);
        }
        for (const State each : plan.left_out) {
            for (std::size_t i = 0; i < run_length<Rows>; ++i) {
                may_fire[i] &= mask(state[i] != each);
            }
        }
    }
};

/// Applies a limiter where it fires; where nobody knows, the band may lie on either side of it.
template <std::size_t Rows> struct Limit {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const LimiterPlan& plan, std::uint8_t number, Verdicts<Rows>& made,
                                           std::size_t at) {
        const std::uint8_t target = plan.band;
        const std::uint8_t sets = mask(plan.sets);
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            const std::uint8_t lowest = made.lowest[i], highest = made.highest[i];
            const std::uint8_t fires = made.fires[i], may_fire = made.may_fire[i];
            const std::uint8_t low = choose(sets, target, std::max(lowest, target));
            const std::uint8_t high = choose(sets, target, std::max(highest, target));
            const std::uint8_t worse = choose(may_fire, std::max(low, lowest), lowest);
            const std::uint8_t better = choose(may_fire, std::min(high, highest), highest);
            made.lowest[i] = choose(fires, low, worse);
            made.highest[i] = choose(fires, high, better);
            made.settled[i] |= sets & fires;
            const std::uint8_t changes = mask(low != lowest) | mask(high != highest);
            made.limiter[i] = choose(fires & changes, number, made.limiter[i]);
        }
    }
};

/// Says what stands.
template <std::size_t Rows> struct Decide {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const Rules& rules, Verdicts<Rows>& made, std::size_t at) {
        constexpr auto decided = static_cast<std::uint8_t>(Reason::decided);
        constexpr auto open = static_cast<std::uint8_t>(Reason::open);
        constexpr auto coverage = static_cast<std::uint8_t>(Reason::coverage);
        constexpr auto nothing = static_cast<std::uint8_t>(Reason::nothing_applicable);
        const std::uint8_t while_open = mask(rules.open == Open::lowest);
        const std::uint8_t higher_is_better = mask(rules.higher_is == Face::better);
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            const std::uint8_t one = mask(made.lowest[i] == made.highest[i]);
            const std::uint8_t measured = choose(made.enough[i], choose(one, decided, open), coverage);
            const std::uint8_t live = choose(made.applicable[i], measured, nothing);
            const std::uint8_t reason = choose(one & made.settled[i], decided, live);
            const std::uint8_t stands = mask(reason == decided) | (mask(reason == open) & while_open);
            const std::uint8_t least_favourable = choose(higher_is_better, made.lowest[i], made.highest[i]);
            made.reason[i] = reason;
            made.band[i] = choose(stands, least_favourable, no_band);
        }
    }
};

/// Copies what stands for the first `number` rows in work to the rows from `row` on.
template <std::size_t Rows>
void put(Outcomes& outcomes, std::size_t row, const Verdicts<Rows>& made, std::size_t number) {
    std::copy_n(made.lowest_score.begin(), number, outcomes.lowest_score.begin() + row);
    std::copy_n(made.highest_score.begin(), number, outcomes.highest_score.begin() + row);
    std::copy_n(made.coverage.begin(), number, outcomes.coverage.begin() + row);
    std::copy_n(made.band.begin(), number, outcomes.band.begin() + row);
    std::copy_n(made.lowest.begin(), number, outcomes.lowest.begin() + row);
    std::copy_n(made.highest.begin(), number, outcomes.highest.begin() + row);
    std::copy_n(made.limiter.begin(), number, outcomes.limiter.begin() + row);
    for (std::size_t i = 0; i < number; ++i) {
        outcomes.reason[row + i] = Reason{made.reason[i]};
    }
}

} // namespace vermeil::detail
