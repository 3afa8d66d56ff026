// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/quantiles.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <span>
#include <vector>

using namespace vermeil;

namespace {
using Values = std::vector<std::int32_t>;
using Limits = std::numeric_limits<std::int32_t>;

/// The same by sorting all values.
std::vector<double> by_sorting(Values values, std::span<const double> shares) {
    std::sort(values.begin(), values.end());
    std::vector<double> found;
    for (const double share : shares) {
        const double at = static_cast<double>(values.size() - 1) * share;
        const auto lower = static_cast<std::size_t>(at);
        const double below = values[lower];
        const double above = values[std::min(lower + 1, values.size() - 1)];
        const double beyond = at - static_cast<double>(lower);
        found.push_back(beyond == 0 ? below : below + beyond * (above - below));
    }
    return found;
}

const std::vector<std::vector<double>> shares{
    {0.5}, {0.0, 0.5, 1.0}, {0.1, 0.25, 0.5, 0.75, 0.9, 0.99}, {0.001, 0.002, 0.999}};

void check(const Values& values) {
    for (const auto& each : shares) {
        REQUIRE(quantiles(values, each) == by_sorting(values, each));
    }
}
} // namespace

TEST_CASE("quantiles lie at (n - 1) * share between ordered values") {
    CHECK(quantiles(Values{4, 1, 3, 2}, std::vector{0.0, 0.5, 1.0}) == std::vector<double>{1, 2.5, 4});
    CHECK(quantiles(Values{10, 20, 30}, std::vector{0.25, 0.5}) == std::vector<double>{15, 20});
    CHECK(quantiles(Values{7}, std::vector{0.0, 0.3, 1.0}) == std::vector<double>{7, 7, 7});
}

TEST_CASE("of no values and for no shares there are no quantiles") {
    CHECK(quantiles(Values{}, std::vector{0.5}).empty());
    CHECK(quantiles(Values{1, 2}, std::vector<double>{}).empty());
}

TEST_CASE("quantiles are those of sorted values over random runs of every size and width") {
    std::mt19937 draw(1);
    for (int turn = 0; turn < 400; ++turn) {
        const auto width = static_cast<std::int32_t>(std::uint32_t{1} << (draw() % 31));
        std::uniform_int_distribution<std::int32_t> value(-width, width);
        Values values(1 + draw() % 3'000);
        std::generate(values.begin(), values.end(), [&] { return value(draw); });
        check(values);
    }
}

TEST_CASE("quantiles are those of sorted values where these are hostile") {
    for (const std::size_t count : {1U, 2U, 3U, 999U}) {
        check(Values(count, 5));
        check(Values(count, Limits::min()));
        check(Values(count, Limits::max()));
        Values two(count, Limits::max());
        two.back() = Limits::min();
        check(two);
        Values mixed(2 * count, -1);
        std::fill_n(mixed.begin(), count, 4'096);
        check(mixed);
    }
}

TEST_CASE("quantiles are those of sorted values at the edges of the buckets that they are sought in") {
    for (const std::int32_t range : {4'094, 4'095, 4'096, 8'191, 8'192, 1 << 20}) {
        Values values;
        for (std::int32_t value = 0; value <= range; value += std::max(1, range / 4'096)) {
            values.push_back(value - 7);
        }
        values.push_back(range - 7);
        check(values);
        std::reverse(values.begin(), values.end());
        check(values);
        Values ends(500, -7);
        ends.insert(ends.end(), 501, range - 7);
        check(ends);
    }
}
