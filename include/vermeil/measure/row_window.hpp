// SPDX-License-Identifier: MIT
#pragma once
// Rows of typed evidence within a window of days: counted, shared out, or boiled down to one number.

#include <vermeil/evidence/record.hpp>
#include <vermeil/measure/lineage.hpp>
#include <vermeil/measure/pooled_share.hpp>
#include <vermeil/measure/standard_measure.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// The days over which rows count.
struct DayWindow {
    Date first;
    Date last; ///< counted; before the first where the window is empty
    /// Whether the day lies in it.
    [[nodiscard]] bool has(Date day) const { return first <= day && day <= last; }
};

/// The pooled quarters of a measure, up to the day of drawing.
inline DayWindow window_of(const StandardTask& task, const DrawingDay& day) {
    const auto first = day.quarter - (static_cast<int>(task.measure.quarters) - 1);
    return {first.first_day(), std::min(day.quarter.last_day(), day.as_of)};
}

namespace detail {

/// What a row says to a question.
enum class Says { nothing, no, yes, unclear };

/// `yes` or `no` as the cell says; `unclear` where it is empty or was refused.
inline Says said(const Record& row, std::size_t field) {
    const auto* truth = row.get<bool>(field);
    return truth == nullptr ? Says::unclear : *truth ? Says::yes : Says::no;
}

/// Whether the day of a cell lies in a window: `no` where the cell is empty, `unclear` where it was refused.
inline Says is_within(const Record& row, std::size_t field, const DayWindow& window) {
    const auto* day = row.get<Date>(field);
    return row.is_refused(field) ? Says::unclear : day != nullptr && window.has(*day) ? Says::yes : Says::no;
}

/// The rows of a service that were known on the day of drawing, with those of the services it took over from where the
/// measure inherits; `see(row, is_inherited)`. Not `present` where the table was not given, or a row was refused that may count.
template <class See> State see_rows(const StandardTask& task, std::string_view table, const Service& service,
                                    const DrawingDay& day, See see) {
    const auto* records = task.evidence->find_records(table);
    if (records == nullptr) {
        return State::unknown;
    }
    State state = State::present;
    const auto see_those_of = [&](const Service& owner) {
        for (const auto& row : records->of(owner.id().text())) {
            if (row.refused) {
                state = State::unknown;
            } else if (row.is_known_on(day.as_of)) {
                see(row, &owner != &service);
            }
        }
    };
    see_those_of(service);
    for (const auto* before :
         task.measure.inherits ? ancestors_of(*task.evidence, service) : std::vector<const Service*>()) {
        see_those_of(*before);
    }
    return state;
}

/// What rows come to while they are seen.
struct RowTally {
    PooledShare share;
    bool has_unclear = false;

    /// Takes what a row says, with the row's day.
    void take(Says says, Date day, bool inherited) {
        has_unclear = has_unclear || says == Says::unclear;
        if (says == Says::yes || says == Says::no) {
            share.count += says == Says::yes ? 1 : 0;
            share.add(1, day, inherited);
        }
    }
};

/// What `says(row)` comes to over the rows; `unknown` where one is unclear or cannot be placed.
template <class SaysOf> Observed<RowTally> tally_of(const StandardTask& task, std::string_view table,
                                                    const Service& service, const DrawingDay& day,
                                                    SaysOf says) {
    RowTally tally{{day.as_of}};
    const auto state = see_rows(task, table, service, day, [&](const Record& row, bool inherited) {
        tally.take(says(row), row.from, inherited);
    });
    return state != State::present ? Observed<RowTally>(state)
           : tally.has_unclear     ? Observed<RowTally>(State::unknown)
                                   : Observed<RowTally>(std::move(tally));
}

/// The rows that say yes / those that say yes or no.
template <class SaysOf> Cell share_of_rows(const StandardTask& task, std::string_view table,
                                           const Service& service, const DrawingDay& day, SaysOf says) {
    const auto tally = tally_of(task, table, service, day, says);
    return tally.is_present() ? tally.value().share.cell(task.measure.least_n) : absent_cell(tally.state());
}

/// How many rows say yes; where none does, the table says so of the day of the drawing.
template <class SaysOf> Cell number_of_rows(const StandardTask& task, std::string_view table,
                                            const Service& service, const DrawingDay& day, SaysOf says) {
    const auto tally = tally_of(task, table, service, day, [&](const Record& row) {
        const auto said = says(row);
        return said == Says::no ? Says::nothing : said;
    });
    if (!tally.is_present()) {
        return absent_cell(tally.state());
    }
    const auto& share = tally.value().share;
    return number_cell(static_cast<double>(share.count), 0, share.oldest, share.flags);
}

} // namespace detail

/// How several numbers become one.
inline const std::vector<std::string>& statistic_names() {
    static const std::vector<std::string> names{"mean", "median", "greatest"};
    return names;
}

/// The mean, the median (of an even number the mean of the middle two) or the greatest of whole numbers; `too_few` with fewer
/// than `least_n`, or none. Whole numbers add up the same in any order.
inline Cell statistic_cell(std::vector<std::int64_t> numbers, const std::string& statistic,
                           std::uint32_t least_n, Date oldest, std::uint8_t flags = 0) {
    const auto n = numbers.size();
    if (n == 0 || n < least_n) {
        return {0, State::too_few, static_cast<std::uint32_t>(n), 0, flags};
    }
    std::sort(numbers.begin(), numbers.end());
    std::int64_t sum = 0;
    for (const auto number : numbers) {
        sum += number;
    }
    const double value = statistic == "mean" ? static_cast<double>(sum) / static_cast<double>(n)
                         : statistic == "median"
                             ? static_cast<double>(numbers[(n - 1) / 2] + numbers[n / 2]) / 2
                             : static_cast<double>(numbers.back());
    return number_cell(value, static_cast<std::uint32_t>(n), oldest, flags);
}

namespace detail {

/// The statistic that a framework asks for of a number of rows: `number(row)`, of those that say yes or no. The oldest evidence
/// is that of the first of their days.
template <class SaysOf, class NumberOf>
Cell statistic_of_rows(const StandardTask& task, std::string_view table, const Service& service,
                       const DrawingDay& day, SaysOf says, NumberOf number) {
    std::vector<std::int64_t> numbers;
    auto oldest = day.as_of;
    const auto tally = tally_of(task, table, service, day, [&](const Record& row) {
        const auto said = says(row);
        if (said == Says::yes || said == Says::no) {
            numbers.push_back(number(row));
            oldest = std::min(oldest, row.from);
        }
        return said;
    });
    return tally.is_present() ? statistic_cell(std::move(numbers), task.word("statistic"),
                                               task.measure.least_n, oldest, tally.value().share.flags)
                              : absent_cell(tally.state());
}

} // namespace detail

/// The parameter that chooses among them.
inline Parameter statistic_parameter() {
    return word_parameter("statistic", "how the numbers become one", statistic_names());
}

} // namespace vermeil
