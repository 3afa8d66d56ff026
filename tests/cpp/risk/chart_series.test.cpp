// SPDX-License-Identifier: MIT
// What a series may hold on each chart.

#include "catch.hpp"

#include <vermeil/risk/chart_series.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace {

std::vector<double> one(double value) { return {value}; }

} // namespace

TEST_CASE("a value that cannot be on its chart is refused with its place and reason") {
    using vermeil::ChartKind;
    const auto refuses = [](ChartKind kind, double value, double n, const char* message) {
        const auto values = one(value);
        const auto bases = one(n);
        CHECK_THROWS_WITH((vermeil::ChartSeries{.value = values, .n = bases}.check(kind)), message);
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    refuses(ChartKind::xmr, nan, 1, "point 1 of the series is not a finite number");
    refuses(ChartKind::c, -1, 1, "point 1 of the series is a count below 0");
    refuses(ChartKind::u, 1.5, 1, "point 1 of the series is a count that is not whole");
    refuses(ChartKind::p, 3, 2, "point 1 of the series is a count above its n");
    refuses(ChartKind::p, 0, 0, "point 1 of the series is a base of 0");
    refuses(ChartKind::u, 0, -2, "point 1 of the series is a base that is not 0 or more");
    refuses(ChartKind::u, 0, nan, "point 1 of the series is a base that is not 0 or more");
    refuses(ChartKind::t, 0, 1, "point 1 of the series is a time between events that is not above 0");
}

TEST_CASE("a value that is not there may be anything") {
    const auto values = one(std::numeric_limits<double>::quiet_NaN());
    const std::vector<std::uint8_t> has{0};
    CHECK_NOTHROW(vermeil::ChartSeries{.value = values, .has = has}.check(vermeil::ChartKind::xmr));
}

TEST_CASE("a chart of shares asks for n, one of subgroups for the spread") {
    const auto values = one(1);
    CHECK_THROWS_WITH(vermeil::ChartSeries{.value = values}.check(vermeil::ChartKind::p),
                      "a p chart needs the n of each point");
    CHECK_THROWS_WITH((vermeil::ChartSeries{.value = values, .n = values}.check(vermeil::ChartKind::s)),
                      "a s chart needs the spread of each subgroup");
}

TEST_CASE("columns of unequal length and phases that fall are refused") {
    const std::vector<double> values{1, 2};
    const auto n = one(1);
    const std::vector<std::uint32_t> phases{1, 0};
    CHECK_THROWS_WITH((vermeil::ChartSeries{.value = values, .n = n}.check(vermeil::ChartKind::xmr)),
                      "the columns of a series differ in length");
    CHECK_THROWS_WITH((vermeil::ChartSeries{.value = values, .phase = phases}.check(vermeil::ChartKind::xmr)),
                      "the phases of a series fall at point 2");
}

TEST_CASE("a quick look finds no fault where there is none, and doubts whatever has one") {
    using vermeil::detail::are_sound;
    using vermeil::detail::fault_of;
    constexpr double inf = std::numeric_limits<double>::infinity();
    const std::vector<double> odd{
        0,   -0.0, 1,   -1,   0.5,    3,        4.75,   1e9, 1e16, 1e308, 4'503'599'627'370'495.5,
        inf, -inf, NAN, 1e-3, 5e-324, 2.2e-308, -5e-324};
    std::size_t sound = 0;
    for (std::size_t kind = 0; kind < vermeil::chart_kind_names.size(); ++kind) {
        const auto as = static_cast<vermeil::ChartKind>(kind);
        for (const double value : odd) {
            for (const double n : odd) {
                const bool based = vermeil::needs_base(as);
                const std::array<double, 2> values{3, value};
                const std::array<double, 2> bases{3, n};
                const bool good =
                    are_sound(as, values, based ? std::span<const double>(bases) : std::span<const double>());
                const bool fault = !fault_of(as, value, n).empty() || (based && n == 0);
                CHECK_FALSE((good && fault));
                CHECK((good || fault || std::signbit(value) || std::signbit(n)));
                sound += good ? 1U : 0U;
            }
        }
    }
    CHECK(sound > 500);
}
