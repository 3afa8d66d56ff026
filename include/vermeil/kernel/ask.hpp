// SPDX-License-Identifier: MIT
#pragma once
// Questions answered for rows side by side: yes, no, or unknown.

#include <vermeil/core/observed.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/condition.hpp>
#include <vermeil/kernel/lanes.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace vermeil::detail {

template <std::size_t Rows> using Run = std::array<double, run_length<Rows>>;
template <std::size_t Rows> using ByteRun = std::array<std::uint8_t, run_length<Rows>>;

/// What one side of a comparison can be, from the least to the most; and whether it applies, as a mask.
template <std::size_t Rows> struct Seen {
    Run<Rows> low, high;
    ByteRun<Rows> applies;
};

/// The answer to a question, as masks: `unknown` is possible and not certain.
template <std::size_t Rows> struct Answer {
    ByteRun<Rows> certain;
    ByteRun<Rows> possible;
};

/// Sees a number: the same in every row.
template <std::size_t Rows> struct SeeNumber {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(double number, Seen<Rows>& seen) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            seen.low[i] = number;
            seen.high[i] = number;
            seen.applies[i] = mask(true);
        }
    }
};

/// Sees a measure: its value, or anything where it is absent and applies.
template <std::size_t Rows> struct SeeMeasure {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const double* value, const State* state, StateSet left_out,
                                           Seen<Rows>& seen) {
        constexpr double most = std::numeric_limits<double>::max();
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            const bool present = state[i] == State::present;
            const double known = where(present, snapped(value[i]));
            const double unknown = where(!present, most);
            seen.low[i] = known - unknown;
            seen.high[i] = known + unknown;
            seen.applies[i] = mask(true);
        }
        for (const State each : left_out) {
            for (std::size_t i = 0; i < run_length<Rows>; ++i) {
                seen.applies[i] &= mask(state[i] != each);
            }
        }
    }
};

/// Sees a score. Where nothing counts in it, it does not apply.
template <std::size_t Rows> struct SeeScore {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const Lane<Rows>& low, const Lane<Rows>& high,
                                           const Lane<Rows>& due, Seen<Rows>& seen, std::size_t at) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            seen.low[i] = snapped(low[at + i]);
            seen.high[i] = snapped(high[at + i]);
            seen.applies[i] = mask(due[at + i] > 0);
        }
    }
};

/// Sees a band: its place, 1 for the first. Where nothing counts in its node, it does not apply.
template <std::size_t Rows> struct SeeBand {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const ByteLane<Rows>& lowest, const ByteLane<Rows>& highest,
                                           const Lane<Rows>& due, Seen<Rows>& seen, std::size_t at) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            seen.low[i] = 1 + highest[at + i];
            seen.high[i] = 1 + lowest[at + i];
            seen.applies[i] = mask(due[at + i] > 0);
        }
    }
};

/// Compares two sides. One that does not apply meets no comparison.
template <std::size_t Rows> struct Compare {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(Comparison comparison, const Seen<Rows>& left,
                                           const Seen<Rows>& right, Answer<Rows>& answer) {
        switch (comparison) {
        case Comparison::below:
            fill(left, right, answer, [](double lowest, double highest) { return lowest < highest; });
            return;
        case Comparison::at_most:
            fill(left, right, answer, [](double lowest, double highest) { return lowest <= highest; });
            return;
        case Comparison::above:
            fill(right, left, answer, [](double lowest, double highest) { return lowest < highest; });
            return;
        case Comparison::at_least:
            fill(right, left, answer, [](double lowest, double highest) { return lowest <= highest; });
            return;
        case Comparison::is:
            break;
        }
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            const std::uint8_t applies = left.applies[i] & right.applies[i];
            answer.certain[i] =
                applies & mask(left.low[i] == right.high[i]) & mask(left.high[i] == right.low[i]);
            answer.possible[i] =
                applies & mask(left.low[i] <= right.high[i]) & mask(right.low[i] <= left.high[i]);
        }
    }

  private:
    /// `less` is certain where the most of one side is less than the least of the other, possible the other way round.
    template <class Less> [[gnu::always_inline]] static void
    fill(const Seen<Rows>& one, const Seen<Rows>& other, Answer<Rows>& answer, Less less) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            const std::uint8_t applies = one.applies[i] & other.applies[i];
            answer.certain[i] = applies & mask(less(one.high[i], other.low[i]));
            answer.possible[i] = applies & mask(less(one.low[i], other.high[i]));
        }
    }
};

/// Counts those who answered: the certain ones at the least, the possible ones at the most.
template <std::size_t Rows> struct CountAnswer {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const Answer<Rows>& answer, Seen<Rows>& count) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            count.low[i] += where(answer.certain[i] != 0, 1.0);
            count.high[i] += where(answer.possible[i] != 0, 1.0);
        }
    }
};

/// Joins an answer to those before it.
template <std::size_t Rows> struct JoinAnswer {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(bool all, const Answer<Rows>& part, Answer<Rows>& whole) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            whole.certain[i] = all ? whole.certain[i] & part.certain[i] : whole.certain[i] | part.certain[i];
            whole.possible[i] =
                all ? whole.possible[i] & part.possible[i] : whole.possible[i] | part.possible[i];
        }
    }
};

/// Turns an answer round: what is certain becomes impossible.
template <std::size_t Rows> struct Negate {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(Answer<Rows>& answer) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            const auto certain = static_cast<std::uint8_t>(~answer.possible[i]);
            answer.possible[i] = static_cast<std::uint8_t>(~answer.certain[i]);
            answer.certain[i] = certain;
        }
    }
};

} // namespace vermeil::detail
