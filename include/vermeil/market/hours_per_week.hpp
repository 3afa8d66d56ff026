// SPDX-License-Identifier: MIT
#pragma once
// Hours of care a week, exact to a hundredth.

#include <vermeil/core/error.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vermeil {

/// Hours of care a week, of one person or of a whole market; exact to a hundredth of an hour, never negative.
///
/// There is no way in from a `double`. Sums are exact.
/// @throws Error when a text or count is no such number, or a sum does not fit.
class HoursPerWeek {
  public:
    constexpr HoursPerWeek() = default;

    /// So many hundredths of an hour.
    static HoursPerWeek hundredths(std::int64_t count) {
        if (count < 0) {
            throw Error("hours a week cannot be negative");
        }
        return HoursPerWeek(count);
    }

    /// Reads `14`, `10.5` or `2.33`: digits, at most two decimals, no separators.
    static HoursPerWeek parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t hundredths() const noexcept { return hundredths_; }

    friend HoursPerWeek operator+(HoursPerWeek a, HoursPerWeek b) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(a.hundredths_, b.hundredths_, &sum)) {
            throw Error("a sum of hours is too large");
        }
        return HoursPerWeek(sum);
    }
    friend constexpr bool operator==(HoursPerWeek, HoursPerWeek) = default;
    friend constexpr auto operator<=>(HoursPerWeek, HoursPerWeek) = default;

  private:
    constexpr explicit HoursPerWeek(std::int64_t hundredths) : hundredths_(hundredths) {}

    std::int64_t hundredths_ = 0;
};

/// Writes hours without needless decimals: `14`, `10.5`, `2.33`.
inline std::string to_string(HoursPerWeek hours) {
    const auto decimals = hours.hundredths() % 100;
    auto text = std::to_string(hours.hundredths() / 100);
    if (decimals != 0) {
        text += "." + std::to_string(100 + decimals).substr(1, decimals % 10 == 0 ? 1 : 2);
    }
    return text;
}

inline HoursPerWeek HoursPerWeek::parse(std::string_view text) {
    const auto fault = [&] {
        return Error(quoted(text) +
                     " is not a number of hours a week; write it as 10.5, with at most two decimals");
    };
    const auto point = text.find('.');
    constexpr std::size_t most_digits = 12;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == point) {
            continue;
        }
        if (text[i] < '0' || text[i] > '9' || i > most_digits) {
            throw fault();
        }
        count = count * 10 + (text[i] - '0');
    }
    const auto decimals = point == std::string_view::npos ? 0 : text.size() - point - 1;
    if (text.empty() || text == "." || decimals > 2) {
        throw fault();
    }
    return hundredths(decimals == 0 ? count * 100 : decimals == 1 ? count * 10 : count);
}

} // namespace vermeil
