// SPDX-License-Identifier: MIT
#pragma once
// Calendar days: Boost.Date_Time's type, its ISO writing, and the day number that columns hold.

#include <vermeil/core/error.hpp>

#include <boost/date_time/gregorian/greg_date.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

/// A day of the Gregorian calendar, from 1400-01-01 to 9999-12-31.
using Date = boost::gregorian::date;

namespace detail {
inline constexpr std::uint32_t unix_epoch_day_number = 2440588; // Julian day of 1970-01-01

inline std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all_read = error == std::errc{} && end == text.data() + text.size();
    return all_read && !text.empty() && text.front() != '-' ? std::optional(value) : std::nullopt;
}
} // namespace detail

/// The day number that says that no day is known; no day has it.
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// The day as a count of days since 1970-01-01, as columns hold it (negative before).
inline std::int32_t day_number(Date date) {
    return static_cast<std::int32_t>(date.day_number()) -
           static_cast<std::int32_t>(detail::unix_epoch_day_number);
}

/// The day that lies so many days after 1970-01-01.
/// @throws Error when the day lies outside 1400-9999.
inline Date date_of(std::int32_t days) {
    static const Date epoch(1970, 1, 1);
    static const std::int32_t first = day_number(Date(1400, 1, 1));
    static const std::int32_t last = day_number(Date(9999, 12, 31));
    if (days < first || days > last) {
        throw Error("day number " + std::to_string(days) + " lies outside the years 1400 to 9999");
    }
    return epoch + boost::gregorian::days(days);
}

/// Reads `2024-10-01`; nothing when the text is not a day in that writing.
inline std::optional<Date> read_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = detail::whole_number(text.substr(0, 4));
    const auto month = detail::whole_number(text.substr(5, 2));
    const auto day = detail::whole_number(text.substr(8, 2));
    if (!year || !month || !day || *year < 1400 || *month < 1 || *month > 12 || *day < 1) {
        return std::nullopt;
    }
    const auto last = boost::gregorian::gregorian_calendar::end_of_month_day(
        static_cast<unsigned short>(*year), static_cast<unsigned short>(*month));
    if (*day > last) {
        return std::nullopt;
    }
    return Date(static_cast<unsigned short>(*year), static_cast<unsigned short>(*month),
                static_cast<unsigned short>(*day));
}

/// Reads the same, or midnight of a day as databases write it: `2024-10-01 00:00:00`, `2024-10-01T00:00`, with or without parts of
/// a second. At another time of day nobody says which day was meant, and there is nothing.
inline std::optional<Date> read_day(std::string_view text) {
    const auto day = text.substr(0, std::min<std::size_t>(text.size(), 10));
    auto time = text.substr(day.size());
    if (!time.empty()) {
        constexpr std::string_view midnight = "00:00:00.";
        const bool is_apart = time.front() == ' ' || time.front() == 'T';
        time.remove_prefix(1);
        const auto clock = time.substr(0, std::min(time.size(), midnight.size()));
        const bool is_whole = clock.size() == 5 || clock.size() == 8 || time.size() > midnight.size();
        const auto parts = time.substr(clock.size());
        if (!is_apart || !is_whole || !midnight.starts_with(clock) ||
            parts.find_first_not_of('0') != std::string_view::npos) {
            return std::nullopt;
        }
    }
    return read_date(day);
}

/// Reads a day written as `2024-10-01`.
/// @throws Error naming the text when it is not one.
inline Date parse_date(std::string_view text) {
    if (const auto date = read_date(text)) {
        return *date;
    }
    throw Error(quoted(text) + " is not a date; write it as 2024-10-01");
}

/// Writes a day as `2024-10-01`.
inline std::string to_string(Date date) {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(static_cast<int>(date.year())) + "-" + two(date.month().as_number()) + "-" +
           two(date.day().as_number());
}

/// The day so many months before another. The last day of a month goes to the last day of the earlier one, and a day that
/// the earlier month does not have to its last.
/// @throws Error when it would lie before the year 1400.
inline Date months_before(Date day, std::uint32_t months) {
    const auto last_of = [](int year, int month) {
        return static_cast<int>(boost::gregorian::gregorian_calendar::end_of_month_day(
            static_cast<unsigned short>(year), static_cast<unsigned short>(month)));
    };
    const int number = day.month().as_number();
    const int all = static_cast<int>(day.year()) * 12 + number - 1 - static_cast<int>(months);
    if (all < 1400 * 12) {
        throw Error(std::to_string(months) + " months before " + to_string(day) +
                    " lies outside the years 1400 to 9999");
    }
    const bool is_last = day.day().as_number() == last_of(static_cast<int>(day.year()), number);
    const int last = last_of(all / 12, all % 12 + 1);
    const int of_month = is_last ? last : std::min<int>(day.day().as_number(), last);
    return {static_cast<unsigned short>(all / 12), static_cast<unsigned short>(all % 12 + 1),
            static_cast<unsigned short>(of_month)};
}

} // namespace vermeil
