// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/made_up_rules.hpp"

#include <vermeil/core/k_means.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace {

/// The squares of one cluster around its mean, added up the plain way.
double squares(const std::vector<double>& values, std::size_t from, std::size_t to) {
    double sum = 0, found = 0;
    for (std::size_t i = from; i < to; ++i) {
        sum += values[i] - values[from];
    }
    const double mean = values[from] + sum / static_cast<double>(to - from);
    for (std::size_t i = from; i < to; ++i) {
        found += (values[i] - mean) * (values[i] - mean);
    }
    return found;
}

double cost(const std::vector<double>& values, const std::vector<std::size_t>& starts) {
    double found = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        found += squares(values, starts[i], i + 1 < starts.size() ? starts[i + 1] : values.size());
    }
    return found;
}

/// The least cost of at most k clusters, over every partition.
double least(const std::vector<double>& values, std::size_t from, std::size_t k) {
    double found = squares(values, from, values.size());
    for (std::size_t to = from + 1; k > 1 && to < values.size(); ++to) {
        found = std::min(found, squares(values, from, to) + least(values, to, k - 1));
    }
    return found;
}

} // namespace

TEST_CASE("clusters of numbers known by hand") {
    CHECK(vermeil::k_means(std::vector<double>{1, 2, 10, 11, 12, 50}, 3) ==
          std::vector<std::size_t>{0, 2, 5});
    CHECK(vermeil::k_means(std::vector<double>{1, 2, 10, 11, 12, 50}, 1) == std::vector<std::size_t>{0});
    CHECK(vermeil::k_means(std::vector<double>{4, 4, 4, 7}, 3) == std::vector<std::size_t>{0, 3});
    CHECK(vermeil::k_means(std::vector<double>{}, 3).empty());
    // 1 2 | 3 and 1 | 2 3 cost the same.
    CHECK(vermeil::k_means(std::vector<double>{1, 2, 3}, 2) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("no partition costs less than the one found") {
    made_up::Draws draws(7);
    for (int round = 0; round < 400; ++round) {
        const double offset = draws.chance(0.3) ? 1e9 : 0;
        std::vector<double> values(1 + draws.below(11));
        for (auto& each : values) {
            each = offset + (draws.chance(0.5) ? static_cast<double>(draws.below(6)) : 100 * draws.share());
        }
        std::sort(values.begin(), values.end());
        const auto k = 1 + draws.below(5);
        const auto starts = vermeil::k_means(values, k);
        INFO("round " << round << ", " << values.size() << " values, " << k << " clusters");
        CHECK(cost(values, starts) <= least(values, 0, k) + 1e-9);
        for (const auto start : starts) {
            CHECK((start == 0 || values[start - 1] < values[start]));
        }
    }
}

TEST_CASE("numbers that cannot be clustered are refused") {
    using Catch::Matchers::Contains;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_WITH(vermeil::k_means(std::vector<double>{1, nan}, 2), Contains("number 2 is not"));
    CHECK_THROWS_WITH(vermeil::k_means(std::vector<double>{2, 1}, 2), Contains("rising order"));
    CHECK_THROWS_WITH(vermeil::k_means(std::vector<double>{1}, 0), Contains("1 or more"));
}
