// SPDX-License-Identifier: MIT
#pragma once
// Three calendar months, the step at which providers are rated.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

/// How a quarter is written: by calendar year (`2024 Q4`) or by British financial year (`2024-25 Q3`, April start).
enum class YearKind { calendar, financial };

/// Three calendar months, known by their first day. `2024-25 Q3` and `2024 Q4` are the same value.
class Quarter {
  public:
    /// The quarter that holds a day.
    explicit Quarter(Date day)
        : index_(static_cast<int>(day.year()) * 4 + (day.month().as_number() - 1) / 3) {}

    /// Quarter 1 to 4 of a calendar year, January being in the first.
    /// @throws Error when the year is outside 1400-9998 or the number is not 1 to 4.
    static Quarter calendar(int year, int number) { return Quarter(checked(year, number)); }

    /// Quarter 1 to 4 of the financial year that begins in April of `year`.
    /// @throws Error when the year is outside 1400-9998 or the number is not 1 to 4.
    static Quarter financial(int year, int number) { return Quarter(checked(year, number) + 1); }

    /// The calendar year, and the quarter of it from 1 to 4.
    [[nodiscard]] int year() const noexcept { return index_ / 4; }
    [[nodiscard]] int number() const noexcept { return index_ % 4 + 1; }

    [[nodiscard]] Date first_day() const {
        return {static_cast<unsigned short>(index_ / 4), static_cast<unsigned short>(index_ % 4 * 3 + 1), 1};
    }
    [[nodiscard]] Date last_day() const { return (*this + 1).first_day() - boost::gregorian::days(1); }
    /// Whether the day lies in the quarter.
    [[nodiscard]] bool contains(Date day) const { return Quarter(day) == *this; }

    /// The quarter so many quarters later, or earlier for a negative count.
    friend Quarter operator+(Quarter quarter, int count) { return Quarter(quarter.index_ + count); }
    friend Quarter operator-(Quarter quarter, int count) { return quarter + (-count); }
    /// How many quarters lie between two, positive where the left one is later.
    friend int operator-(Quarter later, Quarter earlier) { return later.index_ - earlier.index_; }

    friend bool operator==(Quarter, Quarter) = default;
    friend auto operator<=>(Quarter, Quarter) = default;

  private:
    explicit Quarter(int index) : index_(index) {}

    static int checked(int year, int number) {
        if (year < 1400 || year > 9998 || number < 1 || number > 4) {
            throw Error("quarter " + std::to_string(number) + " of " + std::to_string(year) +
                        " does not exist; quarters run from 1 to 4");
        }
        return year * 4 + number - 1;
    }

    int index_; // calendar year * 4 + quarter - 1
};

/// Writes a quarter as `2024-25 Q3`, or as `2024 Q4` for the calendar year.
inline std::string to_string(Quarter quarter, YearKind kind = YearKind::financial) {
    const auto shown = kind == YearKind::financial ? quarter - 1 : quarter;
    const auto start = shown.year();
    auto text = std::to_string(start);
    if (kind == YearKind::financial) {
        const int end = (start + 1) % 100;
        text += (end < 10 ? "-0" : "-") + std::to_string(end);
    }
    return text + " Q" + std::to_string(shown.number());
}

/// Writes a quarter that may not be known: empty where it is not.
inline std::string quarter_text(std::optional<Quarter> quarter) { return quarter ? to_string(*quarter) : ""; }

/// Reads `2024-25 Q3` or `2024 Q4`; nothing when the text is neither.
inline std::optional<Quarter> read_quarter(std::string_view text) {
    const bool financial = text.size() == 10 && text[4] == '-';
    if ((!financial && text.size() != 7) || text.substr(text.size() - 3, 2) != " Q") {
        return std::nullopt;
    }
    const auto year = detail::whole_number(text.substr(0, 4));
    const int number = text.back() - '0';
    if (!year || *year < 1400 || *year > 9998 || number < 1 || number > 4) {
        return std::nullopt;
    }
    if (!financial) {
        return Quarter::calendar(*year, number);
    }
    const auto end = detail::whole_number(text.substr(5, 2));
    return end == (*year + 1) % 100 ? std::optional(Quarter::financial(*year, number)) : std::nullopt;
}

/// Reads a quarter written as `2024-25 Q3` (financial year) or `2024 Q4` (calendar year).
/// @throws Error naming the text when it is neither.
inline Quarter parse_quarter(std::string_view text) {
    if (const auto quarter = read_quarter(text)) {
        return *quarter;
    }
    throw Error(quoted(text) +
                " is not a quarter; write it as 2024-25 Q3 (financial year) or 2024 Q4 (calendar year)");
}

} // namespace vermeil
