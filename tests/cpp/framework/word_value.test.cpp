// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/word_value.hpp>

#include <cmath>

using namespace vermeil;

TEST_CASE("a name stands for one whole number everywhere, whatever its capitals") {
    CHECK(number_of_name("North") == number_of_name(" north "));
    CHECK(number_of_name("North") != number_of_name("South"));
    CHECK(number_of_name("north") == 4751083009856214.0); // worked out apart, by the published constants
    CHECK(number_of_name("") >= 0x1p52);
    CHECK(number_of_name("Yorkshire") < 0x1p53);
}

TEST_CASE("a word is its place, the place to which a crosswalk leads, or a name") {
    auto rules = sample::rules();
    auto inspection = rules.indicators[1].measure;
    CHECK(word_value(rules, inspection, "poor") == 2.0);
    CHECK_FALSE(word_value(rules, inspection, "weak"));
    rules.ordered_scales.push_back({"own", {"A", "B", "C"}, {}});
    inspection.value = LatestRating{"own", "cqc", {1, 2, 2}};
    CHECK(word_value(rules, inspection, "C") == 2.0);
    CHECK(detail::scale_of(rules, inspection)->id == "cqc");
    CHECK(detail::given_words(rules, inspection)->id == "own");
    Measure region;
    region.id = "region";
    CHECK_FALSE(word_value(rules, region, "North"));
    rules.ranked_within = "region";
    CHECK(word_value(rules, region, "North") == number_of_name("North"));
    region.value = GivenWord{"cqc"};
    CHECK(word_value(rules, region, "Good") == 1.0);
}
