// SPDX-License-Identifier: MIT
// What a cell says: numbers with their percent signs, words of ratings, words for absence.

#include "catch.hpp"
#include "framework/sample.hpp"

#include <vermeil/framework/cell_reading.hpp>

#include <cstddef>
#include <string>

namespace {

using vermeil::detail::CellReading;

/// The sample with a measure of that scale, given ready.
vermeil::Framework with_scale(const vermeil::Scale& scale) {
    auto rules = sample::rules();
    rules.indicators[0].measure.value = vermeil::Given{};
    rules.indicators[0].scale = scale;
    rules.absent_words = {{"Not Rated", vermeil::State::not_yet_inspected},
                          {"*", vermeil::State::suppressed}};
    return vermeil::Framework(rules);
}

CellReading reading(const vermeil::Framework& framework, std::size_t measure = 0) {
    return {framework, framework.measures()[measure]};
}

} // namespace

TEST_CASE("a percentage is a part of 1 for a share, and of 100 where the scale goes beyond 1") {
    const auto share = with_scale(vermeil::LinearScale{{{0, 0}, {1, 100}}});
    CHECK(reading(share).number("61.9 %") == 61.9 / 100);
    const auto steps = with_scale(vermeil::StepScale{{{0.9, 50}, {0.95, 100}}, 0});
    CHECK(reading(steps).number("95%") == 0.95);
    const auto price = with_scale(vermeil::InverseScale{16.5, 50});
    CHECK(reading(price).number("20%") == 20);
    const auto hundred = with_scale(vermeil::LinearScale{{{0, 0}, {100, 100}}});
    CHECK(reading(hundred).number("61.9%") == 61.9);
    CHECK(reading(hundred).number("1,234") == 1234);
}

TEST_CASE("a percentage is refused where nothing says what it is of") {
    auto rules = sample::rules();
    vermeil::Measure fact;
    fact.id = "logged";
    rules.facts = {fact};
    const vermeil::Framework framework(rules);
    CHECK_FALSE(reading(framework, 2).number("85%"));
    CHECK(reading(framework, 2).refusal("85%") ==
          "a percentage, and the rules do not say whether of 1 or of 100; leave out the sign");
    CHECK(reading(framework, 2).number("85") == 85);
    CHECK(reading(framework, 2).refusal("much") == "not a number");
}

TEST_CASE("the words of a rating are positions, whatever their capitals and blanks") {
    const auto framework = with_scale(vermeil::LinearScale{{{0, 0}, {1, 100}}});
    CHECK(reading(framework, 1).number(" POOR ") == 2);
    CHECK_FALSE(reading(framework, 1).number("1"));
    CHECK(reading(framework, 1).refusal("Splendid") == "not one of 'Good' or 'Poor'");
    CHECK(reading(framework, 1).doubt(3) == "no position in the rating's words, which run from 1 to 2");
}

TEST_CASE("a word for absence gives its reason") {
    const auto framework = with_scale(vermeil::LinearScale{{{0, 0}, {1, 100}}});
    CHECK(reading(framework).absence("not  rated") == vermeil::State::not_yet_inspected);
    CHECK(reading(framework, 1).absence(" * ") == vermeil::State::suppressed);
    CHECK_FALSE(reading(framework).absence("N/A"));
}

TEST_CASE("a measure on the scale of a share doubts what no share can be, and no other scale does") {
    const auto share = with_scale(vermeil::LinearScale{{{0, 100}, {1, 0}}});
    CHECK(reading(share).doubt(95) == "a share lies between 0 and 1; this looks like a percentage");
    CHECK(reading(share).doubt(1).empty());
    const auto longer = with_scale(vermeil::LinearScale{{{0, 100}, {1, 0}, {2, 0}}});
    CHECK(reading(longer).doubt(1.5).empty());
}

TEST_CASE("a number beyond all measure is refused") {
    const auto hundred = with_scale(vermeil::LinearScale{{{0, 0}, {100, 100}}});
    CHECK(reading(hundred).doubt(-1e18).empty());
    CHECK(reading(hundred).doubt(1e308) ==
          "no number that anybody measures; values lie between -1e18 and 1e18");
}
