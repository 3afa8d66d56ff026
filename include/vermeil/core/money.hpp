// SPDX-License-Identifier: MIT
#pragma once
// Exact pounds.

#include <vermeil/core/error.hpp>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace vermeil {

/// An amount in pounds, exact to £0.0001; up to about £900 million million either way.
///
/// There is no way in from a `double`. Sums are exact.
/// @throws Error when a text is no amount or a result does not fit.
class Money {
  public:
    constexpr Money() = default;

    /// So many pence.
    static constexpr Money pence(std::int64_t count) { return Money(times_checked(count, 100)); }
    /// So many ten-thousandths of a pound.
    static constexpr Money ten_thousandths(std::int64_t count) { return Money(count); }

    /// Reads `13.50`, `-2`, `386000` or `0.0325`: digits, at most four decimals, no separators.
    static Money parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t ten_thousandths() const noexcept { return amount_; }

    friend Money operator+(Money a, Money b) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(a.amount_, b.amount_, &sum)) {
            throw Error("a sum of money is too large");
        }
        return Money(sum);
    }
    friend Money operator-(Money a, Money b) { return a + Money(times_checked(b.amount_, -1)); }
    friend constexpr bool operator==(Money, Money) = default;
    friend constexpr auto operator<=>(Money, Money) = default;

  private:
    constexpr explicit Money(std::int64_t amount) : amount_(amount) {}

    static constexpr std::int64_t times_checked(std::int64_t a, std::int64_t b) {
        std::int64_t product = 0;
        if (__builtin_mul_overflow(a, b, &product)) {
            throw Error("an amount of money is too large");
        }
        return product;
    }

    std::int64_t amount_ = 0; // in £0.0001
};

/// Writes pounds with two decimals, or four where the pence are not whole: `13.50`, `0.0325`.
inline std::string to_string(Money money) {
    const auto amount = money.ten_thousandths();
    const auto size =
        amount < 0 ? 0 - static_cast<std::uint64_t>(amount) : static_cast<std::uint64_t>(amount);
    auto decimals = std::to_string(10000 + size % 10000).substr(1);
    if (decimals.ends_with("00")) {
        decimals.resize(2);
    }
    return (amount < 0 ? "-" : "") + std::to_string(size / 10000) + "." + decimals;
}

inline Money Money::parse(std::string_view text) {
    const bool negative = text.starts_with('-');
    const auto digits = text.substr(negative ? 1 : 0);
    std::int64_t amount = 0;
    int decimals = -1; // -1 until the point is seen
    bool any = false;
    for (const char c : digits) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || decimals == 4 || digits.size() > 20) {
            throw Error(quoted(text) +
                        " is not an amount in pounds; write it as 13.50, with at most four decimals");
        }
        amount = (Money(times_checked(amount, 10)) + Money(c - '0')).amount_;
        decimals += decimals >= 0 ? 1 : 0;
        any = true;
    }
    if (!any || decimals == 0) {
        throw Error(quoted(text) +
                    " is not an amount in pounds; write it as 13.50, with at most four decimals");
    }
    for (int i = decimals < 0 ? 0 : decimals; i < 4; ++i) {
        amount = times_checked(amount, 10);
    }
    return Money(negative ? -amount : amount);
}

} // namespace vermeil
