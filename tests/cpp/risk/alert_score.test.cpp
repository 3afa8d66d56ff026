// SPDX-License-Identifier: MIT
// Scores against a baseline, and the three looks.

#include "catch.hpp"

#include <vermeil/risk/alert_score.hpp>

#include <cmath>
#include <limits>
#include <vector>

using vermeil::ChartKind;
using vermeil::Improves;

TEST_CASE("a usual count scores about 0, and counts of unlike exposure compare") {
    const std::vector<double> counts{4, 6, 5, 5};
    const std::vector<double> hours{100, 100, 100, 100};
    const vermeil::AlertBaseline baseline({.value = counts, .n = hours}, ChartKind::u, 4);
    CHECK(baseline.is_enough());
    CHECK(baseline.rate() == Approx(20.5 / 400));
    CHECK(std::abs(baseline.score(5, 100)) < 0.1);
    CHECK(std::abs(baseline.score(20, 400)) < 0.2);
    CHECK(baseline.score(12, 100) > 2);
}

TEST_CASE("shares score by their angle") {
    const std::vector<double> counts{8, 9, 7};
    const std::vector<double> n{10, 10, 10};
    const vermeil::AlertBaseline baseline({.value = counts, .n = n}, ChartKind::p, 3);
    CHECK(baseline.rate() == Approx(24.5 / 31));
    CHECK(baseline.score(2, 10) < -3);
    CHECK(baseline.score(79, 100) == Approx(0).margin(0.1));
}

TEST_CASE("numbers score by the baseline's standard deviation, prime charts by that of their z-scores") {
    const std::vector<double> numbers{9, 11, 10};
    CHECK(vermeil::AlertBaseline({.value = numbers}, ChartKind::xmr, 3).score(13, 0) == Approx(3));
    const std::vector<double> counts{900, 1100, 1000};
    const std::vector<double> n(3, 10000.0);
    const vermeil::AlertBaseline prime({.value = counts, .n = n}, ChartKind::p_prime, 3);
    CHECK(prime.score(1300, 10000) == Approx(3));
}

TEST_CASE("a baseline of two values, without exposure or variation is not enough") {
    const std::vector<double> same{4, 4, 4};
    CHECK_FALSE(vermeil::AlertBaseline({.value = same}, ChartKind::xmr, 3).is_enough());
    CHECK_FALSE(vermeil::AlertBaseline({.value = same}, ChartKind::c, 2).is_enough());
    CHECK(vermeil::AlertBaseline({.value = same}, ChartKind::c, 3).is_enough());
    const std::vector<double> none{0, 0, 0};
    CHECK(vermeil::AlertBaseline({.value = none}, ChartKind::c, 3).is_enough()); // zeros are evidence
    CHECK_THROWS_WITH(vermeil::AlertBaseline({.value = same}, ChartKind::g, 3),
                      Catch::Contains("not for 'g'"));
}

TEST_CASE("numbers that differ by rounding alone have no variation, those that differ by a penny have") {
    for (const double value : {100.0, 0.1, 33.3, 1e9}) {
        std::vector<double> same(24, value);
        CHECK_FALSE(vermeil::AlertBaseline({.value = same}, ChartKind::xmr, 24).is_enough());
        same[7] = std::nextafter(value, 2 * value);
        CHECK_FALSE(vermeil::AlertBaseline({.value = same}, ChartKind::xmr, 24).is_enough());
        same[7] = value + 0.01;
        CHECK(vermeil::AlertBaseline({.value = same}, ChartKind::xmr, 24).is_enough());
    }
    const std::vector<double> counts(24, 5);
    const std::vector<double> hours(24, 0.1);
    CHECK_FALSE(vermeil::AlertBaseline({.value = counts, .n = hours}, ChartKind::u_prime, 24).is_enough());
}

TEST_CASE("looks worry about the worse side alone, or about both") {
    const vermeil::AlertRules rules;
    for (const auto& [improves, low, high] :
         {std::tuple(Improves::up, 3.0, -3.0), std::tuple(Improves::down, -3.0, 3.0)}) {
        vermeil::AlertScore score(rules, improves);
        score.add(-3);
        CHECK(score.now()[0] == low);
        vermeil::AlertScore other(rules, improves);
        other.add(3);
        CHECK(other.now()[0] == high);
    }
    vermeil::AlertScore both(rules, Improves::neither);
    both.add(-3);
    CHECK(both.now()[0] == 3);
    CHECK(both.now()[1] == Approx(3)); // an average of one is that one
    CHECK(both.now()[2] == 2.5);
}

TEST_CASE("a missing period keeps average and sum and has no point") {
    vermeil::AlertScore score({}, Improves::down);
    CHECK(score.now()[0] == -std::numeric_limits<double>::infinity());
    score.add(2);
    const auto before = score.now();
    score.skip();
    CHECK(score.now()[0] == -std::numeric_limits<double>::infinity());
    CHECK(score.now()[1] == before[1]);
    CHECK(score.now()[2] == before[2]);
}
