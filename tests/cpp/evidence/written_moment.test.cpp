// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/date.hpp>
#include <vermeil/evidence/written_moment.hpp>

#include <cstdint>
#include <string>
#include <utility>

using vermeil::read_moment;

namespace {
constexpr std::int64_t half_past_eight = 1'730'017'800; // 2024-10-27 08:30
}

TEST_CASE("a moment may be written with a blank or a T, with seconds and a fraction, which is left out") {
    for (const auto& [text, seconds] : {std::pair{"2024-10-27 08:30", 0},
                                        {"2024-10-27T08:30", 0},
                                        {"2024-10-27 08:30:00", 0},
                                        {"2024-10-27T08:30:59", 59},
                                        {"2024-10-27 08:30:05.9", 5},
                                        {"2024-10-27 08:30:05.000000001", 5}}) {
        const auto read = read_moment(text);
        REQUIRE(read);
        CHECK(read->seconds == half_past_eight + seconds);
        CHECK_FALSE(read->has_offset);
    }
}

TEST_CASE("an offset at the end is taken off") {
    for (const auto& [text, ahead] : {std::pair{"2024-10-27 08:30Z", 0},
                                      {"2024-10-27T08:30:00z", 0},
                                      {"2024-10-27 08:30+01:00", 3'600},
                                      {"2024-10-27T08:30:00.000000+0100", 3'600},
                                      {"2024-10-27 08:30:00+01", 3'600},
                                      {"2024-10-27 08:30:00 +01:00", 3'600},
                                      {"2024-10-27 08:30-05:30", -19'800},
                                      {"2024-10-27 08:30+18:59", 68'340}}) {
        const auto read = read_moment(text);
        REQUIRE(read);
        CHECK(read->seconds == half_past_eight - ahead);
        CHECK(read->has_offset);
    }
}

TEST_CASE("anything else is no moment") {
    for (const auto* text : {"",
                             "2024-10-27",
                             "2024-10-27 8:30",
                             "27/10/2024 08:30",
                             "2024-10-27_08:30",
                             "2024-10-27 24:00",
                             "2024-10-27 08:60",
                             "2024-10-27 08:30:60",
                             "2024-10-27 08:30:",
                             "2024-10-27 08:30:5",
                             "2024-10-27 08:30:05.",
                             "2024-10-27 08:30:05,5",
                             "2024-10-27 08:30 ",
                             "2024-10-27 08:30+1",
                             "2024-10-27 08:30+1:00",
                             "2024-10-27 08:30+19:00",
                             "2024-10-27 08:30+01:60",
                             "2024-10-27 08:30 UTC",
                             "2024-10-27 08:30ZZ",
                             "2024-10-27 08:3O",
                             "-024-10-27 08:30",
                             "1399-10-27 08:30",
                             "2024-10-27 08:30:05.5.5"}) {
        CHECK_FALSE(read_moment(text));
    }
}

TEST_CASE("days that no calendar has are no moments") {
    for (const auto* day : {"2024-00-01", "2024-13-01", "2024-01-00", "2024-01-32", "2024-04-31",
                            "2023-02-29", "1900-02-29", "2024-02-30"}) {
        CHECK_FALSE(read_moment(std::string(day) + " 08:30"));
    }
    CHECK(read_moment("2024-02-29 08:30"));
    CHECK(read_moment("2000-02-29 08:30"));
}

TEST_CASE("days are counted as the calendar counts them, over all years that can be written") {
    const auto last = vermeil::day_number(vermeil::parse_date("9999-12-31"));
    for (auto day = vermeil::day_number(vermeil::parse_date("1400-01-01")); day <= last; day += 97) {
        const auto read = read_moment(vermeil::to_string(vermeil::date_of(day)) + " 00:00");
        REQUIRE(read);
        REQUIRE(read->seconds == std::int64_t{86'400} * day);
    }
}
