// SPDX-License-Identifier: MIT
// How points and weights add up through the tree, worked by hand.

#include "catch.hpp"
#include "kernel/small.hpp"

#include <vermeil/kernel/sums.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

using small::absent;
using small::present;
using vermeil::Aggregate;
using vermeil::State;

namespace {

/// One measure beside a group of two; shares 1, 0.5 and 0.1 unless said otherwise.
vermeil::Rules tree(Aggregate inner, std::optional<double> weight, Aggregate whole = Aggregate::mean) {
    auto rules =
        small::rules({small::share("beside", 2), small::share("first", 1), small::share("second", 3)});
    rules.groups = {{"pair", "", "", inner, weight, {}}};
    rules.indicators[1].within = "pair";
    rules.indicators[2].within = "pair";
    rules.aggregate = whole;
    return rules;
}

double score(const vermeil::Rules& rules) {
    return small::outcome(rules, {present(1), present(0.5), present(0.1)}).lowest_score;
}

} // namespace

TEST_CASE("a mean without a weight counts its members as if they stood outside") {
    CHECK(score(tree(Aggregate::mean, {})) == Approx((2 * 100 + 1 * 50 + 3 * 10) / 6.0));
    CHECK(score(tree(Aggregate::mean, {}, Aggregate::sum)) == 280);
}

TEST_CASE("a mean with a weight counts once, with that weight") {
    const double pair = (1 * 50 + 3 * 10) / 4.0;
    CHECK(score(tree(Aggregate::mean, 8)) == 36);
    CHECK(score(tree(Aggregate::mean, 8)) == Approx((2 * 100 + 8 * pair) / 10));
    CHECK(score(tree(Aggregate::mean, 8, Aggregate::sum)) == 2 * 100 + 8 * pair);
}

TEST_CASE("a sum counts its points with its weight, or once") {
    CHECK(score(tree(Aggregate::sum, {})) == Approx((2 * 100 + 80) / 3.0));
    CHECK(score(tree(Aggregate::sum, 8)) == Approx((2 * 100 + 8 * 80) / 10.0));
    CHECK(score(tree(Aggregate::sum, 8, Aggregate::sum)) == 2 * 100 + 8 * 80);
}

TEST_CASE("a group of which nothing applies leaves its weight out") {
    for (const auto inner : {Aggregate::mean, Aggregate::sum}) {
        const auto made = small::outcome(
            tree(inner, 8), {present(0.7), absent(State::not_applicable), absent(State::not_applicable)});
        CHECK(made.lowest_score == 70);
        CHECK(made.coverage == 1);
    }
}

TEST_CASE("a group's coverage counts with the group's weight") {
    // A quarter of the pair is known, which weighs 8 of 10; the other 2 are known.
    const auto made =
        small::outcome(tree(Aggregate::mean, 8), {present(1), present(0.5), absent(State::unknown)});
    CHECK(made.coverage == 0.4);
    CHECK(made.lowest_score == 30);
    CHECK(made.highest_score == 90);
}

TEST_CASE("renormalise stretches the weights in its own group, not the group's weight") {
    auto rules = tree(Aggregate::mean, 8);
    rules.missing.of(State::unknown).policy = vermeil::Policy::renormalise;
    const auto one = small::outcome(rules, {present(1), present(0.5), absent(State::unknown)});
    CHECK(one.lowest_score == 60);
    CHECK(one.highest_score == 60);
    CHECK(one.coverage == 0.4);
    const auto none = small::outcome(rules, {present(1), absent(State::unknown), absent(State::unknown)});
    CHECK(none.lowest_score == 100);
    CHECK(none.coverage == 0.2);
}

TEST_CASE("groups may stand eight levels deep") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    for (int i = 0; i < 8; ++i) {
        const auto above = i == 0 ? "" : "g" + std::to_string(i - 1);
        rules.groups.push_back({"g" + std::to_string(i), "", above, Aggregate::mean, 2.0, {}});
    }
    rules.indicators[0].within = "g7";
    CHECK(small::outcome(rules, {present(0.9), present(0.3)}).lowest_score == 70);
}

TEST_CASE("points below zero and scales that fall add up too") {
    auto rules = small::rules({small::share("a", 1), small::share("b", 1)});
    rules.indicators[0].scale = vermeil::LinearScale{{{0, 20}, {1, -20}}};
    rules.aggregate = Aggregate::sum;
    const auto made = small::outcome(rules, {present(1), absent(State::unknown)});
    CHECK(made.lowest_score == -20);
    CHECK(made.highest_score == 80);
}
