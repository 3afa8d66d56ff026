// SPDX-License-Identifier: MIT
// Longest runs and crossings against chance.

#include "catch.hpp"

#include <vermeil/risk/run_rules.hpp>

#include <cmath>
#include <vector>

namespace {

vermeil::Runs runs(const std::vector<double>& values) {
    std::vector<vermeil::ChartPoint> points(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        points[i].value = values[i];
        points[i].has = points[i].has_centre = true;
    }
    return vermeil::runs_of(points);
}

} // namespace

// Published table: J. Anhoej, Diagnostic value of run chart analysis, PLOS ONE 10 (2015) e0121349, and the vignette of qicharts2.
TEST_CASE("bounds for so many useful points are as published") {
    const std::vector<std::array<std::size_t, 3>> published{{10, 6, 2}, {11, 6, 2}, {12, 7, 3}, {14, 7, 4},
                                                            {20, 7, 6}, {24, 8, 8}, {40, 8, 14}};
    for (const auto& [useful, longest, crossings] : published) {
        CAPTURE(useful);
        CHECK(static_cast<std::size_t>(std::lround(std::log2(useful))) + 3 == longest);
        CHECK(vermeil::least_crossings(useful - 1) == crossings);
    }
}

TEST_CASE("least crossings do not underflow") {
    CHECK(vermeil::least_crossings(0) == 0);
    const auto many = vermeil::least_crossings(20000); // 10000 - 1.645 sqrt(5000), about
    CHECK((many >= 9882 && many <= 9886));
}

TEST_CASE("points on the centre are stepped over") {
    const auto found = runs({1, 0, 1, -1, 0, 1});
    CHECK(found.useful == 4);
    CHECK(found.longest == 2);
    CHECK(found.crossings == 2);
}

TEST_CASE("a long run is a signal, and so are few crossings") {
    const auto found = runs({1, 1, 1, 1, 1, 1, 1, -1, -1, -1});
    CHECK(found.longest_most == 6);
    CHECK(found.is_too_long());
    CHECK(found.crosses_too_seldom());
    CHECK(found.is_signal());
}

TEST_CASE("without useful points nothing is a signal") {
    CHECK_FALSE(runs({0, 0, 0}).is_signal());
    CHECK_FALSE(runs({}).is_signal());
    CHECK_FALSE(runs({1}).is_signal());
}
