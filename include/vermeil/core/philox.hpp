// SPDX-License-Identifier: MIT
#pragma once
// Chance that follows from a seed and a place, whoever asks and in which order.

#include <array>
#include <cstddef>
#include <cstdint>

namespace vermeil {

/// The counter-based generator Philox 4x32 with ten rounds: each counter has its own four words, which pass for random.
///
/// Source: J. K. Salmon and others, Parallel random numbers: as easy as 1, 2, 3, SC11 (2011). There is no state: draws of one
/// place never depend on those of another, so threads and order change nothing.
class Philox {
  public:
    using Words = std::array<std::uint32_t, 4>;

    explicit Philox(std::uint64_t seed) noexcept
        : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)} {}

    /// The words of a counter.
    [[nodiscard]] Words operator()(Words counter) const noexcept {
        constexpr std::uint64_t first = 0xD2511F53U;
        constexpr std::uint64_t second = 0xCD9E8D57U;
        auto key = key_;
        for (int round = 0; round < 10; ++round) {
            const std::uint64_t a = first * counter[0];
            const std::uint64_t b = second * counter[2];
            counter = {
                static_cast<std::uint32_t>(b >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
                static_cast<std::uint32_t>(a >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
            key[0] += 0x9E3779B9U;
            key[1] += 0xBB67AE85U;
        }
        return counter;
    }

  private:
    std::array<std::uint32_t, 2> key_;
};

/// Numbers of one place, one after the other: such as the draws of one series in one round.
class PhiloxStream {
  public:
    PhiloxStream(Philox chance, std::uint32_t round, std::uint32_t place, std::uint32_t purpose = 0) noexcept
        : chance_(chance), counter_{0, round, place, purpose} {}

    /// The next number, above 0 and below 1, of 2^32 that are equally likely.
    double uniform() noexcept {
        if (next_ == words_.size()) {
            words_ = chance_(counter_);
            ++counter_[0];
            next_ = 0;
        }
        return (static_cast<double>(words_[next_++]) + 0.5) * 0x1p-32;
    }

  private:
    Philox chance_;
    Philox::Words counter_;
    Philox::Words words_{};
    std::size_t next_ = 4;
};

} // namespace vermeil
