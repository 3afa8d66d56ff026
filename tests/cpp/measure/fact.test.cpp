// SPDX-License-Identifier: MIT
// Events and ratings in numbers say what their rows say.

#include "catch.hpp"

#include <vermeil/measure/fact.hpp>

#include <algorithm>
#include <vector>

using namespace vermeil;

namespace {

Event event_of(Review review = Review::none) {
    Event event;
    event.event = "embargo";
    event.from = Date(2024, 3, 1);
    event.to = Date(2024, 5, 31);
    event.known_on = Date(2024, 3, 10);
    event.expires_on = Date(2024, 5, 1);
    event.review = review;
    return event;
}

std::int32_t number(int month, int day) {
    return day_number(Date(2024, static_cast<unsigned short>(month), static_cast<unsigned short>(day)));
}

} // namespace

TEST_CASE("an event is open in numbers on the days on which it is open as a row") {
    for (const auto review : {Review::none, Review::under_way, Review::upheld, Review::not_upheld}) {
        auto event = event_of(review);
        for (const bool concluded : {false, true}) {
            event.concluded_on = concluded ? std::optional(Date(2024, 4, 1)) : std::nullopt;
            const auto fact = fact_of(event, 3, 7, 11);
            for (auto day = Date(2024, 2, 1); day < Date(2024, 7, 1); day += boost::gregorian::days(1)) {
                REQUIRE(fact.is_open(day_number(day)) == event.is_open_on(day));
            }
        }
    }
}

TEST_CASE("a review goes on from the first day on which it is known to its conclusion") {
    auto event = event_of(Review::upheld);
    event.concluded_on = Date(2024, 4, 1);
    const auto fact = fact_of(event, 0, 0, 0);
    CHECK_FALSE(fact.is_under_review(number(3, 9)));
    CHECK(fact.is_under_review(number(3, 10)));
    CHECK(fact.is_under_review(number(3, 31)));
    CHECK_FALSE(fact.is_under_review(number(4, 1)));
    CHECK(fact.began() == number(4, 1));
    CHECK(fact_of(event_of(Review::under_way), 0, 0, 0).is_under_review(number(4, 20)));
    CHECK_FALSE(fact_of(event_of(), 0, 0, 0).is_under_review(number(4, 20)));
}

TEST_CASE("a refused row is a fact of which no day is known") {
    auto event = event_of();
    event.refused = true;
    event.from = Date();
    CHECK(fact_of(event, 2, 0, 5).refused);
    Inspection rating;
    rating.refused = true;
    CHECK(fact_of(rating, 2, 0, 1, 5).refused);
}

TEST_CASE("a rating is known from its publication") {
    Inspection rating;
    rating.on = Date(2024, 3, 1);
    rating.known_on = Date(2024, 4, 1);
    const auto fact = fact_of(rating, 1, 2, 3, 4);
    CHECK(fact.from == number(3, 1));
    CHECK(fact.known == number(4, 1));
    CHECK(fact.position == 3);
    CHECK(fact.incident == 2);
}
