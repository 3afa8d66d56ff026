// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/date.hpp>
#include <vermeil/core/london_clock.hpp>

#include <cstdint>
#include <limits>
#include <utility>

using vermeil::ClockHour;
using vermeil::LondonClock;

namespace {
/// Seconds from 1970 to a time of a day.
std::int64_t at(const char* day, int hour, int minute = 0, int second = 0) {
    return std::int64_t{86'400} * vermeil::day_number(vermeil::parse_date(day)) + 3600 * hour + 60 * minute +
           second;
}
} // namespace

TEST_CASE("London's clock changes at one in the morning UTC on the last Sundays of March and October") {
    LondonClock clock;
    for (const auto& [seconds, ahead] : {std::pair{at("2024-03-31", 0, 59, 59), 0},
                                         {at("2024-03-31", 1), 3600},
                                         {at("2024-10-27", 0, 59, 59), 3600},
                                         {at("2024-10-27", 1), 0},
                                         {at("1996-10-27", 0, 59, 59), 3600},
                                         {at("2025-03-30", 1), 3600},
                                         {at("2024-12-31", 23, 59, 59), 0},
                                         {at("2025-01-01", 0), 0},
                                         {at("1999-07-01", 0), 3600}}) {
        CHECK(clock.ahead_at(seconds) == ahead);
    }
}

TEST_CASE("in the night of spring the hour from one to two never comes") {
    LondonClock clock;
    CHECK(clock.moment(at("2024-03-31", 0, 59, 59)).said == ClockHour::plain);
    CHECK(clock.moment(at("2024-03-31", 1)).said == ClockHour::skipped);
    CHECK(clock.moment(at("2024-03-31", 1, 59, 59)).said == ClockHour::skipped);
    const auto after = clock.moment(at("2024-03-31", 2));
    CHECK(after.said == ClockHour::plain);
    CHECK(after.utc_seconds == at("2024-03-31", 1));
}

TEST_CASE("in the night of autumn the hour from one to two comes twice, and the first is taken") {
    LondonClock clock;
    CHECK(clock.moment(at("2024-10-27", 0, 59, 59)).said == ClockHour::plain);
    CHECK(clock.moment(at("2024-10-27", 0, 59, 59)).utc_seconds == at("2024-10-26", 23, 59, 59));
    for (const auto shown : {at("2024-10-27", 1), at("2024-10-27", 1, 59, 59)}) {
        CHECK(clock.moment(shown).said == ClockHour::repeated);
        CHECK(clock.moment(shown).utc_seconds == shown - 3600);
    }
    CHECK(clock.moment(at("2024-10-27", 2)).said == ClockHour::plain);
    CHECK(clock.moment(at("2024-10-27", 2)).utc_seconds == at("2024-10-27", 2));
}

TEST_CASE(
    "every plain time that the clock shows is shown at the moment that is told, all through two years") {
    LondonClock clock;
    LondonClock other;
    for (auto shown = at("2023-12-30", 0); shown < at("2026-01-02", 0); shown += 1799) {
        const auto reading = clock.moment(shown);
        if (reading.said != ClockHour::skipped) {
            CHECK(reading.utc_seconds + *other.ahead_at(reading.utc_seconds) == shown);
        }
    }
}

TEST_CASE("the clock is known from 1996 to 9999, whatever it was asked about before") {
    LondonClock clock;
    CHECK(clock.moment(at("1996-01-01", 0)).said == ClockHour::plain);
    for (const auto outside :
         {at("1995-12-31", 23, 59, 59), at("9999-12-31", 23, 59, 59) + 1,
          std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        CHECK_FALSE(clock.ahead_at(outside));
        CHECK(clock.moment(outside).said == ClockHour::unknown);
        CHECK(clock.ahead_at(at("2024-07-01", 0)) == 3600);
    }
    CHECK(clock.ahead_at(at("9999-12-31", 23, 59, 59)) == 0);
}
