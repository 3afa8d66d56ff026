// SPDX-License-Identifier: MIT
#pragma once
// Moments as people and systems write them.

#include <vermeil/core/date.hpp>
#include <vermeil/core/london_clock.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

/// A moment that was read: seconds since 1970-01-01, and whether its writing says how they relate to UTC.
struct WrittenMoment {
    std::int64_t seconds; ///< of UTC when an offset is written, else as the clock shows
    bool has_offset;
};

namespace detail {

/// Two digits as a number below `limit`; -1 for anything else.
inline int two_digits(std::string_view text, std::size_t at, int limit) {
    if (at + 2 > text.size() || text[at] < '0' || text[at] > '9' || text[at + 1] < '0' ||
        text[at + 1] > '9') {
        return -1; // no number: one comparison tells it from every number below the limit
    }
    const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
    return value < limit ? value : -1;
}

/// Days since 1970-01-01 of a Gregorian day (Hinnant's days_from_civil); the day is not checked.
constexpr std::int64_t days_of(int year, int month, int day) noexcept {
    const int of_year = year - (month <= 2 ? 1 : 0);
    const int era = of_year / 400;
    const int within_era = of_year - era * 400;
    const int of_month = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int of_era = within_era * 365 + within_era / 4 - within_era / 100 + of_month;
    return std::int64_t{era} * 146'097 + of_era - 719'468;
}

inline int days_in_month(int year, int month) noexcept {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

/// Seconds by which an offset such as `Z`, `+01:00`, `+0100` or `+01` is ahead; nothing where it is none.
inline std::optional<std::int64_t> written_offset(std::string_view text) {
    if (text == "Z" || text == "z") {
        return 0;
    }
    const bool colon = text.size() == 6 && text[3] == ':';
    if ((!colon && text.size() != 5 && text.size() != 3) || (text[0] != '+' && text[0] != '-')) {
        return std::nullopt;
    }
    const int hours = two_digits(text, 1, 19);
    const int minutes = text.size() == 3 ? 0 : two_digits(text, colon ? 4 : 3, 60);
    if (hours < 0 || minutes < 0) {
        return std::nullopt;
    }
    const std::int64_t ahead = hours * 3600LL + minutes * 60LL;
    return text[0] == '-' ? -ahead : ahead;
}

} // namespace detail

/// Reads `2024-10-27 01:30`, with seconds or without, `T` for the blank, a fraction of a second (which is left out), and
/// an offset (`Z`, `+01:00`, `+0100`, `+01`) at its end, after a blank or none; nothing for any other writing.
inline std::optional<WrittenMoment> read_moment(std::string_view text) {
    if (text.size() < 16 || text[4] != '-' || text[7] != '-' || (text[10] != ' ' && text[10] != 'T') ||
        text[13] != ':') {
        return std::nullopt;
    }
    const int century = detail::two_digits(text, 0, 100);
    const int in_century = detail::two_digits(text, 2, 100);
    const int month = detail::two_digits(text, 5, 13);
    const int day = detail::two_digits(text, 8, 32);
    const int hour = detail::two_digits(text, 11, 24);
    const int minute = detail::two_digits(text, 14, 60);
    if (century < 14 || in_century < 0 || month < 1 || day < 1 || hour < 0 || minute < 0 ||
        day > detail::days_in_month(century * 100 + in_century, month)) {
        return std::nullopt;
    }
    int second = 0;
    auto rest = text.substr(16);
    if (!rest.empty() && rest[0] == ':') {
        second = detail::two_digits(rest, 1, 60);
        rest = rest.substr(second < 0 ? 0 : 3);
        if (second >= 0 && !rest.empty() && rest[0] == '.') {
            const auto end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
            rest = end == 1 ? rest : rest.substr(end); // a point alone is no fraction
        }
    }
    rest = rest.size() > 1 && rest[0] == ' ' ? rest.substr(1) : rest;
    const auto offset = rest.empty() ? std::optional<std::int64_t>(0) : detail::written_offset(rest);
    if (second < 0 || !offset) {
        return std::nullopt;
    }
    const auto days = detail::days_of(century * 100 + in_century, month, day);
    return WrittenMoment{days * 86'400 + hour * 3600 + minute * 60 + second - *offset, !rest.empty()};
}

} // namespace vermeil
