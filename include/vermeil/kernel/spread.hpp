// SPDX-License-Identifier: MIT
#pragma once
// The spread of a node's members: the most points of any less the fewest.

#include <vermeil/kernel/absent.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>

namespace vermeil::detail {

/// The spread of members each of which lies between two ends, at the least and at the most; taken in one after the other.
///
/// At the least all members lie as close together as they can: max(0, greatest low end - least high end). At the most two
/// different ones lie furthest apart. It is 0 of one member, and of none.
class Spread {
  public:
    /// Takes in one more member.
    void add(PointRange member) noexcept {
        if (any_) {
            most_ = std::max({most_, member.high - least_low_, greatest_high_ - member.low});
        }
        any_ = true;
        least_low_ = std::min(least_low_, member.low);
        greatest_low_ = std::max(greatest_low_, member.low);
        least_high_ = std::min(least_high_, member.high);
        greatest_high_ = std::max(greatest_high_, member.high);
    }

    /// The spread at the least and at the most.
    [[nodiscard]] PointRange range() const noexcept {
        return {any_ ? std::max(0.0, greatest_low_ - least_high_) : 0, most_};
    }

  private:
    static constexpr double beyond = std::numeric_limits<double>::infinity();
    bool any_ = false;
    double least_low_ = beyond, greatest_low_ = -beyond;
    double least_high_ = beyond, greatest_high_ = -beyond;
    double most_ = 0; // between two different members
};

} // namespace vermeil::detail
