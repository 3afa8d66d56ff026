// SPDX-License-Identifier: MIT
#pragma once
// How much a fact still weighs when it has grown old.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

namespace vermeil {

/// It weighs the same at any age.
struct NoDecay {
    friend bool operator==(NoDecay, NoDecay) = default;
};

/// It weighs half as much after so many days, a quarter after twice as many, and so on: 2^(-age / days).
struct HalfLife {
    std::uint32_t days = 0;
    friend bool operator==(HalfLife, HalfLife) = default;
};

/// From an age on it weighs so much.
struct AgeStep {
    std::uint32_t from_days = 0;
    double share = 1; ///< 0 to 1
    friend bool operator==(AgeStep, AgeStep) = default;
};

/// What it weighs falls in steps; before the first step it weighs 1. Ages rise, and shares do not.
struct AgeSteps {
    std::vector<AgeStep> steps;
    friend bool operator==(const AgeSteps&, const AgeSteps&) = default;
};

/// How much a fact still weighs: a closed set of ways.
using Decay = std::variant<NoDecay, HalfLife, AgeSteps>;

/// Whether a fact ever weighs less than when it was new.
inline bool decays(const Decay& decay) noexcept { return !std::holds_alternative<NoDecay>(decay); }

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
