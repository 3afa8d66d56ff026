// SPDX-License-Identifier: MIT
#pragma once
// A share whose rows repeat the same services, with an interval that does not take each row for news.

#include <vermeil/core/interval.hpp>

#include <cmath>
#include <cstddef>
#include <map>

namespace vermeil {

/// The Wilson interval of a share that rests on an effective number which need not be whole; all of 0 to 1 where the number
/// is not above 0.
///
/// It is `wilson_interval` with count = share * number.
inline Interval effective_interval(double share, double number, double z = z_95) {
    if (!(number > 0)) {
        return {0, 1};
    }
    const double spread = z * std::sqrt(z * z + 4 * share * number * (1 - share));
    const double scale = 2 * (number + z * z);
    const double lower = (2 * share * number + z * z - spread) / scale;
    const double upper = (2 * share * number + z * z + spread) / scale;
    return {share <= 0 ? 0 : lower, share >= 1 ? 1 : upper};
}

/// Hits / rows, where the rows of one service are many looks at one thing.
///
/// A hit may be a fraction of 1, and so may a row: a place on a list that several tie for. The interval is Wilson's with the
/// effective number (sum of the rows of each service)^2 / sum of their squares, which is what remains of the rows if all those of
/// one service say the same (L. Kish, Survey Sampling, 1965, section 8.2, with an intraclass correlation of 1); it is never above
/// the number of services. It is wider than need be where the rows of a service differ.
class ClusteredShare {
  public:
    /// Adds a row of a service that counts for `weight`, above 0 and at most 1; `hit` is from 0 to 1.
    void add(std::size_t service, double hit, double weight = 1) {
        hits_ += hit * weight;
        rows_ += weight;
        rows_of_[service] += weight;
    }

    [[nodiscard]] double hits() const noexcept { return hits_; }
    [[nodiscard]] double rows() const noexcept { return rows_; }
    /// How many services stand behind the rows.
    [[nodiscard]] std::size_t services() const noexcept { return rows_of_.size(); }
    [[nodiscard]] bool empty() const noexcept { return rows_of_.empty(); }
    /// Hits / rows, 0 to 1; 0 where there are no rows, of which `empty` tells.
    [[nodiscard]] double share() const noexcept { return empty() ? 0 : hits_ / rows_; }
    /// How many independent rows these are worth: at most the number of services; 0 without rows.
    [[nodiscard]] double effective() const noexcept {
        double squares = 0;
        for (const auto& [service, rows] : rows_of_) {
            squares += rows * rows;
        }
        return empty() ? 0 : rows_ * rows_ / squares;
    }
    /// The 95 % interval; all of 0 to 1 where there are no rows.
    [[nodiscard]] Interval interval() const { return effective_interval(share(), effective()); }

  private:
    double hits_ = 0;
    double rows_ = 0;
    std::map<std::size_t, double>
        rows_of_; // in the order of the services, so that sums are the same everywhere
};

} // namespace vermeil
