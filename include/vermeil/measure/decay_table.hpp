// SPDX-License-Identifier: MIT
#pragma once
// What facts of any age still weigh, in whole parts that add up the same in any order.

#include <vermeil/measure/decay.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

namespace vermeil {

namespace detail {
/// Weights are whole parts of this many, so that they add up the same in any order.
inline constexpr std::int64_t whole_weight = std::int64_t{1} << 40;
} // namespace detail

/// What a fact of so many days weighs, 0 to 1, in parts of 2^40; before its day it is new.
inline std::int64_t weight_at(const Decay& decay, std::int32_t age) {
    const auto parts = [](double share) {
        return static_cast<std::int64_t>(std::llround(share * static_cast<double>(detail::whole_weight)));
    };
    if (const auto* half = std::get_if<HalfLife>(&decay); half != nullptr && age > 0) {
        return parts(std::exp2(-static_cast<double>(age) / half->days));
    }
    double share = 1;
    if (const auto* by_age = std::get_if<AgeSteps>(&decay)) {
        for (const auto& step : by_age->steps) {
            share = age >= 0 && static_cast<std::uint32_t>(age) >= step.from_days ? step.share : share;
        }
    }
    return parts(share);
}

/// Weights of every age up to ten years, made once; older facts weigh what those of ten years do.
class DecayTable {
  public:
    explicit DecayTable(const Decay& decay) {
        constexpr std::int32_t oldest = 3660;
        for (std::int32_t age = 0; decays(decay) && age <= oldest; ++age) {
            weights_.push_back(weight_at(decay, age));
        }
    }

    /// What a fact of so many days weighs, in parts of 2^40.
    [[nodiscard]] std::int64_t weight(std::int32_t age) const noexcept {
        if (weights_.empty()) {
            return detail::whole_weight;
        }
        const auto last = static_cast<std::int32_t>(weights_.size()) - 1;
        return weights_[static_cast<std::size_t>(age < 0 ? 0 : age > last ? last : age)];
    }

  private:
    std::vector<std::int64_t> weights_; ///< none: nothing decays
};

} // namespace vermeil
