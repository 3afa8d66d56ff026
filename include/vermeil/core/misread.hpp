// SPDX-License-Identifier: MIT
#pragma once
// What somebody may have meant by a cell that does not fit its column.

#include <vermeil/core/date.hpp>
#include <vermeil/core/wording.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace vermeil::detail {

/// The number that a text says, infinity and what is no number among them; nothing where it says none.
inline std::optional<double> any_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// The number that a text says, where it is finite.
inline std::optional<double> finite_number(std::string_view text) {
    const auto value = any_number(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

/// Whether a text is a number with commas between its thousands, as `1,234.5`.
inline bool has_thousands(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == 0 || comma > 3) {
        return false;
    }
    std::string bare(text.substr(0, comma));
    for (text.remove_prefix(comma); text.size() >= 4 && text.front() == ','; text.remove_prefix(4)) {
        bare += text.substr(1, 3);
    }
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return std::all_of(bare.begin(), bare.end(), is_digit) && (text.empty() || text.front() == '.') &&
           finite_number(bare + std::string(text)).has_value();
}

/// What to add to the reason of a cell that is no number; empty where nothing is likely.
inline std::string number_hint(std::string_view text) {
    if (has_thousands(text)) {
        return "; write it without commas";
    }
    const auto value = any_number(text.starts_with('+') ? text.substr(1) : text);
    return value && !std::isfinite(*value)
               ? "; infinity and 'nan' are results of a failed calculation: leave "
                 "the cell empty where nothing is known"
               : "";
}

/// What to add to the reason of a cell that is no date: one that holds a time of day as well may be told from another day; a
/// spreadsheet counts days from 1899-12-30, and shows the count where
/// a cell is not formatted as a date. Empty unless the day would lie between 1950 and 2099.
inline std::string date_hint(std::string_view text) {
    constexpr std::int32_t nought = -25'569; // 1899-12-30, counted from 1970-01-01
    constexpr double first = 18'264, last = 73'050;
    if (text.size() > 10 && (text[10] == ' ' || text[10] == 'T') && read_date(text.substr(0, 10))) {
        return "; it holds a time of day: write the day alone";
    }
    const auto number = finite_number(text);
    return number && *number >= first && *number <= last
               ? "; it looks like a spreadsheet's day number, of " +
                     to_string(date_of(nought + static_cast<std::int32_t>(*number)))
               : "";
}

} // namespace vermeil::detail
