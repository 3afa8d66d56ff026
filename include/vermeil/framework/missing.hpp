// SPDX-License-Identifier: MIT
#pragma once
// What the rules do about a value that is not there, reason by reason.

#include <vermeil/core/error.hpp>
#include <vermeil/core/observed.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

/// What happens to a measure without a value.
enum class Policy : std::uint8_t {
    leave_out,     ///< the measure leaves the denominator and the coverage
    bounds,        ///< evaluated twice: at the measure's fewest and at its most points
    interval,      ///< the same with the ends of the share's own Wilson interval
    zero,          ///< no points, where the provider owed it, was reminded and the contract says so
    carry_forward, ///< the last value up to a greatest age; beyond it as `bounds`
    renormalise,   ///< the present weights are stretched; withholding can raise a score
    peer_mean      ///< the mean of the peers' values stands in; withholding a bad value can raise a score
};

inline constexpr std::array<std::string_view, 7> policy_names{
    "leave_out", "bounds", "interval", "zero", "carry_forward", "renormalise", "peer_mean"};

inline std::string_view to_string(Policy policy) { return policy_names.at(static_cast<std::size_t>(policy)); }

/// The policy of that name; nothing when there is none.
inline std::optional<Policy> read_policy(std::string_view name) {
    for (std::size_t i = 0; i < policy_names.size(); ++i) {
        if (policy_names[i] == name) {
            return static_cast<Policy>(i);
        }
    }
    return std::nullopt;
}

/// A policy with what it needs.
struct MissingRule {
    Policy policy = Policy::bounds;
    std::string clause;         ///< with `zero`: the clause of the contract that says so
    std::uint32_t quarters = 0; ///< with `carry_forward`: the greatest age in quarters; 0 where it is in days
    std::string peers = {};     ///< with `peer_mean`: the fact that tells peers apart; empty: all are peers
    std::uint32_t days = 0;     ///< with `carry_forward`: the greatest age of the evidence in days
    Place place = {};
};

/// The rule for each state; the one for `present` is never asked.
struct MissingRules {
    std::array<MissingRule, state_count> by_state = defaults();

    /// The rule for a state.
    [[nodiscard]] const MissingRule& of(State state) const {
        return by_state.at(static_cast<std::size_t>(state));
    }
    /// The rule for a state, to be changed.
    MissingRule& of(State state) { return by_state.at(static_cast<std::size_t>(state)); }

    /// `leave_out` for what is not applicable or not yet live, `bounds` for every other reason.
    [[nodiscard]] static std::array<MissingRule, state_count> defaults() {
        std::array<MissingRule, state_count> rules;
        rules[static_cast<std::size_t>(State::not_applicable)].policy = Policy::leave_out;
        rules[static_cast<std::size_t>(State::not_yet_live)].policy = Policy::leave_out;
        return rules;
    }
};

/// A word that stands in tables where there is no value, such as `Not Rated`, and the reason that it gives.
struct AbsentWord {
    std::string word;
    State state = State::unknown;
    Place place = {};
};

} // namespace vermeil
