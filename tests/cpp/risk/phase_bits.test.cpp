// SPDX-License-Identifier: MIT
// Rules over bits: the same as over points one by one.

#include "catch.hpp"

#include <vermeil/risk/phase_bits.hpp>
#include <vermeil/risk/special_cause.hpp>

#include <cstdint>
#include <random>
#include <vector>

using vermeil::ChartPoint;
using vermeil::detail::PhaseBits;

namespace {

/// Points with ties, gaps and points that are not counted, of a few values so that runs come about.
std::vector<ChartPoint> made_up(std::mt19937& chance, std::size_t size) {
    std::vector<ChartPoint> points(size);
    const auto drift = static_cast<int>(chance() % 3);
    for (std::size_t i = 0; i < size; ++i) {
        auto& point = points[i];
        point.has = chance() % 9 != 0;
        point.counted = chance() % 11 != 0;
        point.value =
            static_cast<double>(static_cast<int>(chance() % 9) - 4 + (chance() % 7 == 0 ? drift : 0));
        point.has_centre = true;
        point.has_limits = chance() % 13 != 0;
        point.lower = -3;
        point.upper = 3;
        point.near_lower = -2;
        point.near_upper = 2;
        point.centre = drift == 2 ? -1 : 0;
    }
    return points;
}

bool is_alike(const std::vector<ChartPoint>& points, const vermeil::ChartRules& rules) {
    std::vector<std::uint8_t> one_by_one(points.size());
    vermeil::SpecialCauses().find(points, rules, one_by_one);
    const PhaseBits bits(points);
    std::vector<std::uint8_t> at_once(points.size());
    vermeil::SpecialCauses::find(bits, rules, at_once);
    const auto slow = vermeil::counted_runs(points);
    const auto fast = bits.runs();
    return one_by_one == at_once && slow.useful == fast.useful && slow.longest == fast.longest &&
           slow.crossings == fast.crossings;
}

} // namespace

TEST_CASE("bits and points give the same for phases of every length that fits") {
    std::mt19937 chance(5);
    std::size_t alike = 0;
    for (std::size_t round = 0; round < 6'500; ++round) {
        vermeil::ChartRules rules;
        rules.run_length = 2 + chance() % 8;
        rules.trend_length = 3 + chance() % 5;
        alike += is_alike(made_up(chance, round % (PhaseBits::most + 1)), rules) ? 1U : 0U;
    }
    CHECK(alike == 6'500);
}

TEST_CASE("a run of ones is marked from its first to its last") {
    CHECK(vermeil::detail::runs_of_ones(0b0111'0110, 3) == 0b0111'0000);
    CHECK(vermeil::detail::runs_of_ones(0b0111'0110, 2) == 0b0111'0110);
    CHECK(vermeil::detail::runs_of_ones(~std::uint64_t{0}, 64) == ~std::uint64_t{0});
    CHECK(vermeil::detail::runs_of_ones(~std::uint64_t{0}, 65) == 0);
    CHECK(vermeil::detail::longest_run_of_ones(0b0111'0110) == 3);
    CHECK(vermeil::detail::longest_run_of_ones(0) == 0);
}
