// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/limiter.hpp>

using namespace vermeil;

TEST_CASE("each effect has its word, and three of them name a band") {
    CHECK(to_string(Effect::cap) == "cap");
    CHECK(to_string(Effect::withhold) == "withhold");
    CHECK((names_band(Effect::cap) && names_band(Effect::set) && names_band(Effect::floor)));
    CHECK(to_string(Effect::at_most_up) == "at_most_up");
    CHECK_FALSE(names_band(Effect::at_most_up));
    CHECK_FALSE((names_band(Effect::up) || names_band(Effect::down) || names_band(Effect::withhold)));
}
