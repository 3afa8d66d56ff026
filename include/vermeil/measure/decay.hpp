// SPDX-License-Identifier: MIT
#pragma once
// How much a fact still weighs when it has grown old.

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

} // namespace vermeil
