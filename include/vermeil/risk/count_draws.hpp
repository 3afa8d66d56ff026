// SPDX-License-Identifier: MIT
#pragma once
// Random counts of one distribution, drawn by table.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil {

/// The counts of a Poisson or binomial distribution by their probability, ready to be drawn from.
///
/// The table reaches so far that what it leaves out has a chance below 1e-13. A guide of as many places as there are counts
/// says where to begin to look, so that a draw takes a step or two.
class CountDraws {
  public:
    /// @param mean finite, 0 or more; with 0 every draw is 0.
    static CountDraws poisson(double mean) {
        return CountDraws(std::floor(mean), mean > 0 ? unbounded : 0,
                          [mean](double count) { return mean / (count + 1); });
    }
    /// @param n whole, 0 or more. @param share from 0 to 1.
    static CountDraws binomial(double n, double share) {
        if (share <= 0 || share >= 1 || n == 0) {
            const double always = share >= 1 ? n : 0;
            return CountDraws(always, always, [](double) { return 0.0; });
        }
        const double odds = share / (1 - share);
        return CountDraws(std::min(n, std::floor((n + 1) * share)), n,
                          [n, odds](double count) { return (n - count) / (count + 1) * odds; });
    }

    /// The count that belongs to a number from 0 to below 1.
    [[nodiscard]] double operator()(double uniform) const noexcept {
        auto at = guide_[static_cast<std::size_t>(uniform * static_cast<double>(guide_.size()))];
        while (at + 1 < up_to_.size() && uniform >= up_to_[at]) {
            ++at;
        }
        return low_ + static_cast<double>(at);
    }

  private:
    static constexpr double unbounded = 1e300;

    /// @param mode a count at which the distribution is near its highest. @param ratio P(count + 1) / P(count).
    template <class Ratio> CountDraws(double mode, double most, const Ratio& ratio) {
        constexpr double least = 1e-16;
        std::vector<double> below;
        double weight = 1;
        for (double count = mode; count > 0 && weight > least; --count) {
            const double step = ratio(count - 1);
            weight = step > 0 ? weight / step : 0;
            below.push_back(weight);
        }
        low_ = mode - static_cast<double>(below.size());
        std::reverse(below.begin(), below.end());
        up_to_ = std::move(below);
        up_to_.push_back(1);
        weight = 1;
        for (double count = mode; count < most && weight > least; ++count) {
            weight *= ratio(count);
            up_to_.push_back(weight);
        }
        double sum = 0;
        for (auto& each : up_to_) {
            sum += each;
            each = sum;
        }
        guide_.assign(up_to_.size(), 0);
        std::uint32_t at = 0;
        for (std::size_t i = 0; i < up_to_.size(); ++i) {
            up_to_[i] /= sum;
        }
        for (std::size_t i = 0; i < guide_.size(); ++i) {
            const double begins = static_cast<double>(i) / static_cast<double>(guide_.size());
            while (at + 1 < up_to_.size() && up_to_[at] <= begins) {
                ++at;
            }
            guide_[i] = at;
        }
    }

    double low_ = 0;
    std::vector<double> up_to_; ///< the probability of this count or a lower one
    std::vector<std::uint32_t> guide_;
};

} // namespace vermeil
