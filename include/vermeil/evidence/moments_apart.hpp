// SPDX-License-Identifier: MIT
#pragma once
// How far the moments of two columns lie apart.

#include <vermeil/core/batch.hpp>

#include <cstddef>
#include <cstdint>

namespace vermeil::detail {

/// Two columns of moments, told apart in units of the source where both have the same.
class MomentsApart {
  public:
    MomentsApart(Moments from, Moments to)
        : from_(from), to_(to), same_(from.units_per_second == to.units_per_second) {}

    /// From the one to the other, below 0 where that lies before.
    [[nodiscard]] std::int64_t operator()(std::size_t row) const {
        return same_ ? to_.values[row] - from_.values[row]
                     : to_.values[row] / to_.units_per_second - from_.values[row] / from_.units_per_second;
    }
    /// A day in the same units.
    [[nodiscard]] std::int64_t day() const { return 86'400 * (same_ ? from_.units_per_second : 1); }

  private:
    Moments from_;
    Moments to_;
    bool same_;
};

} // namespace vermeil::detail
