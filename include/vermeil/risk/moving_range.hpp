// SPDX-License-Identifier: MIT
#pragma once
// How much neighbours in time differ: the measure of common cause.

#include <vermeil/risk/chart_rules.hpp>

#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace vermeil {

/// d2 of two readings: the mean range of two draws from a normal distribution, in standard deviations, as tables print it
/// (Montgomery, appendix VI).
inline constexpr double d2_of_two = 1.128;
/// D4 of two readings: where the upper limit of moving ranges stands, in mean ranges.
inline constexpr double d4_of_two = 3.267;

/// The mean of moving ranges; nothing where there is none.
///
/// @param ranges the ranges that there are, each 0 or more.
inline std::optional<double> mean_range(std::span<const double> ranges, Screening screening) {
    if (ranges.empty()) {
        return std::nullopt;
    }
    double sum = 0;
    for (const double range : ranges) {
        sum += range;
    }
    const double mean = sum / static_cast<double>(ranges.size());
    if (screening == Screening::none) {
        return mean;
    }
    double kept = 0;
    std::size_t count = 0;
    for (const double range : ranges) {
        if (range < d4_of_two * mean) {
            kept += range;
            ++count;
        }
    }
    return count == 0 ? mean : kept / static_cast<double>(count);
}

/// The ranges between neighbours in time, gathered value by value.
class MovingRanges {
  public:
    /// Forgets all.
    void clear() noexcept {
        ranges_.clear();
        follows_ = false;
    }
    /// Takes in the next value.
    void add(double value) {
        if (follows_) {
            ranges_.push_back(std::abs(value - before_));
        }
        before_ = value;
        follows_ = true;
    }
    /// Says that the next value follows a period without one: no range leads there.
    void gap() noexcept { follows_ = false; }
    /// The mean of the ranges; nothing where there is none.
    [[nodiscard]] std::optional<double> mean(Screening screening) const {
        return mean_range(ranges_, screening);
    }

  private:
    std::vector<double> ranges_;
    double before_ = 0;
    bool follows_ = false;
};

/// From a mean moving range to one standard deviation.
inline double sigma_of_range(double mean, RangeFactor factor) {
    return factor == RangeFactor::exact ? mean / d2_of_two : mean * 2.66 / 3;
}

} // namespace vermeil
