// SPDX-License-Identifier: MIT
// The lines of each chart by hand, and series that hold little.

#include "catch.hpp"

#include <vermeil/risk/chart_limits.hpp>

#include <cmath>
#include <vector>

using vermeil::ChartKind;
using vermeil::ChartRules;

namespace {

ChartRules of(ChartKind kind) {
    ChartRules rules;
    rules.kind = kind;
    return rules;
}

} // namespace

TEST_CASE("an XmR chart stands 2.66 mean moving ranges about its mean") {
    const std::vector<double> values{1, 3, 2, 4}; // ranges 2, 1, 2
    const auto points = vermeil::chart_points({.value = values}, of(ChartKind::xmr));
    CHECK(points[0].centre == 2.5);
    CHECK(points[3].upper == Approx(2.5 + 3 * (5.0 / 3) / 1.128));
    CHECK(points[3].near_lower == Approx(2.5 - 2 * (5.0 / 3) / 1.128));
}

TEST_CASE("a run chart has its median and no limits") {
    const std::vector<double> values{9, 1, 3, 2};
    const auto points = vermeil::chart_points({.value = values}, of(ChartKind::run));
    CHECK(points[0].centre == 2.5);
    CHECK_FALSE(points[0].has_limits);
}

TEST_CASE("a p chart widens where n is small and ends at 0 and 1") {
    const std::vector<double> counts{9, 90};
    const std::vector<double> n{10, 100};
    const auto points = vermeil::chart_points({.value = counts, .n = n}, of(ChartKind::p));
    CHECK(points[0].centre == 0.9);
    CHECK(points[0].upper == 1);
    CHECK(points[1].lower == Approx(0.9 - 3 * std::sqrt(0.09 / 100)));
    CHECK(points[0].lower < points[1].lower);
}

TEST_CASE("rates are shown per what is asked for") {
    const std::vector<double> counts{2, 4};
    const std::vector<double> hours{1000, 2000};
    auto rules = of(ChartKind::u);
    rules.per = 1000;
    const auto points = vermeil::chart_points({.value = counts, .n = hours}, rules);
    CHECK(points[1].value == 2);
    CHECK(points[1].upper == Approx(2 + 3 * std::sqrt(0.002 / 2000) * 1000));
}

TEST_CASE("Laney's limits follow how far z-scores move") {
    const std::vector<double> counts{1000, 1200, 1000, 1200}; // each of 10,000: made up
    const std::vector<double> n(4, 10000);
    const auto plain = vermeil::chart_points({.value = counts, .n = n}, of(ChartKind::p));
    const auto prime = vermeil::chart_points({.value = counts, .n = n}, of(ChartKind::p_prime));
    const double sigma = std::sqrt(0.11 * 0.89 / 10000);
    CHECK(plain[0].upper == Approx(0.11 + 3 * sigma));
    CHECK(prime[0].upper == Approx(0.11 + 3 * 0.02 / 1.128));
}

TEST_CASE("a g chart shows median or mean, and limits about the mean") {
    const std::vector<double> cases{0, 1, 8};
    auto rules = of(ChartKind::g);
    CHECK(vermeil::chart_points({.value = cases}, rules)[0].centre == 1);
    rules.g_centre = vermeil::GCentre::mean;
    const auto points = vermeil::chart_points({.value = cases}, rules);
    CHECK(points[0].centre == 3);
    CHECK(points[0].upper == Approx(3 + 3 * std::sqrt(12)));
    CHECK(points[0].lower == 0);
}

TEST_CASE("a series of one point has a centre and no limits") {
    const std::vector<double> values{4};
    const auto points = vermeil::chart_points({.value = values}, of(ChartKind::xmr));
    CHECK(points[0].centre == 4);
    CHECK(points[0].has_centre);
    CHECK_FALSE(points[0].has_limits);
}

TEST_CASE("a series of zeros has limits on its centre") {
    const std::vector<double> values(12, 0.0);
    const std::vector<double> n(12, 20.0);
    for (const auto kind :
         {ChartKind::xmr, ChartKind::c, ChartKind::p, ChartKind::p_prime, ChartKind::u_prime}) {
        const auto points = vermeil::chart_points({.value = values, .n = n}, of(kind));
        CAPTURE(to_string(kind));
        CHECK((points[5].centre == 0 && points[5].lower == 0 && points[5].upper == 0));
        CHECK_FALSE(is_outside(points[5]));
    }
}

TEST_CASE("a series without any value has no lines") {
    const std::vector<double> values{1, 2};
    const std::vector<std::uint8_t> has{0, 0};
    for (const auto& point : vermeil::chart_points({.value = values, .has = has}, of(ChartKind::c))) {
        CHECK_FALSE((point.has || point.has_centre || point.has_limits));
    }
    CHECK(vermeil::chart_points({}, of(ChartKind::c)).empty());
}

TEST_CASE("a baseline sets the lines of all points, and phases each their own") {
    const std::vector<double> values{1, 3, 9, 11};
    const std::vector<std::uint8_t> baseline{1, 1, 0, 0};
    const std::vector<std::uint32_t> phases{0, 0, 1, 1};
    CHECK(vermeil::chart_points({.value = values, .in_baseline = baseline}, of(ChartKind::xmr))[3].centre ==
          2);
    const auto rebased = vermeil::chart_points({.value = values, .phase = phases}, of(ChartKind::xmr));
    CHECK(rebased[1].centre == 2);
    CHECK(rebased[2].centre == 10);
    CHECK(rebased[2].upper == Approx(10 + 3 * 2 / 1.128)); // no range leads from one phase to the next
}

TEST_CASE("a point known to be special is bridged, a missing one is not") {
    const std::vector<double> values{1, 50, 2, 4};
    const std::vector<std::uint8_t> flags{1, 0, 1, 1};
    auto rules = of(ChartKind::xmr);
    rules.screening = vermeil::Screening::none;
    const auto bridged = vermeil::chart_points({.value = values, .counted = flags}, rules);
    const auto gap = vermeil::chart_points({.value = values, .has = flags}, rules);
    CHECK(bridged[0].upper == Approx(7.0 / 3 + 3 * 1.5 / 1.128));
    CHECK(gap[0].upper == Approx(7.0 / 3 + 3 * 2 / 1.128));
    CHECK(is_outside(bridged[1]));
}
