// SPDX-License-Identifier: MIT
#pragma once
// How well a rule ranks: the area under the curve, with an interval that knows that services repeat.

#include <vermeil/core/interval.hpp>
#include <vermeil/risk/clustered_share.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace vermeil {

/// One look at one service: in which group it is compared, its key, and whether it was harmed.
struct RankedRow {
    std::uint32_t group; ///< the day: only rows of one day are compared
    std::uint32_t service;
    double key;
    bool is_harmed;
};

/// The share of pairs, one harmed and one spared on the same day, in which the rule puts the harmed one first; a tie is a half.
///
/// Within one day it is the area under the receiver operating characteristic (the Mann-Whitney statistic over its greatest
/// value); over days, pairs are added up. 0.5 is what lots would do. The variance is the infinitesimal jackknife over services, that
/// is DeLong's for independent rows (E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, Biometrics 44 (1988) 837-845) and
/// Obuchowski's for repeated ones (N. A. Obuchowski, Biometrics 53 (1997) 567-578), with all pairs that a service has a part in, of
/// whatever day, taken as one look. It assumes that services are independent of each other.
class RankingArea {
  public:
    /// Rows in any order.
    explicit RankingArea(std::vector<RankedRow> rows) {
        std::stable_sort(rows.begin(), rows.end(), [](const RankedRow& left, const RankedRow& right) {
            return left.group != right.group ? left.group < right.group : left.key < right.key;
        });
        for (std::size_t first = 0; first < rows.size();) {
            auto next = first;
            for (; next < rows.size() && rows[next].group == rows[first].group; ++next) {
            }
            take(rows, first, next);
            first = next;
        }
        for (const auto& [service, each] : of_) {
            pairs_ += each.harmed_pairs;
            halves_ += each.harmed_halves;
            harmed_services_ += each.is_harmed;
        }
    }

    /// Pairs of one harmed and one spared.
    [[nodiscard]] std::int64_t pairs() const noexcept { return pairs_; }
    /// Services that were harmed after some row.
    [[nodiscard]] std::size_t harmed_services() const noexcept { return harmed_services_; }
    /// The area, 0 to 1; nothing where there is no pair.
    [[nodiscard]] std::optional<double> area() const {
        return pairs_ == 0 ? std::nullopt
                           : std::optional(static_cast<double>(halves_) / (2 * static_cast<double>(pairs_)));
    }
    /// Its variance; nothing where there are not two services of either kind.
    [[nodiscard]] std::optional<double> variance() const { return variance_against(nullptr); }
    /// The 95 % interval: Wilson's with the number of rows that a share of that variance would rest on, or, where the variance is
    /// 0, with the number of services that were harmed. Nothing where there is no variance.
    [[nodiscard]] std::optional<Interval> interval() const {
        const auto spread = variance();
        if (!spread) {
            return std::nullopt;
        }
        const double here = *area();
        return effective_interval(here, *spread > 0 && here > 0 && here < 1
                                            ? here * (1 - here) / *spread
                                            : static_cast<double>(harmed_services_));
    }
    /// The variance of the difference of two areas over the same rows; nothing where either has none.
    [[nodiscard]] std::optional<double> variance_of_difference(const RankingArea& other) const {
        return variance_against(&other);
    }

  private:
    /// What one service has a part in, in whole halves, so that sums are exact.
    struct Part {
        std::int64_t pairs = 0;
        std::int64_t halves = 0; ///< 2 for a pair that is in order, 1 for a tie
        std::int64_t harmed_pairs = 0;
        std::int64_t harmed_halves = 0;
        bool is_harmed = false;
    };

    void take(const std::vector<RankedRow>& rows, std::size_t first, std::size_t next);
    [[nodiscard]] std::optional<double> variance_against(const RankingArea* other) const;
    /// How much the area hangs on one service.
    [[nodiscard]] double influence(const Part& part) const {
        return (static_cast<double>(part.halves) / 2 - *area() * static_cast<double>(part.pairs)) /
               static_cast<double>(pairs_);
    }

    std::map<std::uint32_t, Part> of_;
    std::int64_t pairs_ = 0;
    std::int64_t halves_ = 0;
    std::size_t harmed_services_ = 0;
};

inline void RankingArea::take(const std::vector<RankedRow>& rows, std::size_t first, std::size_t next) {
    const auto harmed_in = [&](std::size_t from, std::size_t to) {
        return std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(from),
                             rows.begin() + static_cast<std::ptrdiff_t>(to),
                             [](const RankedRow& row) { return row.is_harmed; });
    };
    const auto all_harmed = harmed_in(first, next);
    const auto all_spared = static_cast<std::ptrdiff_t>(next - first) - all_harmed;
    std::ptrdiff_t harmed_below = 0;
    std::ptrdiff_t spared_below = 0;
    for (auto at = first; at < next;) {
        auto end = at;
        for (; end < next && rows[end].key == rows[at].key; ++end) {
        }
        const auto harmed = harmed_in(at, end);
        const auto spared = static_cast<std::ptrdiff_t>(end - at) - harmed;
        for (auto i = at; i < end; ++i) {
            auto& part = of_[rows[i].service];
            const auto halves = rows[i].is_harmed ? 2 * spared_below + spared
                                                  : 2 * (all_harmed - harmed_below - harmed) + harmed;
            part.pairs += rows[i].is_harmed ? all_spared : all_harmed;
            part.halves += halves;
            part.harmed_pairs += rows[i].is_harmed ? all_spared : 0;
            part.harmed_halves += rows[i].is_harmed ? halves : 0;
            part.is_harmed = part.is_harmed || rows[i].is_harmed;
        }
        harmed_below += harmed;
        spared_below += spared;
        at = end;
    }
}

inline std::optional<double> RankingArea::variance_against(const RankingArea* other) const {
    const auto harmed = harmed_services_;
    const auto spared = of_.size() - harmed;
    if (pairs_ == 0 || harmed < 2 || spared < 2) {
        return std::nullopt;
    }
    double of_harmed = 0;
    double of_spared = 0;
    auto theirs = other == nullptr ? of_.end() : other->of_.begin();
    for (const auto& [service, part] : of_) {
        const double moved = influence(part) - (other == nullptr ? 0 : other->influence((theirs++)->second));
        (part.is_harmed ? of_harmed : of_spared) += moved * moved;
    }
    // Each kind is a sample of its own: its sum of squares is divided by one less than its size, as in any sample variance.
    const auto unbiased = [](double sum, std::size_t n) {
        return sum * static_cast<double>(n) / static_cast<double>(n - 1);
    };
    return unbiased(of_harmed, harmed) + unbiased(of_spared, spared);
}

} // namespace vermeil
