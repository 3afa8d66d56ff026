// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/rating/past_rating.hpp>

using namespace vermeil;

TEST_CASE("an earlier quarter of which nothing else is said was Not rated") {
    const PastRating past{Quarter::financial(2024, 3)};
    CHECK(past.band == no_band);
    CHECK(past.proposed == no_band);
}
