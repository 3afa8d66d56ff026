// SPDX-License-Identifier: MIT
#pragma once
// Applies the bands and the limiters of one node, of a group or of the whole.

#include <vermeil/kernel/ask.hpp>
#include <vermeil/kernel/asker.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/limiter_plan.hpp>
#include <vermeil/kernel/question.hpp>
#include <vermeil/kernel/recorder.hpp>
#include <vermeil/kernel/verdicts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil::detail {

/// The steps that a judge tells; none, and no memory for any, where it does not record.
template <bool Records> struct Steps {
    std::vector<BandStep> bands; ///< from the lowest up
    std::vector<LimiterStep> limiters;

    void tell(auto& recorder) const {
        for (const auto& step : bands) {
            recorder.band(step);
        }
        for (const auto& step : limiters) {
            recorder.limiter(step);
        }
    }
};
template <> struct Steps<false> {};

/// Applies rules to the rows of one run. Where it records, there is one row, and each step is added to a list.
template <bool Records, std::size_t Rows> class Judge {
  public:
    Judge(Asker<Rows>& asker, Width width) : asker_(asker), width_(width) {}

    /// Puts each row in the first band whose question holds, else in the last.
    void find_bands(const std::vector<Question>& bands, std::size_t first, std::size_t count, std::size_t at,
                    Standing<Rows>& made, Steps<Records>& steps) {
        const auto last = static_cast<std::uint8_t>(bands.size());
        std::fill_n(made.lowest.begin() + static_cast<std::ptrdiff_t>(at), run_length<Rows>, last);
        std::fill_n(made.highest.begin() + static_cast<std::ptrdiff_t>(at), run_length<Rows>, last);
        for (auto band = last; band-- > 0;) {
            Answer<Rows> answer;
            asker_.ask(bands[band], first, count, at, answer);
            run<TakeBand<Rows>>(width_, band, answer, made, at);
            if constexpr (Records) {
                steps.bands.push_back({band, {}, firing(answer)});
                asker_.record_seen(bands[band], first, steps.bands.back().seen);
            }
        }
    }

    /// Applies limiters in their order, each to what the one before it left.
    void limit(const std::vector<LimiterPlan>& limiters, std::size_t first, std::size_t count, std::size_t at,
               Standing<Rows>& made, Steps<Records>& steps) {
        ByteRun<Rows> first_lowest, first_highest;
        std::copy_n(made.lowest.begin() + static_cast<std::ptrdiff_t>(at), run_length<Rows>,
                    first_lowest.begin());
        std::copy_n(made.highest.begin() + static_cast<std::ptrdiff_t>(at), run_length<Rows>,
                    first_highest.begin());
        for (std::size_t i = 0; i < limiters.size(); ++i) {
            const auto& plan = limiters[i];
            Answer<Rows> answer;
            asker_.ask(plan.when, first, count, at, answer);
            if constexpr (Records) {
                LimiterStep step{i, {}, firing(answer), made.lowest[0], made.highest[0], 0, 0};
                asker_.record_seen(plan.when, first, step.seen);
                steps.limiters.push_back(step);
            }
            const auto number = static_cast<std::uint8_t>(i + 1);
            if (plan.most_up) {
                run<HoldUpgrade<Rows>>(width_, plan, number, answer, first_lowest, first_highest, made, at);
            } else {
                run<Limit<Rows>>(width_, plan, number, answer, made, at);
            }
            if constexpr (Records) {
                steps.limiters.back().lowest_after = made.lowest[0];
                steps.limiters.back().highest_after = made.highest[0];
            }
        }
    }

    /// Tells a recorder which prompts the row gives; a batch, which records nothing, never asks.
    template <class R> void ask_prompts(const std::vector<Question>& prompts, std::size_t row, R& recorder) {
        for (std::size_t i = 0; i < prompts.size(); ++i) {
            Answer<Rows> answer;
            asker_.ask(prompts[i], row, 1, 0, answer);
            PromptStep step{i, {}, firing(answer)};
            asker_.record_seen(prompts[i], row, step.seen);
            recorder.prompt(step);
        }
    }

  private:
    static Firing firing(const Answer<Rows>& answer) {
        return answer.certain[0] != 0 ? Firing::yes : answer.possible[0] != 0 ? Firing::unknown : Firing::no;
    }

    Asker<Rows>& asker_;
    Width width_;
};

} // namespace vermeil::detail
