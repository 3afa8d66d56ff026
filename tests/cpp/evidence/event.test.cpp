// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/evidence/event.hpp>

using namespace vermeil;

namespace {

Event notice(Date from, std::optional<Date> to = std::nullopt, std::optional<Date> known_on = std::nullopt) {
    return {"S1", "", "default_notice", from, to, known_on, {}};
}

} // namespace

TEST_CASE("an event is open from its first day to its last, both counted") {
    const auto event = notice(Date(2024, 10, 1), Date(2024, 10, 31));
    CHECK_FALSE(event.is_open_on(Date(2024, 9, 30)));
    CHECK(event.is_open_on(Date(2024, 10, 1)));
    CHECK(event.is_open_on(Date(2024, 10, 31)));
    CHECK_FALSE(event.is_open_on(Date(2024, 11, 1)));
}

TEST_CASE("an event without a last day stays open") {
    CHECK(notice(Date(2014, 10, 1)).is_open_on(Date(2024, 12, 31)));
}

TEST_CASE("an event counts from the day on which it became known") {
    const auto event = notice(Date(2024, 10, 1), std::nullopt, Date(2025, 1, 7));
    CHECK_FALSE(event.is_open_on(Date(2024, 12, 31)));
    CHECK(event.is_open_on(Date(2025, 1, 7)));
    CHECK_FALSE(event.is_known_on(Date(2025, 1, 6)));
    CHECK(event.is_known_on(Date(2025, 1, 7)));
}

TEST_CASE("a look back begins after one day and ends with another") {
    const Date before(2024, 1, 1);
    const Date last(2024, 12, 31);
    CHECK(notice(last).began_between(before, last));
    CHECK(notice(Date(2024, 1, 2)).began_between(before, last));
    CHECK_FALSE(notice(before).began_between(before, last));
    CHECK_FALSE(notice(Date(2025, 1, 1)).began_between(before, last));
}
