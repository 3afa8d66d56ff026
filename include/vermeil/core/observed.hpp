// SPDX-License-Identifier: MIT
#pragma once
// A value, or the reason why there is none.

#include <vermeil/core/error.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vermeil {

/// Why a value is there or is not. Columns hold the number, files the name.
enum class State : std::uint8_t {
    present = 0,           ///< there is a value
    not_submitted = 1,     ///< owed and not given
    too_few = 2,           ///< below the measure's least n
    not_applicable = 3,    ///< the measure does not concern this service
    not_yet_live = 4,      ///< the measure is planned
    not_yet_inspected = 5, ///< the first inspection is awaited
    suppressed = 6,        ///< withheld so that nobody can be recognised
    unknown = 7            ///< no reason is given
};

/// The number of states; their numbers run from 0 to one less.
inline constexpr std::size_t state_count = 8;

/// The names of the states, in the order of their numbers.
inline constexpr std::array<std::string_view, state_count> state_names{
    "present",      "not_submitted",     "too_few",    "not_applicable",
    "not_yet_live", "not_yet_inspected", "suppressed", "unknown"};

inline std::string_view to_string(State state) { return state_names.at(static_cast<std::size_t>(state)); }

/// The state of that name; nothing when there is none.
inline std::optional<State> read_state(std::string_view name) {
    for (std::size_t i = 0; i < state_count; ++i) {
        if (state_names[i] == name) {
            return static_cast<State>(i);
        }
    }
    return std::nullopt;
}

/// Some of the states.
class StateSet {
  public:
    StateSet() = default;
    StateSet(std::initializer_list<State> states) {
        for (const State each : states) {
            add(each);
        }
    }

    /// Walks through the members in the order of their numbers.
    class Iterator {
      public:
        explicit Iterator(unsigned rest) : rest_(rest) {}
        State operator*() const noexcept { return static_cast<State>(std::countr_zero(rest_)); }
        Iterator& operator++() noexcept {
            rest_ &= rest_ - 1;
            return *this;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

      private:
        unsigned rest_;
    };

    /// Makes a state a member.
    void add(State state) noexcept { bits_ |= 1U << static_cast<unsigned>(state); }
    [[nodiscard]] bool has(State state) const noexcept {
        return (bits_ >> static_cast<unsigned>(state) & 1U) != 0;
    }
    [[nodiscard]] bool empty() const noexcept { return bits_ == 0; }
    [[nodiscard]] Iterator begin() const noexcept { return Iterator(bits_); }
    [[nodiscard]] Iterator end() const noexcept { return Iterator(0); }
    friend bool operator==(const StateSet&, const StateSet&) = default;

  private:
    unsigned bits_ = 0;
};

/// Who had to bring a piece of evidence.
enum class Owner : std::uint8_t { provider, council, regulator, nobody };

inline constexpr std::array<std::string_view, 4> owner_names{"provider", "council", "regulator", "nobody"};

inline std::string_view to_string(Owner owner) { return owner_names.at(static_cast<std::size_t>(owner)); }

/// A value of type `T`, or the state that says why there is none.
///
/// @throws Error when an absent value is said to be present, or a value is read that is absent.
template <class T> class Observed {
  public:
    Observed(T value)
        : value_(std::move(value)), state_(State::present) {} // NOLINT: a value is observed as it is
    Observed(State reason) : state_(reason) {                 // NOLINT: so is its absence
        if (reason == State::present) {
            throw Error("an absent value needs a reason other than 'present'");
        }
    }

    [[nodiscard]] bool is_present() const noexcept { return state_ == State::present; }
    [[nodiscard]] State state() const noexcept { return state_; }
    [[nodiscard]] const T& value() const {
        if (!value_) {
            throw Error("there is no value: " + std::string(to_string(state_)));
        }
        return *value_;
    }
    /// The value, or another where it is absent.
    [[nodiscard]] T value_or(T other) const { return value_.value_or(std::move(other)); }

    friend bool operator==(const Observed&, const Observed&) = default;

  private:
    std::optional<T> value_;
    State state_;
};

} // namespace vermeil
