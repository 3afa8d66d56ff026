// SPDX-License-Identifier: MIT
// How much care there was.

#include "catch.hpp"
#include "standard_of.hpp"

#include <string>

using vermeil::State;

namespace {

const sample::Tables given{{"exposures", "service,quarter,hours,people\nS1,2024-25 Q3,1200.5,40\n"}};

} // namespace

TEST_CASE("care given is the hours or the people of the exposures table") {
    CHECK(sample::cell_of(given, {"care_given", {{"over", std::string("given_hours")}}}).value == 1200.5);
    CHECK(sample::cell_of(given, {"care_given", {{"over", std::string("given_people")}}}).value == 40);
}

TEST_CASE("without a row nothing was submitted, and without packages nobody knows what was planned") {
    sample::Asked asked{"care_given", {{"over", std::string("given_hours")}}};
    asked.service = "S2";
    CHECK(sample::cell_of(given, asked).state == State::not_submitted);
    CHECK(sample::cell_of(given, {"care_given"}).state == State::unknown);
}
