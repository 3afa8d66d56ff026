// SPDX-License-Identifier: MIT
#pragma once
// A share that remembers its counts.

#include <vermeil/core/error.hpp>

#include <cstdint>
#include <string>
#include <type_traits>

namespace vermeil {

/// `count` of `n`: so many of those asked, counted or due. A share of none is no share.
///
/// @throws Error when the count is above n, or when the share of nothing is asked for.
class Proportion {
  public:
    Proportion(std::uint32_t count, std::uint32_t n) : count_(count), n_(n) {
        if (count > n) {
            throw Error(std::to_string(count) + " of " + std::to_string(n) +
                        " is no share: the part exceeds the whole");
        }
    }

    /// A share is made of counts, never of fractions.
    template <class Fraction>
    requires std::is_floating_point_v<Fraction> Proportion(Fraction count, Fraction n)
    = delete;

    [[nodiscard]] std::uint32_t count() const noexcept { return count_; }
    [[nodiscard]] std::uint32_t n() const noexcept { return n_; }

    /// count / n, from 0 to 1.
    [[nodiscard]] double share() const {
        if (n_ == 0) {
            throw Error("a share of none has no value");
        }
        return static_cast<double>(count_) / static_cast<double>(n_);
    }

    friend bool operator==(const Proportion&, const Proportion&) = default;

  private:
    std::uint32_t count_;
    std::uint32_t n_;
};

} // namespace vermeil
