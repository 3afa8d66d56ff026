// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/core/nearest.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace vermeil;

namespace {
const std::vector<std::string> keys{"weight", "within", "id", "label", "least_n"};
}

TEST_CASE("the nearest word forgives a letter changed, left out, put in or swapped") {
    CHECK(nearest("weighs", keys) == "weight");
    CHECK(nearest("weigt", keys) == "weight");
    CHECK(nearest("weightt", keys) == "weight");
    CHECK(nearest("wieght", keys) == "weight");
}

TEST_CASE("capitals are no slip") { CHECK(nearest("WEIGHT", keys) == "weight"); }

TEST_CASE("the longer the word, the more slips are forgiven") {
    CHECK_FALSE(nearest("lapol", keys).has_value());
    CHECK(nearest("lable", keys) == "label");
    CHECK(nearest("reporting_sensitiv", std::array<std::string_view, 1>{"reporting_sensitive"}).has_value());
    CHECK(nearest("reportnig_sensitiv", std::array<std::string_view, 1>{"reporting_sensitive"}).has_value());
}

TEST_CASE("nothing is near where no word is alike, the list is empty or the words are very long") {
    CHECK_FALSE(nearest("zymurgy", keys).has_value());
    CHECK_FALSE(nearest("", keys).has_value());
    CHECK_FALSE(nearest("x", keys).has_value());
    CHECK_FALSE(nearest("weight", std::vector<std::string>()).has_value());
    const std::string long_word(61, 'a');
    CHECK_FALSE(nearest(long_word, std::vector<std::string>{long_word}).has_value());
    CHECK_FALSE(nearest("weight", std::vector<std::string>{long_word}).has_value());
}

TEST_CASE("of several words as near the first is named") {
    CHECK(nearest("bat", std::vector<std::string>{"cat", "hat"}) == "cat");
}

TEST_CASE("a swap of neighbours is one step, not two") {
    CHECK(detail::steps_between("cqc", "ccq") == 1U);
    CHECK(detail::steps_between("kitten", "sitting") == 3U);
    CHECK(detail::steps_between("", "abc") == 3U);
}

TEST_CASE("a message ends with the word that may have been meant, or as it was") {
    CHECK(did_you_mean("wieght", keys) == "; did you mean 'weight'?");
    CHECK(did_you_mean("zymurgy", keys).empty());
}
