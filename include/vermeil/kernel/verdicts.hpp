// SPDX-License-Identifier: MIT
#pragma once
// From sums to scores, from scores to bands, from bands to what stands, for a block of rows side by side.

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

/// What the rules make of the rows in work, a lane for each row.
struct Verdicts {
    Lane lowest_score, highest_score, coverage;
    ByteLane applicable; // 1 where any weight divides
    ByteLane lowest, highest;
    ByteLane firing;  // of the limiter in work
    ByteLane limiter; // 1 + the last that changed a band
    ByteLane settled; // 1 where a limiter set the band for certain, whatever the scores
};

/// Writes the scores at both ends and the coverage, snapped to the grid on which they are compared.
struct Score {
    [[gnu::always_inline]] static void run(std::size_t count, const Program& program, const Sums& whole,
                                           Verdicts& made) {
        const bool mean = program.rules().aggregate == Aggregate::mean;
        const Lane& due = whole.due(program.stretches());
        for (std::size_t i = 0; i < count; ++i) {
            const double divisor = mean ? above_zero(due[i]) : 1;
            made.lowest_score[i] = snapped(whole.low[i] / divisor);
            made.highest_score[i] = snapped(whole.high[i] / divisor);
            made.coverage[i] = snapped(whole.known[i] / above_zero(whole.live[i]));
            made.applicable[i] = due[i] > 0 ? 1 : 0;
        }
    }
};

/// Writes the band of each score: as many bands below the highest as there are cuts that it does not reach.
struct FindBands {
    [[gnu::always_inline]] static void run(std::size_t count, const Program& program, const Lane& score,
                                           ByteLane& band) {
        std::fill_n(band.begin(), count, std::uint8_t{0});
        for (std::size_t cut = 0; cut < program.cuts().size(); ++cut) {
            const double at = program.cuts()[cut];
            const bool tie_in = program.rules().bands[cut].tie == Tie::in;
            for (std::size_t i = 0; i < count; ++i) {
                const bool below = tie_in ? score[i] < at : score[i] <= at;
                band[i] = static_cast<std::uint8_t>(band[i] + (below ? 1 : 0));
            }
        }
    }
};

/// Asks a limiter's question of each row.
struct Ask {
    [[gnu::always_inline]] static void run(std::size_t count, const LimiterPlan& plan, const double* value,
                                           const State* state, ByteLane& firing) {
        const auto below = static_cast<std::uint8_t>(plan.below);
        const auto equal = static_cast<std::uint8_t>(plan.equal);
        const auto above = static_cast<std::uint8_t>(plan.above);
        for (std::size_t i = 0; i < count; ++i) {
            const double seen = snapped(value[i]);
            const std::uint8_t answer = seen < plan.threshold ? below : seen > plan.threshold ? above : equal;
            const auto absent = static_cast<std::uint8_t>(plan.absent[static_cast<std::size_t>(state[i])]);
            firing[i] = state[i] == State::present ? answer : absent;
        }
    }
};

/// Applies a limiter where it fires; where nobody knows, the band may lie on either side of it.
struct Limit {
    [[gnu::always_inline]] static void run(std::size_t count, Effect effect, std::uint8_t target,
                                           std::uint8_t number, Verdicts& made) {
        constexpr auto yes = static_cast<std::uint8_t>(Firing::yes);
        constexpr auto unknown = static_cast<std::uint8_t>(Firing::unknown);
        const bool set = effect == Effect::set;
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint8_t firing = made.firing[i];
            const std::uint8_t lowest = made.lowest[i];
            const std::uint8_t highest = made.highest[i];
            const auto low = static_cast<std::uint8_t>(applied(effect, target, lowest));
            const auto high = static_cast<std::uint8_t>(applied(effect, target, highest));
            const std::uint8_t worse = std::max(low, lowest);
            const std::uint8_t better = std::min(high, highest);
            made.lowest[i] = firing == yes ? low : firing == unknown ? worse : lowest;
            made.highest[i] = firing == yes ? high : firing == unknown ? better : highest;
            made.settled[i] |= set && firing == yes ? 1 : 0;
            const bool changed = made.lowest[i] != lowest || made.highest[i] != highest;
            made.limiter[i] = changed && firing == yes ? number : made.limiter[i];
        }
    }
};

/// What stands for one of the rows in work.
inline Outcome outcome(const Rules& rules, double least_coverage, const Verdicts& made, std::size_t i) {
    const bool one = made.lowest[i] == made.highest[i];
    const bool certain = one && made.settled[i] != 0;
    const bool enough = made.coverage[i] >= least_coverage;
    const auto known = one ? Reason::decided : Reason::open;
    const auto measured = enough ? known : Reason::coverage;
    const auto reason = certain                   ? Reason::decided
                        : made.applicable[i] != 0 ? measured
                                                  : Reason::nothing_applicable;
    const bool stands = reason == Reason::decided || (reason == Reason::open && rules.open == Open::lowest);
    const auto least_favourable = rules.higher_is == Face::better ? made.lowest[i] : made.highest[i];
    return {
        made.lowest_score[i], made.highest_score[i], made.coverage[i], stands ? least_favourable : no_band,
        made.lowest[i],       made.highest[i],       reason,           made.limiter[i]};
}

} // namespace vermeil::detail
