// SPDX-License-Identifier: MIT
#pragma once
// Chance for made-up frameworks, the same on every machine for one seed, and what frameworks are wanted.

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace made_up {

/// Draws that depend on the seed alone (the splitmix64 sequence).
class Draws {
  public:
    explicit Draws(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        auto mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }
    /// A whole number from 0 to one less than `count`.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    /// A number from 0 up to 1.
    double share() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    bool chance(double probability) { return share() < probability; }
    template <class Items> auto one_of(const Items& items) { return items[below(std::size(items))]; }

  private:
    std::uint64_t state_;
};

/// What frameworks are wanted: with every mechanism there is, or those that DESIGN's guarantee is about.
struct Wish {
    bool fair =
        false; ///< the default policies, scales that only rise or fall, limiters that bite on bad values
    bool shares = false; ///< every value is the share of its counts
};

/// Round points, odd ones, and none; now and then below zero.
inline double some_points(Draws& draws) {
    constexpr std::array<double, 8> round{0, 100, 50, 80, 65, 33.3, 0.1, -20};
    return draws.chance(0.7) ? draws.one_of(round) : 100 * draws.share();
}

/// Weights whose sums carry rounding errors, and any others.
inline double some_weight(Draws& draws) {
    constexpr std::array<double, 9> round{0.1, 0.2, 0.7, 0.3, 1, 2, 3, 4, 12};
    return draws.chance(0.8) ? draws.one_of(round) : 0.01 + 5 * draws.share();
}

} // namespace made_up
