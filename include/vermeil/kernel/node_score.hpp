// SPDX-License-Identifier: MIT
#pragma once
// From the sums of a node to its score, for rows side by side.

#include <vermeil/framework/rounding.hpp>
#include <vermeil/kernel/group_plan.hpp>
#include <vermeil/kernel/lanes.hpp>
#include <vermeil/kernel/sums.hpp>

#include <cmath>
#include <cstddef>

namespace vermeil::detail {

/// Turns a node's sums into its score at the lowest and the highest, where they stand; 0 where nothing in it counts. `due` is
/// the weight that divides.
template <std::size_t Rows> struct FinishGroup {
    static constexpr std::size_t rows = Rows;

    [[gnu::always_inline]] static void run(const GroupPlan& group, const Lane<Rows>& due, Lane<Rows>& low,
                                           Lane<Rows>& high, std::size_t at) {
        if (is_mean(group.aggregate)) {
            divide(due.data() + at, low.data() + at, high.data() + at);
        }
        if (multiplies(group.aggregate)) {
            for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
                low[i] = std::exp(low[i]);
                high[i] = std::exp(high[i]);
            }
        }
        for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
            low[i] = where(due[i] > 0, low[i]);
            high[i] = where(due[i] > 0, high[i]);
        }
        if (group.rounding) {
            for (std::size_t i = at; i < at + run_length<Rows>; ++i) {
                low[i] = rounded(low[i], *group.rounding);
                high[i] = rounded(high[i], *group.rounding);
            }
        }
    }

  private:
    /// The lanes are not one another, which only a restricted pointer tells a compiler.
    [[gnu::always_inline]] static void divide(const double* __restrict due, double* __restrict low,
                                              double* __restrict high) {
        for (std::size_t i = 0; i < run_length<Rows>; ++i) {
            const double divisor = above_zero(due[i]);
            low[i] /= divisor;
            high[i] /= divisor;
        }
    }
};

} // namespace vermeil::detail
