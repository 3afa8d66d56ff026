// SPDX-License-Identifier: MIT
// The area under the curve against plain counting, and its variance against DeLong's formula.

#include "catch.hpp"

#include <vermeil/risk/ranking_area.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

using vermeil::RankedRow;
using vermeil::RankingArea;

namespace {

double in_order(double harmed, double spared) { return harmed > spared ? 1 : harmed == spared ? 0.5 : 0; }

std::vector<RankedRow> made_up_rows(unsigned seed, std::uint32_t groups, std::uint32_t services) {
    std::mt19937 draw(seed); // NOLINT: its numbers are the same everywhere
    std::vector<RankedRow> rows;
    for (std::uint32_t group = 0; group < groups; ++group) {
        for (std::uint32_t service = 0; service < services; ++service) {
            const bool harmed = draw() % 4 == 0;
            rows.push_back({group, service, static_cast<double>(draw() % 6 + (harmed ? 2 : 0)), harmed});
        }
    }
    return rows;
}

/// Every pair, one by one.
double plain_area(const std::vector<RankedRow>& rows) {
    double good = 0;
    double pairs = 0;
    for (const auto& left : rows) {
        for (const auto& right : rows) {
            if (left.is_harmed && !right.is_harmed && left.group == right.group) {
                good += in_order(left.key, right.key);
                ++pairs;
            }
        }
    }
    return good / pairs;
}

/// DeLong's variance of one group: that of the placements of either kind, each over its number.
double delong_variance(const std::vector<RankedRow>& rows) {
    const double area = plain_area(rows);
    double sums[2] = {0, 0};
    double counts[2] = {0, 0};
    for (const auto& own : rows) {
        double placement = 0;
        double others = 0;
        for (const auto& other : rows) {
            if (other.is_harmed != own.is_harmed) {
                placement += own.is_harmed ? in_order(own.key, other.key) : in_order(other.key, own.key);
                ++others;
            }
        }
        const auto kind = own.is_harmed ? 1U : 0U;
        sums[kind] += std::pow(placement / others - area, 2);
        ++counts[kind];
    }
    return sums[0] / (counts[0] - 1) / counts[0] + sums[1] / (counts[1] - 1) / counts[1];
}

} // namespace

TEST_CASE("the area is the share of pairs in order, ties a half, day by day") {
    const RankingArea area(
        {{0, 1, 3, true}, {0, 2, 1, false}, {0, 3, 3, false}, {1, 4, 1, true}, {1, 5, 2, false}});
    CHECK(area.pairs() == 3);
    CHECK(*area.area() == 1.5 / 3);
    CHECK(area.harmed_services() == 2);
}

TEST_CASE("the area equals plain counting on made-up rows, in whatever order they come") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        auto rows = made_up_rows(seed, 3, 25);
        const RankingArea area(rows);
        CHECK(*area.area() == Approx(plain_area(rows)));
        std::vector<RankedRow> turned(rows.rbegin(), rows.rend());
        CHECK(*RankingArea(turned).area() == *area.area());
        CHECK(*RankingArea(turned).variance() == *area.variance());
    }
}

TEST_CASE("with one row a service the variance is DeLong's") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const auto rows = made_up_rows(seed, 1, 40);
        CHECK(*RankingArea(rows).variance() == Approx(delong_variance(rows)));
    }
}

TEST_CASE("looking at the same services again does not narrow the interval") {
    const auto once = made_up_rows(1, 1, 40);
    auto often = once;
    for (std::uint32_t group = 1; group < 12; ++group) {
        for (auto row : once) {
            row.group = group;
            often.push_back(row);
        }
    }
    CHECK(*RankingArea(often).variance() == Approx(*RankingArea(once).variance()));
    CHECK(RankingArea(often).interval()->lower == Approx(RankingArea(once).interval()->lower));
}

TEST_CASE("a perfect order has an interval that rests on the number of those harmed") {
    std::vector<RankedRow> rows;
    for (std::uint32_t service = 0; service < 30; ++service) {
        rows.push_back({0, service, service < 10 ? 2.0 : 1.0, service < 10});
    }
    const RankingArea area(rows);
    CHECK(*area.area() == 1);
    CHECK(area.interval()->upper == 1);
    CHECK(area.interval()->lower == Approx(vermeil::effective_interval(1, 10).lower));
}

TEST_CASE("a rule differs from itself by nothing, and a difference has less variance where two rules agree") {
    const auto rows = made_up_rows(2, 2, 40);
    const RankingArea area(rows);
    CHECK(*area.variance_of_difference(area) == 0);
    auto nearly = rows;
    nearly[0].key += 1;
    CHECK(*area.variance_of_difference(RankingArea(nearly)) < *area.variance());
}

TEST_CASE("without a pair there is no area, and with one service of a kind no interval") {
    CHECK_FALSE(RankingArea({}).area());
    CHECK_FALSE(RankingArea({{0, 1, 1, true}, {1, 2, 1, false}}).area());
    const RankingArea one({{0, 1, 2, true}, {0, 2, 1, false}, {0, 3, 1, false}});
    CHECK(*one.area() == 1);
    CHECK_FALSE(one.variance());
    CHECK_FALSE(one.interval());
}
