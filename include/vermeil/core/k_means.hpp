// SPDX-License-Identifier: MIT
#pragma once
// Clusters of numbers, exact: the partition with the least sum of squares, whatever the data.

#include <vermeil/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// Different values in rising order, with sums that give the squares of any stretch of them in constant time.
class Stretches {
  public:
    explicit Stretches(std::span<const double> rising) {
        const double middle = rising.empty() ? 0 : rising[rising.size() / 2]; // keeps the squares small
        sums_.emplace_back();
        for (std::size_t i = 0; i < rising.size(); ++i) {
            if (i == 0 || rising[i - 1] < rising[i]) {
                first_.push_back(i);
                sums_.push_back(sums_.back());
            }
            const double off = rising[i] - middle;
            auto& sum = sums_.back();
            sum = {sum.count + 1, sum.offs + off, sum.squares + off * off};
        }
    }

    [[nodiscard]] std::size_t size() const noexcept { return first_.size(); }
    /// The position of a different value among all values.
    [[nodiscard]] std::size_t first(std::size_t value) const { return first_[value]; }

    /// The squares around their mean of the different values from one to before another.
    [[nodiscard]] double cost(std::size_t from, std::size_t to) const noexcept {
        const auto& low = sums_[from];
        const auto& high = sums_[to];
        const double offs = high.offs - low.offs;
        return std::max(0.0, high.squares - low.squares - offs * offs / (high.count - low.count));
    }

  private:
    struct Sum {
        double count = 0, offs = 0, squares = 0;
    };
    std::vector<std::size_t> first_;
    std::vector<Sum> sums_; // one before each different value, and one after all
};

/// One layer of the dynamic programme: the best cost of so many clusters for each number of values, and where the last one
/// starts.
class ClusterLayer {
  public:
    ClusterLayer(const Stretches& values, const std::vector<double>& before, std::size_t clusters)
        : values_(values), before_(before), best_(values.size() + 1, std::numeric_limits<double>::infinity()),
          start_(values.size() + 1) {
        fill(clusters, values.size(), clusters - 1, values.size() - 1);
    }

    [[nodiscard]] std::vector<double>& best() noexcept { return best_; }
    [[nodiscard]] std::vector<std::uint32_t>& start() noexcept { return start_; }

  private:
    /// The best start never moves down while values are added, so the middle one bounds both halves.
    void fill(std::size_t low, std::size_t high, std::size_t least, std::size_t most) {
        const std::size_t middle = low + (high - low) / 2;
        const std::size_t last = std::min(most, middle - 1);
        for (std::size_t start = least; start <= last; ++start) {
            const double cost = before_[start] + values_.cost(start, middle);
            if (cost < best_[middle]) {
                best_[middle] = cost;
                start_[middle] = static_cast<std::uint32_t>(start);
            }
        }
        if (low < middle) {
            fill(low, middle - 1, least, start_[middle]);
        }
        if (middle < high) {
            fill(middle + 1, high, start_[middle], most);
        }
    }

    const Stretches& values_;
    const std::vector<double>& before_;
    std::vector<double> best_;
    std::vector<std::uint32_t> start_;
};

inline void check_rising_values(std::span<const double> values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i]) || (i > 0 && values[i] < values[i - 1])) {
            throw Error("clusters need finite numbers in rising order; number " + std::to_string(i + 1) +
                        " is not");
        }
    }
}

} // namespace detail

/// Where each of `k` clusters starts among numbers in rising order, such that the squares around the clusters' means,
///     sum over clusters of sum (x - mean)^2,
/// add up to the least. It is found by dynamic programming over the last cluster's start, which rises with the number of
/// values, in O(k n log n) time and O(k n) memory (Wang and Song, The R Journal 3(2) (2011) 29-33); no seed, no iteration.
///
/// Equal numbers share a cluster. Fewer different numbers than `k` make as many clusters as there are; none make none. Of
/// several best partitions it takes the one whose last cluster starts first, and so on down.
/// @throws Error when a number is not finite, they do not rise, or `k` is 0.
inline std::vector<std::size_t> k_means(std::span<const double> rising, std::size_t k) {
    if (k == 0) {
        throw Error("0 clusters hold nothing; 1 or more are needed");
    }
    detail::check_rising_values(rising);
    const detail::Stretches values(rising);
    const auto clusters = std::min(k, values.size());
    std::vector<double> best(values.size() + 1, 0.0);
    for (std::size_t end = 1; end <= values.size(); ++end) {
        best[end] = values.cost(0, end);
    }
    std::vector<std::vector<std::uint32_t>> starts;
    for (std::size_t made = 2; made <= clusters; ++made) {
        detail::ClusterLayer layer(values, best, made);
        best = std::move(layer.best());
        starts.push_back(std::move(layer.start()));
    }
    std::vector<std::size_t> found;
    for (std::size_t end = values.size(), made = clusters; made > 0; --made) {
        end = made > 1 ? starts[made - 2][end] : 0;
        found.push_back(values.first(end));
    }
    std::reverse(found.begin(), found.end());
    return found;
}

} // namespace vermeil
