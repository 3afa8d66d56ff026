// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/arrow/moment.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

using vermeil::day_number;
using vermeil::parse_date;
using vermeil::detail::DayClock;

namespace {
/// Seconds from 1970 to a time of a day, in UTC.
std::int64_t at(const char* day, int hour, int minute = 0, int second = 0) {
    return std::int64_t{86'400} * day_number(parse_date(day)) + 3600 * hour + 60 * minute + second;
}

std::string day_in(const char* zone, std::int64_t seconds) {
    const auto day = DayClock(1, zone).day(seconds);
    return day ? vermeil::to_string(vermeil::date_of(*day)) : "none";
}
} // namespace

TEST_CASE("a moment without a zone falls on the day that it names, before 1970 too") {
    CHECK(day_in("", at("2024-10-01", 0)) == "2024-10-01");
    CHECK(day_in("", at("2024-10-01", 23, 59, 59)) == "2024-10-01");
    CHECK(day_in("", -1) == "1969-12-31");
    CHECK(DayClock(1'000'000'000, "").day(-1) == -1);
    CHECK(DayClock(1'000, "").day(86'400'000) == 1);
}

TEST_CASE("midnight in London in summer falls on London's day, not on the day before in UTC") {
    CHECK(day_in("Europe/London", at("2024-06-30", 23)) == "2024-07-01");
    CHECK(day_in("UTC", at("2024-06-30", 23)) == "2024-06-30");
    CHECK(day_in("Europe/London", at("2024-12-31", 23)) == "2024-12-31");
}

TEST_CASE("moments in London before 1996 are put on no day") {
    CHECK(day_in("Europe/London", at("1995-12-31", 23, 59, 59)) == "none");
    CHECK(day_in("Europe/London", at("1996-01-01", 0)) == "1996-01-01");
    CHECK(day_in("UTC", at("1995-07-01", 0)) == "1995-07-01");
}

TEST_CASE("a fixed offset moves the day") {
    CHECK(day_in("+01:00", at("2024-06-30", 23)) == "2024-07-01");
    CHECK(day_in("-05:30", at("2024-07-01", 5, 29, 59)) == "2024-06-30");
    CHECK(day_in("-05:30", at("2024-07-01", 5, 30)) == "2024-07-01");
}

TEST_CASE("a day beyond 32 bits is none, at the ends of 64 bits too") {
    CHECK(DayClock(1, "+01:00").day(std::numeric_limits<std::int64_t>::max()) == std::nullopt);
    CHECK(DayClock(1, "").day(std::numeric_limits<std::int64_t>::min()) == std::nullopt);
    CHECK(DayClock(1, "Europe/London").day(std::numeric_limits<std::int64_t>::max()) == std::nullopt);
}

TEST_CASE("a zone whose clock is not known is refused by name") {
    for (const char* zone : {"America/New_York", "+25:00", "+1:00", "+01:60", "BST"}) {
        CHECK_THROWS_WITH(DayClock(1, zone), "moments of the time zone '" + std::string(zone) +
                                                 "' cannot be put on a day; give dates, or moments in 'UTC', "
                                                 "'Europe/London' or '+01:00', or without a zone");
    }
}
