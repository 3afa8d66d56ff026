// SPDX-License-Identifier: MIT
#pragma once
// What London's clock shows, and when: summer time, the hour that comes twice and the one that never comes.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace vermeil {

/// The first year of which the clock is known.
inline constexpr int first_london_year = 1996; // the first of the rule that stands in law today

/// What is to be said of a time on London's clock.
enum class ClockHour : std::uint8_t {
    plain,    ///< it came once
    repeated, ///< it came twice, in the night in which summer time ends; the first is taken
    skipped,  ///< it never came, in the night in which summer time begins
    unknown,  ///< it lies outside the years that are known
};

/// Tells UTC from London's clock and back, from 1996 to 9999.
///
/// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October: the rule of the
/// United Kingdom since 1996 (The Summer Time Order 2002; before it, orders of single years). The clock keeps the
/// year that it was last asked about, so give each thread its own.
class LondonClock {
  public:
    /// Seconds by which the clock is ahead at a moment of UTC; nothing outside the known years.
    std::optional<std::int64_t> ahead_at(std::int64_t utc_seconds) {
        if (!look_up(utc_seconds)) {
            return std::nullopt;
        }
        return utc_seconds >= begins_ && utc_seconds < ends_ ? hour : 0;
    }

    /// A moment of UTC, and what is to be said of the hour.
    struct Reading {
        std::int64_t utc_seconds;
        ClockHour said;
    };
    /// The moment at which the clock shows so many seconds since 1970-01-01 00:00.
    Reading moment(std::int64_t shown_seconds) {
        if (!look_up(shown_seconds)) {
            return {shown_seconds, ClockHour::unknown};
        }
        if (shown_seconds < begins_ || shown_seconds >= ends_ + hour) {
            return {shown_seconds, ClockHour::plain};
        }
        if (shown_seconds < begins_ + hour) {
            return {shown_seconds, ClockHour::skipped};
        }
        return {shown_seconds - hour, shown_seconds < ends_ ? ClockHour::plain : ClockHour::repeated};
    }

  private:
    static constexpr std::int64_t hour = 3600;

    bool look_up(std::int64_t seconds) {
        if (seconds >= year_begins_ && seconds < year_ends_) {
            return true;
        }
        using namespace std::chrono;
        const sys_seconds moment{std::chrono::seconds(seconds)};
        const sys_seconds first = sys_days(year(first_london_year) / January / 1);
        if (moment < first || moment >= sys_days(year(10000) / January / 1)) {
            return false;
        }
        const auto of = year_month_day(floor<days>(moment)).year();
        const auto at = [](sys_days day) { return sys_seconds(day).time_since_epoch().count(); };
        year_begins_ = at(of / January / 1);
        year_ends_ = at((of + years(1)) / January / 1);
        begins_ = at(of / March / Sunday[last]) + hour;
        ends_ = at(of / October / Sunday[last]) + hour;
        return true;
    }

    std::int64_t year_begins_ = 0;
    std::int64_t year_ends_ = 0; ///< the year that was last asked about; at first none
    std::int64_t begins_ = 0;    ///< summer time of that year, in UTC
    std::int64_t ends_ = 0;
};

} // namespace vermeil
