// SPDX-License-Identifier: MIT
#pragma once
// Fixed-point numbers of 32 to 256 bits, written out exactly.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

namespace vermeil::detail {

static_assert(std::endian::native == std::endian::little, "Arrow columns are read as little-endian");

/// An unsigned whole number of up to 256 bits, in digits of base 2^32, lowest first.
using WideNumber = std::array<std::uint32_t, 8>;

/// Divides by 10^9 in place and gives the remainder: the lowest nine decimal digits.
inline std::uint32_t take_nine_digits(WideNumber& number) {
    constexpr std::uint64_t base = 1'000'000'000;
    std::uint64_t remainder = 0;
    for (std::size_t i = number.size(); i-- > 0;) {
        const std::uint64_t part = remainder << 32 | number[i];
        number[i] = static_cast<std::uint32_t>(part / base);
        remainder = part % base;
    }
    return static_cast<std::uint32_t>(remainder);
}

/// The decimal digits of a number, lowest first, without leading zeros; none for 0.
inline std::string reversed_digits(WideNumber number) {
    std::string digits;
    while (number != WideNumber{}) {
        auto nine = take_nine_digits(number);
        for (int i = 0; i < 9; ++i, nine /= 10) {
            digits += static_cast<char>('0' + nine % 10);
        }
    }
    digits.erase(digits.find_last_not_of('0') + 1);
    return digits;
}

/// Writes a two's complement number of `bytes` bytes (4, 8, 16 or 32) with `scale` digits after the point, such as
/// `-13.5`: exact, without needless zeros. A negative scale counts zeros before the point.
inline std::string decimal_text(const void* value, std::size_t bytes, int scale) {
    WideNumber number{};
    std::memcpy(number.data(), value, bytes);
    const std::size_t digits32 = bytes / 4;
    const bool negative = (number[digits32 - 1] >> 31) != 0;
    std::uint64_t carry = 1;
    for (std::size_t i = 0; negative && i < digits32; ++i) {
        carry += static_cast<std::uint32_t>(~number[i]);
        number[i] = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    auto reversed = reversed_digits(number);
    if (reversed.empty()) {
        return "0";
    }
    reversed.insert(0, scale < 0 ? static_cast<std::size_t>(-scale) : 0, '0');
    const auto places = scale > 0 ? static_cast<std::size_t>(scale) : 0;
    if (reversed.size() <= places) {
        reversed.append(places + 1 - reversed.size(), '0');
    }
    const std::string text(reversed.rbegin(), reversed.rend());
    const auto whole = text.size() - places;
    const auto last = text.find_last_not_of('0');
    const auto fraction =
        last == std::string::npos || last < whole ? "" : "." + text.substr(whole, last + 1 - whole);
    return (negative ? "-" : "") + text.substr(0, whole) + fraction;
}

} // namespace vermeil::detail
