// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/measure_checks.hpp>

#include <functional>
#include <limits>
#include <string>

using namespace vermeil;

namespace {
/// The message about the sample's rules after a change of their first measure.
void refuses(const std::function<void(Indicator&)>& change, const std::string& message) {
    auto rules = sample::rules();
    change(rules.indicators[0]);
    CHECK_THROWS_WITH(detail::check_measures(rules), message);
}
} // namespace

TEST_CASE("measures that fit are let through") { CHECK_NOTHROW(detail::check_measures(sample::rules())); }

TEST_CASE("a share of a survey needs a survey, an item and positive answers that exist") {
    refuses(
        [](auto& m) {
            m.measure.value = SurveyShare{"yaerly", "dignity", {"agree"}};
        },
        "rules:5:1: measure 'dignity' asks for survey 'yaerly'; the framework has 'yearly'; did you mean "
        "'yearly'?");
    refuses(
        [](auto& m) {
            m.measure.value = SurveyShare{"yearly", "pride", {"agree"}};
        },
        "rules:5:1: measure 'dignity' asks for item 'pride', which survey 'yearly' does not have");
    refuses(
        [](auto& m) {
            m.measure.value = SurveyShare{"yearly", "dignity", {"perhaps"}};
        },
        "rules:5:1: measure 'dignity' counts 'perhaps' as positive; the answers are 'agree' or 'disagree'");
    refuses(
        [](auto& m) {
            m.measure.value = SurveyShare{"yearly", "dignity", {}};
        },
        "rules:5:1: measure 'dignity' counts no answer as positive");
}

TEST_CASE("a rating needs its scale, a count of events a window of 1 to 3660 days") {
    refuses([](auto& m) { m.measure.value = LatestRating{"pamms"}; },
            "rules:5:1: measure 'dignity' asks for the rating 'pamms'; the framework has the rating scales "
            "'cqc'");
    refuses(
        [](auto& m) {
            m.measure.value = EventCount{"death", 0};
        },
        "rules:5:1: measure 'dignity' counts events over 0 days; 1 to 3660 are possible");
    refuses(
        [](auto& m) {
            m.measure.value = EventCount{"death", 3661};
        },
        "rules:5:1: measure 'dignity' counts events over 3661 days; 1 to 3660 are possible");
}

TEST_CASE("the points of a scale rise in value and are numbers") {
    constexpr auto nan = std::numeric_limits<double>::quiet_NaN();
    refuses(
        [](auto& m) {
            m.scale = LinearScale{{{1, 0}, {1, 100}}};
        },
        "rules:5:1: measure 'dignity': the points of its scale must rise in value; 1 follows 1");
    refuses(
        [](auto& m) {
            m.scale = LinearScale{{{1, 0}}};
        },
        "rules:5:1: measure 'dignity' has a linear scale of fewer than two points");
    refuses(
        [&](auto& m) {
            m.scale = StepScale{{{1, nan}}, 0};
        },
        "rules:5:1: measure 'dignity' has a scale with a number of nan; "
        "a number from -1000000 to 1000000 is needed");
    refuses(
        [&](auto& m) {
            m.scale = StepScale{{{1, 0}}, nan};
        },
        "rules:5:1: measure 'dignity' has a scale with a number of nan; "
        "a number from -1000000 to 1000000 is needed");
    refuses([](auto& m) { m.scale = WordScale{}; },
            "rules:5:1: measure 'dignity' has a word scale without words");
}

TEST_CASE("an id is not empty, holds no dot and names one measure, fact or not") {
    refuses([](auto& m) { m.measure.id = ""; }, "rules:5:1: '' is no measure id");
    refuses([](auto& m) { m.measure.id = "a.n"; },
            "rules:5:1: measure id 'a.n' holds a dot, which columns use for states and counts");
    refuses([](auto& m) { m.measure.id = "inspection"; }, "rules:6:1: two measures are named 'inspection'");
    auto rules = sample::rules();
    rules.facts.push_back(rules.indicators[0].measure);
    CHECK_THROWS_WITH(detail::check_measures(rules), "rules:5:1: two measures are named 'dignity'");
}

TEST_CASE("a rating read on another scale has a place there for each of its words, and a rate a column") {
    auto rules = sample::rules();
    rules.ordered_scales.push_back({"pamms", {"Excellent", "Good", "Poor"}, {"rules", 3, 1}});
    auto& measure = rules.indicators[1].measure;
    measure.value = LatestRating{"pamms", "cqc", {1, 1, 2}};
    CHECK_NOTHROW(detail::check_value(rules, measure));
    measure.value = LatestRating{"pamms", "cqc", {1, 1, 3}};
    CHECK_THROWS_WITH(detail::check_value(rules, measure),
                      Catch::Contains("not one word to read for each word"));
    measure.value = LatestRating{"pamms", "cqc", {1, 2}};
    CHECK_THROWS_WITH(detail::check_value(rules, measure),
                      Catch::Contains("not one word to read for each word"));
    measure.value = GivenRate{"", "days", 1};
    CHECK_THROWS_WITH(detail::check_value(rules, measure), Catch::Contains("names no column"));
    measure.value = GivenRate{"beds", "", 1, {50, 50}};
    CHECK_THROWS_WITH(detail::check_value(rules, measure), Catch::Contains("rising numbers are needed"));
    measure.value = GivenTogether{{"dignity", "turnover"}};
    CHECK_THROWS_WITH(detail::check_value(rules, measure), Catch::Contains("which only a [[fact]] can"));
    measure.value = GivenRate{"falls", "days", -1};
    CHECK_THROWS_WITH(detail::check_value(rules, measure), Catch::Contains("counts per -1"));
}

TEST_CASE("cycles need numbers that follow each other in periods, and inheriting needs evidence") {
    auto rules = sample::rules();
    auto& measure = rules.indicators[0].measure;
    const auto check = [&] { detail::check_measure(rules, measure); };
    measure.cycles = {0.5, 0.5};
    CHECK_NOTHROW(check());
    measure.cycles = {0.5, -1};
    CHECK_THROWS_WITH(check(), "rules:5:1: measure 'dignity' weighs a cycle with -1; it must be above 0");
    measure.cycles = {1};
    CHECK_THROWS_WITH(check(), Catch::Contains("has 1 cycles; 2 to 12 are possible"));
    measure.cycles = {0.5, 0.5};
    measure.value = LatestRating{"cqc"};
    CHECK_THROWS_WITH(check(), Catch::Contains("has cycles, which go with a share of answers"));
    measure.cycles.clear();
    measure.inherits = true;
    CHECK_NOTHROW(check());
    for (const ValueSource& value : {ValueSource(Given{}), ValueSource(GivenRate{"falls", "days", 1})}) {
        measure.value = value;
        CHECK_THROWS_WITH(check(), Catch::Contains("inherits evidence of predecessors and its value"));
    }
}
