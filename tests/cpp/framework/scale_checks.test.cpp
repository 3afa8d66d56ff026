// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/framework/scale_checks.hpp>

using namespace vermeil;
using Catch::Matchers::Contains;

namespace {

void check(const Scale& scale) { detail::check_scale(scale, {"rules", 2, 1}, "measure 'm'"); }

void check(RelativeScale::Kind kind, Winsorising how, bool logarithmic = false) {
    detail::check_relative({kind, {0, 1}, how, logarithmic, "", {"rules", 3, 1}}, "measure 'm'");
}

using Kind = RelativeScale::Kind;

} // namespace

TEST_CASE("a scale rises in value, and has something to say") {
    CHECK_NOTHROW(check(LinearScale{{{0, 0}, {1, 100}}}));
    CHECK_THROWS_WITH(check(LinearScale{{{0, 0}}}),
                      "rules:2:1: measure 'm' has a linear scale of fewer than two points");
    CHECK_THROWS_WITH(check(LinearScale{{{1, 0}, {1, 5}}}), Contains("must rise in value; 1 follows 1"));
    CHECK_THROWS_WITH(check(StepScale()), Contains("a step scale without steps"));
    CHECK_THROWS_WITH(check(WordScale()), Contains("a word scale without words"));
    CHECK_THROWS_WITH(check(StepScale{{{1, 1e9}}, 0}), Contains("a number from -1000000 to 1000000"));
}

TEST_CASE("a scale of logarithms begins above 0") {
    CHECK_NOTHROW(check(LinearScale{{{1, 0}, {10, 100}}, true}));
    CHECK_THROWS_WITH(check(LinearScale{{{0, 0}, {10, 100}}, true}),
                      Contains("begins at 0; a number above 0"));
}

TEST_CASE("winsorising has limits that can be met, and ranks have none") {
    CHECK_NOTHROW(check(Kind::z_score, HeldAtDeviations{3}));
    CHECK_THROWS_WITH(check(Kind::z_score, HeldAtDeviations{0}), Contains("at 0 standard deviations"));
    CHECK_THROWS_WITH(check(Kind::min_max, HeldAtQuantiles{0.9, 0.1}),
                      Contains("two rising shares from 0 to 1"));
    CHECK_THROWS_WITH(check(Kind::min_max, HeldWhileSkewed{-1, 3, 5}), Contains("0 or more is needed"));
    CHECK_THROWS_WITH(check(Kind::percentile, HeldAtDeviations{3}),
                      Contains("ranks, which have no outliers"));
    CHECK_THROWS_WITH(check(Kind::rank, {}, true), Contains("only z_score and min_max have log"));
}
