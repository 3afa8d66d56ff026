// SPDX-License-Identifier: MIT
// The constants of subgroups against Montgomery's appendix VI, and subgroups of one reading.

#include "catch.hpp"

#include <vermeil/risk/chart_limits.hpp>
#include <vermeil/risk/subgroup.hpp>

#include <cmath>
#include <vector>

TEST_CASE("c4 is as tables print it") {
    CHECK(vermeil::detail::c4(2) == Approx(0.7979).margin(5e-5));
    CHECK(vermeil::detail::c4(5) == Approx(0.9400).margin(5e-5));
    CHECK(vermeil::detail::c4(25) == Approx(0.9896).margin(5e-5));
}

TEST_CASE("A3 and B4 are as tables print them") {
    using vermeil::ChartKind;
    CHECK(3 * vermeil::detail::spread_of_subgroup(ChartKind::xbar, 5) == Approx(1.427).margin(5e-4));
    CHECK(1 + 3 * vermeil::detail::spread_of_subgroup(ChartKind::s, 5) == Approx(2.089).margin(5e-4));
}

TEST_CASE("a subgroup of one reading has a point and no limits") {
    const std::vector<double> means{10, 12, 11}; // made up
    const std::vector<double> sizes{3, 1, 3};
    const std::vector<double> spreads{1, 0, 3};
    vermeil::ChartRules rules;
    rules.kind = vermeil::ChartKind::xbar;
    const vermeil::ChartSeries series{.value = means, .n = sizes, .spread = spreads};
    const auto points = vermeil::chart_points(series, rules);
    CHECK(points[1].has);
    CHECK_FALSE(points[1].has_limits);
    CHECK(points[0].centre == Approx(75.0 / 7));
    rules.kind = vermeil::ChartKind::s;
    CHECK_FALSE(vermeil::chart_points(series, rules)[1].has);
}

TEST_CASE("an empty subgroup is left out, or taken off the degrees of freedom") {
    const std::vector<double> means{10, 0, 12};
    const std::vector<double> sizes{4, 0, 2};
    const std::vector<double> spreads{1, 0, 3};
    const std::vector<std::uint8_t> has{1, 0, 1};
    vermeil::ChartRules rules;
    rules.kind = vermeil::ChartKind::s;
    const vermeil::ChartSeries series{.value = means, .n = sizes, .spread = spreads, .has = has};
    CHECK(vermeil::chart_points(series, rules)[0].centre == Approx(std::sqrt(12.0 / 4)));
    rules.empty = vermeil::EmptySubgroups::taken_off;
    CHECK(vermeil::chart_points(series, rules)[0].centre == Approx(std::sqrt(12.0 / 3)));
}
