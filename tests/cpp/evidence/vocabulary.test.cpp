// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/evidence/vocabulary.hpp>

using namespace vermeil;

TEST_CASE("words are the same whatever their capitals and however many blanks") {
    CHECK(has_word({"strongly agree", "agree"}, " Strongly Agree "));
    CHECK(has_word({"strongly agree"}, "strongly  agree"));
    CHECK_FALSE(has_word({"strongly agree"}, "stronglyagree"));
    CHECK_FALSE(has_word({}, "agree"));
}

TEST_CASE("a source's word has its position from 1, the best first") {
    const OrderedScale scale{"cqc", {"Outstanding", "Good", "Inadequate"}, {}};
    CHECK(scale.position("Outstanding") == 1U);
    CHECK(scale.position("inadequate") == 3U);
    CHECK_FALSE(scale.position("Excellent"));
}

TEST_CASE("an item is found in the set of answers that it takes") {
    const SurveyInstrument survey{
        "yearly", {{{"agree"}, {"dignity"}}, {{"yes", "no"}, {"complaint"}}}, {}, {}};
    REQUIRE(survey.find("complaint") != nullptr);
    CHECK(survey.find("complaint")->answers.front() == "yes");
    CHECK(survey.find("courtesy") == nullptr);
}
