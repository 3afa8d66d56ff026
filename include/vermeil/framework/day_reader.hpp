// SPDX-License-Identifier: MIT
#pragma once
// The days beneath the values of a measure, as a column of a table gives them.

#include <vermeil/core/date.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/wording.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// What a cell says of its day: the day, the text that stands there, and what is wrong with it.
struct DaySeen {
    std::optional<Date> day;
    std::string text;
    std::string fault;
};

/// Reads a day out of a column of days or of texts such as `2024-10-01`; an empty cell has none.
inline DaySeen day_at(const Column& column, std::size_t row) {
    constexpr auto needed = "not a date; write it as 2024-10-01";
    if (!column.has(row)) {
        return {};
    }
    if (const auto* days = column.as<Days>()) {
        const auto number = days->values[row];
        const bool fits = number >= day_number(Date(1400, 1, 1)) && number <= day_number(Date(9999, 12, 31));
        return fits ? DaySeen{date_of(number), to_string(date_of(number)), ""}
                    : DaySeen{{}, std::to_string(number), "lies outside the years 1400 to 9999"};
    }
    const auto* words = column.as<std::span<const std::string_view>>();
    if (words == nullptr) {
        return {{}, "", needed};
    }
    const auto text = trimmed((*words)[row]);
    const auto day = read_date(text);
    return {day, std::string(text), day || text.empty() ? "" : needed};
}

/// The day numbers of some rows of a column. `no_day` stands where a cell is empty, is no day, or lies after the day as of
/// which the table holds; the last two are told to `reject(column, place among the rows, value, reason)`.
template <class Reject> std::vector<std::int32_t> read_days(const Column& column,
                                                            const std::vector<std::size_t>& rows,
                                                            std::optional<Date> as_of, Reject reject) {
    std::vector<std::int32_t> days(rows.size(), no_day);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto seen = day_at(column, rows[i]);
        if (seen.day && as_of && *seen.day > *as_of) {
            seen.fault = "lies after " + to_string(*as_of) + ", the day of the table";
        }
        if (!seen.fault.empty()) {
            reject(column.name, i, std::move(seen.text), std::move(seen.fault));
        } else if (seen.day) {
            days[i] = day_number(*seen.day);
        }
    }
    return days;
}

} // namespace vermeil::detail
