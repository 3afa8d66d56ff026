// SPDX-License-Identifier: MIT
// Funnels: exact limits, widened ones, and services without a base.

#include "catch.hpp"

#include <vermeil/risk/funnel.hpp>

#include <cmath>
#include <vector>

using vermeil::FunnelKind;
using vermeil::Widening;

namespace {

const std::vector<double> counts{5, 10, 0, 30, 12, 7}; // made up
const std::vector<double> bases{6, 19, 2, 50, 20, 40};

vermeil::FunnelRules of(FunnelKind kind, Widening widening = Widening::none) {
    vermeil::FunnelRules rules;
    rules.kind = kind;
    rules.widening = widening;
    return rules;
}

} // namespace

TEST_CASE("a funnel of shares stands about all counts over all bases, with exact limits") {
    const auto funnel = vermeil::make_funnel(counts, bases);
    REQUIRE(funnel.target);
    CHECK(*funnel.target == Approx(64.0 / 137));
    const auto limits = vermeil::binomial_limits(50, *funnel.target, 0.025);
    CHECK(funnel.points[3].lower == Approx(limits.lower / 50));
    CHECK(funnel.points[3].far_upper ==
          Approx(vermeil::binomial_limits(50, *funnel.target, 0.001).upper / 50));
    CHECK(funnel.points[3].z ==
          Approx((0.6 - *funnel.target) / std::sqrt(*funnel.target * (1 - *funnel.target) / 50)));
}

TEST_CASE("a funnel widens for what chance does not explain, and never below chance") {
    const auto plain = vermeil::make_funnel(counts, bases, of(FunnelKind::rate));
    const auto phi = vermeil::make_funnel(counts, bases, of(FunnelKind::rate, Widening::multiplicative));
    const auto tau = vermeil::make_funnel(counts, bases, of(FunnelKind::rate, Widening::additive));
    REQUIRE(phi.dispersion.phi > 1);
    REQUIRE(tau.dispersion.tau_squared > 0);
    const double error = std::sqrt(*plain.target / 50);
    CHECK(phi.points[3].upper ==
          Approx(*plain.target + 1.959963984540054 * error * std::sqrt(phi.dispersion.phi)));
    CHECK(tau.points[3].upper ==
          Approx(*plain.target + 1.959963984540054 * std::sqrt(error * error + tau.dispersion.tau_squared)));
    CHECK(std::abs(tau.points[3].z) < std::abs(plain.points[3].z));
    const std::vector<double> even{10, 10, 10};
    const auto narrow = vermeil::make_funnel(even, std::vector<double>(3, 100),
                                             of(FunnelKind::rate, Widening::multiplicative));
    CHECK(narrow.dispersion.phi == 0);
    CHECK(narrow.points[0].upper == Approx(0.1 + 1.959963984540054 * std::sqrt(0.1 / 100)));
}

TEST_CASE("ratios may be scored on the scale of logs or roots") {
    auto rules = of(FunnelKind::ratio, Widening::additive);
    rules.scale = vermeil::FunnelScale::log;
    const auto logs = vermeil::make_funnel(counts, bases, rules);
    CHECK_FALSE(logs.points[2].has_z); // no event has no logarithm
    CHECK(logs.points[2].has);
    const double one = std::sqrt(1.0 / 50 + logs.dispersion.tau_squared);
    CHECK(logs.points[3].far_upper == Approx(std::exp(3.090232306167813 * one)));
    rules.scale = vermeil::FunnelScale::root;
    const auto roots = vermeil::make_funnel(counts, bases, rules);
    CHECK(roots.points[2].has_z);
    rules.kind = FunnelKind::share;
    CHECK_THROWS_WITH(vermeil::make_funnel(counts, bases, rules), "the scale 'root' is for ratios alone");
}

TEST_CASE("a service without a base has no point, and no events anywhere leave no score") {
    const std::vector<double> none{0, 0};
    const auto funnel = vermeil::make_funnel(none, std::vector<double>{0, 8}, of(FunnelKind::rate));
    CHECK_FALSE(funnel.points[0].has);
    CHECK(funnel.points[1].has);
    CHECK_FALSE(funnel.points[1].has_z);
    CHECK(funnel.points[1].far_upper == 0);
    CHECK(vermeil::make_funnel({}, {}).points.empty());
}

TEST_CASE("counts and bases out of range are refused with their service") {
    CHECK_THROWS_WITH(vermeil::make_funnel(std::vector<double>{3}, std::vector<double>{2}),
                      Catch::Contains("service 1 of the funnel has 3.000000 of 2.000000"));
    CHECK_THROWS_WITH(
        vermeil::make_funnel(std::vector<double>{-1}, std::vector<double>{2}, of(FunnelKind::rate)),
        Catch::Contains("counts are whole and 0 or more"));
    CHECK_THROWS_WITH(vermeil::make_funnel(std::vector<double>{1}, {}),
                      "each count of a funnel needs its base");
}

TEST_CASE("a value on a limit is no outlier") {
    CHECK_FALSE(vermeil::is_outlier(1.1, 0.9, 1.1));
    CHECK(vermeil::is_outlier(1.2, 0.9, 1.1));
    CHECK(vermeil::is_outlier(0.8, 0.9, 1.1));
}

TEST_CASE("where no service has a base there is no target, unless it is given") {
    const std::vector<double> none{0, 0};
    const auto funnel = vermeil::make_funnel(none, none);
    CHECK_FALSE(funnel.target);
    CHECK(funnel.dispersion.used == 0);
    vermeil::FunnelRules rules;
    rules.target = 0.1;
    CHECK(vermeil::make_funnel(none, none, rules).target == 0.1);
    const std::vector<double> one{0, 5};
    CHECK(vermeil::make_funnel(none, one).target == 0.0);
}
