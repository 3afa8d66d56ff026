// SPDX-License-Identifier: MIT
#pragma once
// The periods of a panel as numbers that follow each other.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/quarter.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

/// How long a period of a panel is: what follows what, and so what is missing.
enum class Every : std::uint8_t {
    month,
    quarter,
    number ///< any whole number; each follows the one before it
};

inline constexpr std::array<std::string_view, 3> every_names{"month", "quarter", "number"};

inline std::string_view to_string(Every every) { return every_names.at(static_cast<std::size_t>(every)); }

/// The number of the month that a day lies in, or of its quarter: counted from the year 0.
inline std::int64_t period_of(Date day, Every every) {
    const auto month = static_cast<std::int64_t>(day.year()) * 12 + day.month().as_number() - 1;
    return every == Every::quarter ? month / 3 : month;
}

/// Reads a period as people write it: a day or `2024-10` for a month, a day, `2024-25 Q3` or `2024 Q4` for a quarter, a whole
/// number for a number; nothing when it is none.
inline std::optional<std::int64_t> read_period(std::string_view text, Every every) {
    if (every == Every::number) {
        const bool negative = !text.empty() && text.front() == '-';
        const auto number = detail::whole_number(text.substr(negative ? 1 : 0));
        return number ? std::optional<std::int64_t>(negative ? -*number : *number) : std::nullopt;
    }
    if (every == Every::quarter) {
        if (const auto quarter = read_quarter(text)) {
            return period_of(quarter->first_day(), every);
        }
    }
    const auto day =
        text.size() == 7 && every == Every::month ? read_date(std::string(text) + "-01") : read_date(text);
    return day ? std::optional(period_of(*day, every)) : std::nullopt;
}

/// Writes a period: `2024-10`, `2024-25 Q3` or the number.
inline std::string period_text(std::int64_t period, Every every) {
    if (every == Every::number) {
        return std::to_string(period);
    }
    const auto month = every == Every::quarter ? period * 3 : period;
    const Date first(static_cast<unsigned short>(month / 12), static_cast<unsigned short>(month % 12 + 1), 1);
    return every == Every::quarter ? to_string(Quarter(first)) : to_string(first).substr(0, 7);
}

} // namespace vermeil
