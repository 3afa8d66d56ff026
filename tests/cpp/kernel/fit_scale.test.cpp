// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/kernel/fit_scale.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace vermeil;

namespace {

RelativeScale scale(RelativeScale::Kind kind, std::vector<double> points, Winsorising how = {}) {
    return {kind, std::move(points), how, false, "", {}};
}

using Kind = RelativeScale::Kind;

/// What peers with these values make of a scale, which must suffice.
Scale made_of(const RelativeScale& scale, std::vector<double> values) {
    auto made = fit_scale(scale, std::move(values));
    REQUIRE(made.has_value());
    return *made;
}

} // namespace

TEST_CASE("a z-score counts standard deviations above the mean, and goes on beyond the values seen") {
    const auto made = made_of(scale(Kind::z_score, {1}), {9, 1, 5});
    CHECK(points(made, 5) == Approx(0).margin(1e-15));
    CHECK(points(made, 9) == Approx(1));
    CHECK(points(made, 13) == Approx(2));
    const auto turned = made_of(scale(Kind::z_score, {-1}), {9, 1, 5});
    CHECK(points(turned, 1) == Approx(1));
    CHECK(points(made_of(scale(Kind::z_score, {1}), {4, 4}), 9) == 0);
}

TEST_CASE("values beyond so many standard deviations, or beyond a quantile, are held") {
    const auto far = made_of(scale(Kind::z_score, {1}, HeldAtDeviations{1}), {9, 1, 5});
    CHECK(points(far, 100) == Approx(1));
    const std::vector<double> values{0, 1, 2, 3, 100};
    const auto held = made_of(scale(Kind::min_max, {0, 100}, HeldAtQuantiles{0.25, 0.75}), values);
    CHECK(points(held, 1) == 0);
    CHECK(points(held, 2) == 50);
    CHECK(points(held, 100) == 100);
}

TEST_CASE("the heaviest tail is drawn in until the shape is bearable") {
    std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 9, 1000};
    const auto [skewness, kurtosis] = detail::shape_of(values);
    CHECK(skewness == Approx(3.1616).epsilon(1e-3));
    CHECK(kurtosis == Approx(9.998).epsilon(1e-3));
    const auto made = made_of(scale(Kind::min_max, {0, 100}, HeldWhileSkewed{2, 3.5, 5}), values);
    CHECK(points(made, 9) == 100);
    const auto none = made_of(scale(Kind::min_max, {0, 100}, HeldWhileSkewed{2, 3.5, 5}), {1, 2, 3, 4});
    CHECK(points(none, 4) == 100);
    CHECK(points(none, 1) == 0);
}

TEST_CASE("percentiles, ranks and parts of the peers") {
    const std::vector<double> values{10, 20, 20, 40};
    const auto share = made_of(scale(Kind::percentile, {0, 100}), values);
    CHECK(points(share, 10) == 0);
    CHECK(points(share, 20) == 50);
    CHECK(points(share, 40) == 100);
    CHECK(points(share, 30) == 75);
    CHECK(points(made_of(scale(Kind::rank, {1}), values), 20) == 2.5);
    CHECK(points(made_of(scale(Kind::rank, {-1}), values), 40) == 1);
    const auto quarters = made_of(scale(Kind::quantiles, {1, 2, 3, 4}), {1, 2, 3, 4, 5});
    CHECK(points(quarters, 1) == 1);
    CHECK(points(quarters, 2) == 2);
    CHECK(points(quarters, 3.5) == 3);
    CHECK(points(quarters, 4) == 4);
}

TEST_CASE("logarithms are compared where a scale says so; what has none earns what the least earns") {
    auto logarithms = scale(Kind::min_max, {0, 100});
    logarithms.logarithmic = true;
    const auto made = made_of(logarithms, {1, 10, 100, 0, -5});
    CHECK(points(made, 10) == Approx(50));
    CHECK(points(made, 100) == Approx(100));
    CHECK(points(made, 0) == 0);
}

TEST_CASE("the order of the values does not matter, and no values make no scale") {
    std::vector<double> values{0.1, 0.7, 0.2, 0.35, 1e9, -3};
    const auto one = made_of(scale(Kind::z_score, {1}), values);
    std::reverse(values.begin(), values.end());
    const auto other = made_of(scale(Kind::z_score, {1}), values);
    CHECK(points(one, 0.3) == points(other, 0.3));
    CHECK_FALSE(fit_scale(scale(Kind::percentile, {0, 100}), {}));
    CHECK(points(made_of(scale(Kind::percentile, {0, 100}), {4, 4}), 4) == 50);
    CHECK(points(made_of(scale(Kind::min_max, {0, 100}), {4, 4}), 4) == 50);
}

TEST_CASE("parts of the peers may be of any size") {
    auto tenths = scale(Kind::quantiles, {1, 2, 3});
    tenths.at = {0.2, 0.9};
    const auto made = made_of(tenths, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    CHECK(points(made, 1) == 1);
    CHECK(points(made, 2) == 2);
    CHECK(points(made, 8.9) == 2);
    CHECK(points(made, 9) == 3);
}

TEST_CASE("clusters of the values earn their points, and too few different values make none") {
    const auto made = made_of(scale(Kind::k_means, {1, 2, 3}), {90, 10, 12, 40, 50});
    CHECK(points(made, 12) == 1);
    CHECK(points(made, 39.9) == 1);
    CHECK(points(made, 40) == 2);
    CHECK(points(made, 90) == 3);
    CHECK_FALSE(fit_scale(scale(Kind::k_means, {1, 2, 3}), {1, 2, 2, 1}));
}

TEST_CASE("one end of a line may be fixed by the rules") {
    auto share = scale(Kind::min_max, {0, 100});
    share.from = 0;
    CHECK(points(made_of(share, {20, 80}), 20) == 25);
    auto target = scale(Kind::min_max, {0, 100}, HeldAtQuantiles{0.25, 1});
    target.until = 10;
    const auto made = made_of(target, {0, 2, 3, 4, 20});
    CHECK(points(made, 1) == 0);
    CHECK(points(made, 6) == 50);
    CHECK(points(made, 20) == 100);
    CHECK(points(made_of(target, {11, 12}), 11) == 100); // all are beyond the target
    share.from = 90;
    CHECK(points(made_of(share, {20, 80}), 80) == 0);
}

TEST_CASE("the least value earns all, and the others as many fewer as they are larger") {
    const auto made = made_of(scale(Kind::inverse, {50}), {20, 16, 32, 0});
    CHECK(points(made, 16) == 50);
    CHECK(points(made, 20) == 40);
    CHECK(points(made, 32) == 25);
    CHECK(points(made, 8) == 50);
}

TEST_CASE(
    "values beyond fences around the quartiles are held there, and no further out than the values seen") {
    // The quartiles are 2 and 4, the fences -1 and 7, and nobody is below 1.
    const auto held = made_of(scale(Kind::min_max, {0, 60}, HeldAtFences{1.5}), {1, 2, 3, 4, 100});
    CHECK(points(held, 100) == 60);
    CHECK(points(held, 7) == 60);
    CHECK(points(held, 1) == 0);
    CHECK(points(held, 4) == 30);
    const auto z = made_of(scale(Kind::z_score, {1}, HeldAtFences{1.5}), {1, 2, 3, 4, 100});
    CHECK(points(z, 100) == Approx((7 - 3.4) / std::sqrt(21.2 / 4)));
}

TEST_CASE("a z-score counts in the deviation of all there are, or from the median") {
    auto rule = scale(Kind::z_score, {1});
    rule.deviation = Deviation::population;
    CHECK(points(made_of(rule, {9, 1}), 9) == 1);
    rule.winsorising = HeldAtDeviations{0.5};
    CHECK(points(made_of(rule, {9, 1}), 9) == 0.5);
    rule = scale(Kind::z_score, {1});
    rule.deviation = Deviation::median;
    CHECK(points(made_of(rule, {1, 2, 3, 4, 90}), 4) == Approx(1 / 1.4826));
}

TEST_CASE("equal values may have the least or the most of their ranks, whichever end is first") {
    auto rule = scale(Kind::rank, {1});
    rule.ties = Ties::least;
    CHECK(points(made_of(rule, {5, 5, 7, 3}), 5) == 2);
    rule.points = {-1};
    CHECK(points(made_of(rule, {5, 5, 7, 3}), 5) == 2);
    CHECK(points(made_of(rule, {5, 5, 7, 3}), 3) == 4);
    rule.ties = Ties::most;
    CHECK(points(made_of(rule, {5, 5, 7, 3}), 5) == 3);
}

TEST_CASE("a percentile takes the share of the peers that the rules name") {
    auto rule = scale(Kind::percentile, {0, 100});
    const auto at_two = [&](RankShare share, Ties ties) {
        rule.share = share;
        rule.ties = ties;
        return points(made_of(rule, {1, 2, 2, 3, 4}), 2);
    };
    CHECK(at_two(RankShare::ends, Ties::mean) == 37.5);
    CHECK(at_two(RankShare::ends, Ties::least) == 25);
    CHECK(at_two(RankShare::reached, Ties::most) == Approx(60));
    CHECK(at_two(RankShare::middle, Ties::mean) == Approx(40));
    CHECK(at_two(RankShare::beyond, Ties::mean) == Approx(250.0 / 6));
    CHECK(at_two(RankShare::below, Ties::least) == Approx(20));
    CHECK(at_two(RankShare::reached, Ties::least) == Approx(40));
    rule.ties = Ties::most;
    CHECK(points(made_of(rule, {2, 2}), 2) == 100);
    rule.share = RankShare::ends;
    rule.ties = Ties::mean;
    CHECK(points(made_of(rule, {2}), 2) == 50);
}

TEST_CASE(
    "a value that equals a quantile may belong to the part below it, and the quantile be one of the values") {
    auto rule = scale(Kind::quantiles, {1, 2});
    CHECK(points(made_of(rule, {1, 2, 3}), 2) == 2);
    rule.passes = true;
    CHECK(points(made_of(rule, {1, 2, 3}), 2) == 1);
    CHECK(points(made_of(rule, {1, 2, 3}), 2.01) == 2);
    rule = scale(Kind::quantiles, {1, 2});
    rule.type = 1;
    CHECK(points(made_of(rule, {1, 2, 3, 4}), 2) == 2);
    rule.type = 7;
    CHECK(points(made_of(rule, {1, 2, 3, 4}), 2) == 1);
    CHECK(points(made_of(scale(Kind::min_max, {0, 1}, HeldAtQuantiles{0.25, 1, 1}), {1, 2, 3, 4}), 2.5) ==
          0.5);
}
