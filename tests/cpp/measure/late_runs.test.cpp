// SPDX-License-Identifier: MIT

#include "../catch.hpp"

#include <vermeil/measure/late_runs.hpp>

#include <cstdint>
#include <random>
#include <vector>

TEST_CASE("runs of two parts together are those of the whole, and give its quantiles") {
    std::mt19937 random(4);
    const std::vector<double> shares{0, 0.1, 0.5, 0.9, 1};
    for (int round = 0; round < 300; ++round) {
        std::vector<std::int32_t> whole(1 + random() % 40);
        for (auto& each : whole) {
            each = static_cast<std::int32_t>(random() % 30) - 10;
        }
        const auto cut = static_cast<std::ptrdiff_t>(random() % (whole.size() + 1));
        std::vector<std::int32_t> left(whole.begin(), whole.begin() + cut);
        std::vector<std::int32_t> right(whole.begin() + cut, whole.end());
        const auto expected = vermeil::quantiles(std::span<const std::int32_t>(whole), shares);
        const auto parts = vermeil::merged(vermeil::late_runs(left), vermeil::late_runs(right));
        CHECK(parts == vermeil::late_runs(whole));
        CHECK(vermeil::quantiles(parts, shares) == expected);
    }
}

TEST_CASE("no starts give no quantiles") {
    CHECK(vermeil::merged({}, {}).empty());
    CHECK(vermeil::quantiles(std::span<const vermeil::LateRun>(), std::vector<double>{0.5}).empty());
}
