// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/vocabulary_checks.hpp>

using namespace vermeil;

namespace {
/// Two sets of answers, the second put to those who disagree.
Rules routed() {
    auto rules = sample::rules();
    rules.surveys[0].sets.push_back({{"yes", "no"}, {"settled"}, "dignity", "disagree"});
    return rules;
}
} // namespace

TEST_CASE("surveys and rating scales that fit are let through") {
    CHECK_NOTHROW(detail::check_vocabulary(sample::rules()));
    CHECK_NOTHROW(detail::check_vocabulary(routed()));
}

TEST_CASE("one word with other capitals or blanks is the same answer") {
    auto rules = sample::rules();
    rules.surveys[0].sets[0].answers.push_back(" AGREE ");
    CHECK_THROWS_WITH(detail::check_vocabulary(rules), "rules:2:1: survey 'yearly' has ' AGREE ' twice");
}

TEST_CASE("a question is not routed from itself, from no item or from no answer") {
    auto rules = routed();
    rules.surveys[0].sets[1].routed_from = "settled";
    CHECK_THROWS_WITH(detail::check_vocabulary(rules), Catch::Contains("which is none of its other items"));
    rules = routed();
    rules.surveys[0].sets[1].routed_from = "dignty";
    CHECK_THROWS_WITH(detail::check_vocabulary(rules), Catch::Contains("did you mean 'dignity'?"));
    rules = routed();
    rules.surveys[0].sets[1].routed_answer = "perhaps";
    CHECK_THROWS_WITH(detail::check_vocabulary(rules),
                      "rules:2:1: survey 'yearly' routes from the answer 'perhaps'; "
                      "the answers of 'dignity' are 'agree' or 'disagree'");
}

TEST_CASE("an answer either counts or does not") {
    auto rules = sample::rules();
    rules.surveys[0].not_counted = {"Disagree"};
    CHECK_THROWS_WITH(detail::check_vocabulary(rules),
                      "rules:2:1: survey 'yearly' names 'disagree' both as an answer and as not counted");
}

TEST_CASE("a survey without answers and a rating scale of one word are refused") {
    auto rules = sample::rules();
    rules.surveys[0].sets.clear();
    CHECK_THROWS_WITH(detail::check_vocabulary(rules), "rules:2:1: survey 'yearly' has no [[survey.scale]]");
    rules = sample::rules();
    rules.ordered_scales[0].words.pop_back();
    CHECK_THROWS_WITH(detail::check_vocabulary(rules),
                      "rules:3:1: rating scale 'cqc' has fewer than two words");
}

TEST_CASE("a survey and a rating scale may share an id, two of one kind may not") {
    auto rules = sample::rules();
    rules.ordered_scales[0].id = "yearly";
    CHECK_NOTHROW(detail::check_vocabulary(rules));
    rules.ordered_scales.push_back(rules.ordered_scales[0]);
    CHECK_THROWS_WITH(detail::check_vocabulary(rules), "rules:3:1: two rating scales are named 'yearly'");
}

TEST_CASE("one crosswalk leads from a scale to another, and none to itself") {
    auto rules = sample::rules();
    rules.crosswalks = {{"a", "b", {1}, {"rules", 3, 5}}};
    CHECK_NOTHROW(detail::check_vocabulary(rules));
    rules.crosswalks.push_back({"a", "b", {1}, {"rules", 3, 9}});
    CHECK_THROWS_WITH(detail::check_vocabulary(rules), "rules:3:9: two crosswalks lead from 'a' to 'b'");
    rules.crosswalks = {{"a", "a", {1}, {"rules", 3, 5}}};
    CHECK_THROWS_WITH(detail::check_vocabulary(rules), "rules:3:5: a crosswalk leads from 'a' to itself");
}
