// SPDX-License-Identifier: MIT
#pragma once
// From sums to scores, from scores to bands, from bands to what stands, for rows side by side.

#include <vermeil/core/observed.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/rounding.hpp>
#include <vermeil/kernel/absent.hpp>
#include <vermeil/kernel/ask.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/outcome.hpp>
#include <vermeil/kernel/program.hpp>
#include <vermeil/kernel/standing.hpp>
#include <vermeil/kernel/sums.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil::detail {

/// What the rules make of the rows in work, a lane for each row.
template <std::size_t Rows> struct Verdicts : Standing<Rows> {
    Lane<Rows> lowest_score, highest_score, coverage;
    ByteLane<Rows> applicable; // any weight divides
    ByteLane<Rows> enough;     // the coverage reaches the least
    ByteLane<Rows> members;    // the members that the whole needs have data
    ByteLane<Rows> band, reason;

    [[nodiscard]] Outcome outcome(std::size_t i) const {
        return {lowest_score[i], highest_score[i], coverage[i],       band[i],
                this->lowest[i], this->highest[i], Reason{reason[i]}, this->limiter[i]};
    }
};

/// Writes the scores at both ends and the coverage, snapped to the grid on which they are compared.
template <std::size_t Rows> struct Score {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const Program& program, const Sums<Rows>& whole,
                                           Verdicts<Rows>& made, std::size_t at) {
        const bool mean = is_mean(program.rules().aggregate);
        const bool logarithms = multiplies(program.rules().aggregate);
        const double least = program.least_coverage();
        const Lane<Rows>& due = whole.due(program.stretches());
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            const double divisor = mean ? above_zero(due[i]) : 1;
            made.lowest_score[i] = whole.low[i] / divisor;
            made.highest_score[i] = whole.high[i] / divisor;
            made.coverage[i] = snapped(whole.known[i] / above_zero(whole.live[i]));
        }
        for (std::size_t i = at; logarithms && i < at + run_length<Rows>; ++i) {
            made.lowest_score[i] = std::exp(made.lowest_score[i]);
            made.highest_score[i] = std::exp(made.highest_score[i]);
        }
        finish(program.rules(), due, made, at);
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            made.applicable[i] = mask(due[i] > 0);
            made.enough[i] = mask(made.coverage[i] >= least);
            made.members[i] = mask(true);
            made.settled[i] = 0;
            made.withheld[i] = 0;
            made.limiter[i] = 0;
        }
    }

  private:
    [[gnu::always_inline]] static void finish(const Rules& rules, const Lane<Rows>& due, Verdicts<Rows>& made,
                                              std::size_t at) {
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            made.lowest_score[i] = snapped(made.lowest_score[i]);
            made.highest_score[i] = snapped(made.highest_score[i]);
        }
        if (multiplies(rules.aggregate) || is_extreme(rules.aggregate) ||
            gathers(rules.aggregate)) { // which begin elsewhere than at 0, or look at what is left out
            for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
                made.lowest_score[i] = where(due[i] > 0, made.lowest_score[i]);
                made.highest_score[i] = where(due[i] > 0, made.highest_score[i]);
            }
        }
        if (const auto& rounding = rules.rounding) {
            for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
                made.lowest_score[i] = rounded(made.lowest_score[i], *rounding);
                made.highest_score[i] = rounded(made.highest_score[i], *rounding);
            }
        }
    }
};

/// Writes the band of each score: as many bands below the highest as there are cuts that it does not reach.
template <std::size_t Rows> struct FindBands {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const Program& program, const std::vector<double>& cuts,
                                           const Lane<Rows>& score, ByteLane<Rows>& band, std::size_t at) {
        std::fill_n(band.begin() + at, run_length<Rows>, std::uint8_t{0});
        for (std::size_t cut = 0; cut < cuts.size(); ++cut) {
            const double least = cuts[cut];
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

/// The band of one score: as many below the highest as there are cuts that it does not reach.
inline std::uint8_t band_of(const std::vector<Band>& bands, const std::vector<double>& cuts, double score) {
    std::uint8_t band = 0;
    for (std::size_t cut = 0; cut < cuts.size(); ++cut) {
        const bool reached = bands[cut].tie == Tie::in ? score >= cuts[cut] : score > cuts[cut];
        band = static_cast<std::uint8_t>(band + (reached ? 0 : 1));
    }
    return band;
}

/// The same for both ends of one row; without cuts any band is possible.
template <std::size_t Rows> void find_bands_at(const std::vector<Band>& bands,
                                               const std::vector<double>* cuts, PointRange score,
                                               Standing<Rows>& made, std::size_t i) {
    const auto last = static_cast<std::uint8_t>(bands.size() - 1);
    made.lowest[i] = cuts != nullptr ? band_of(bands, *cuts, snapped(score.low)) : last;
    made.highest[i] = cuts != nullptr ? band_of(bands, *cuts, snapped(score.high)) : std::uint8_t{0};
}

/// Puts a band in its place where its question is answered; those above it come later.
template <std::size_t Rows> struct TakeBand {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(std::uint8_t band, const Answer<Rows>& answer,
                                           Standing<Rows>& made, std::size_t at) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            made.lowest[at + i] = choose(answer.certain[i], band, made.lowest[at + i]);
            made.highest[at + i] = choose(answer.possible[i], band, made.highest[at + i]);
        }
    }
};

/// Applies a limiter where it fires; where nobody knows, the band may lie on either side of it.
template <std::size_t Rows> struct Limit {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const LimiterPlan& plan, std::uint8_t number,
                                           const Answer<Rows>& answer, Standing<Rows>& made, std::size_t at) {
        const auto limited = [&plan](std::size_t, std::uint8_t band) {
            const auto raised = static_cast<std::uint8_t>(band - std::min(band, plan.up));
            const auto lowered = static_cast<std::uint8_t>(raised + plan.down); // fewer than 200: no overflow
            return std::min(std::max(lowered, plan.best), plan.worst);
        };
        apply(plan, number, answer, made, at, limited, limited);
    }

    /// Moves the bands by what a limiter makes of each.
    template <class Low, class High>
    [[gnu::always_inline]] static void apply(const LimiterPlan& plan, std::uint8_t number,
                                             const Answer<Rows>& answer, Standing<Rows>& made, std::size_t at,
                                             Low limited_low, High limited_high) {
        const std::uint8_t sets = mask(plan.sets), withholds = mask(plan.withholds);
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            const std::uint8_t lowest = made.lowest[at + i], highest = made.highest[at + i];
            const std::uint8_t fires = answer.certain[i], may_fire = answer.possible[i];
            const std::uint8_t low = limited_low(i, lowest);
            const std::uint8_t high = limited_high(i, highest);
            const std::uint8_t worse = choose(may_fire, std::max(low, lowest), lowest);
            const std::uint8_t better = choose(may_fire, std::min(high, highest), highest);
            made.lowest[at + i] = choose(fires, low, worse);
            made.highest[at + i] = choose(fires, high, better);
            made.settled[at + i] |= sets & fires;
            made.withheld[at + i] |= withholds & may_fire;
            const std::uint8_t changes = mask(low != lowest) | mask(high != highest) | withholds;
            made.limiter[at + i] = choose(fires & changes, number, made.limiter[at + i]);
        }
    }
};

/// Holds a band so many places above the one that stood before the first limiter, where the limiter fires.
template <std::size_t Rows> struct HoldUpgrade {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const LimiterPlan& plan, std::uint8_t number,
                                           const Answer<Rows>& answer, const ByteRun<Rows>& first_lowest,
                                           const ByteRun<Rows>& first_highest, Standing<Rows>& made,
                                           std::size_t at) {
        const std::uint8_t most = *plan.most_up;
        const auto held = [most](const ByteRun<Rows>& first) {
            return [most, &first](std::size_t i, std::uint8_t band) {
                return std::max(band, static_cast<std::uint8_t>(first[i] - std::min(first[i], most)));
            };
        };
        Limit<Rows>::apply(plan, number, answer, made, at, held(first_lowest), held(first_highest));
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
        constexpr auto withheld = static_cast<std::uint8_t>(Reason::withheld);
        constexpr auto members = static_cast<std::uint8_t>(Reason::members);
        const std::uint8_t while_open = mask(rules.open == Open::lowest);
        const std::uint8_t higher_is_better = mask(rules.higher_is == Face::better);
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            const std::uint8_t one = mask(made.lowest[i] == made.highest[i]);
            const std::uint8_t covered = choose(made.enough[i], choose(one, decided, open), coverage);
            const std::uint8_t measured = choose(made.members[i], covered, members);
            const std::uint8_t live = choose(made.applicable[i], measured, nothing);
            const std::uint8_t rated = choose(one & made.settled[i], decided, live);
            const std::uint8_t reason = choose(made.withheld[i], withheld, rated);
            const std::uint8_t stands = mask(reason == decided) | (mask(reason == open) & while_open);
            const std::uint8_t least_favourable = choose(higher_is_better, made.lowest[i], made.highest[i]);
            made.reason[i] = reason;
            made.band[i] = choose(stands, least_favourable, no_band);
        }
    }
};

/// Takes the rating of a row away of which a weight is not known: any score and any band is possible.
template <std::size_t Rows> void withhold_unweighed(const Rules& rules, Verdicts<Rows>& made, std::size_t i) {
    made.coverage[i] = 0;
    made.lowest[i] = static_cast<std::uint8_t>(rules.bands.size() - 1);
    made.highest[i] = 0;
    made.limiter[i] = 0;
    made.reason[i] = static_cast<std::uint8_t>(Reason::weight);
    made.band[i] = no_band;
}

/// Copies what stands for the first `number` rows in work to the rows from `row` on.
template <std::size_t Rows>
void put(Outcomes& outcomes, std::size_t row, const Verdicts<Rows>& made, std::size_t number) {
    const auto copy = [&](const auto& lane, auto& column) {
        std::copy_n(lane.data(), number, column.data() + row);
    };
    copy(made.lowest_score, outcomes.lowest_score);
    copy(made.highest_score, outcomes.highest_score);
    copy(made.coverage, outcomes.coverage);
    copy(made.band, outcomes.band);
    copy(made.lowest, outcomes.lowest);
    copy(made.highest, outcomes.highest);
    copy(made.limiter, outcomes.limiter);
    std::transform(made.reason.data(), made.reason.data() + number, outcomes.reason.data() + row,
                   [](std::uint8_t reason) { return Reason{reason}; });
}

} // namespace vermeil::detail
