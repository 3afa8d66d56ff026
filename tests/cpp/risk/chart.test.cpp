// SPDX-License-Identifier: MIT
// A chart as a whole.

#include "catch.hpp"

#include <vermeil/risk/chart.hpp>

#include <vector>

TEST_CASE("a chart reads its latest value, not a missing month after it") {
    const std::vector<double> values{1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 9, 0};
    std::vector<std::uint8_t> has(14, 1);
    has.back() = 0;
    vermeil::ChartRules rules;
    rules.improves = vermeil::Improves::down;
    rules.target = 0;
    const auto chart = vermeil::make_chart({.value = values, .has = has}, rules);
    CHECK(chart.reading.latest == 12);
    CHECK(chart.reading.variation == vermeil::Variation::concerning_high);
    CHECK(chart.reading.assurance == vermeil::Assurance::hit_or_miss);
    CHECK(chart.reading.settled);
}

TEST_CASE("a series of one point says nothing yet") {
    const std::vector<double> values{1};
    const auto chart = vermeil::make_chart({.value = values}, {});
    CHECK(chart.reading.variation == vermeil::Variation::unknown);
    CHECK_FALSE(chart.reading.settled);
    // A share brings limits with its base, and still says nothing: it is its own centre.
    const std::vector<double> bases{10};
    vermeil::ChartRules shares;
    shares.kind = vermeil::ChartKind::p;
    const auto share = vermeil::make_chart({.value = values, .n = bases}, shares);
    CHECK(share.points[0].has_limits);
    CHECK(share.reading.variation == vermeil::Variation::unknown);
    const std::vector<double> two{1, 2};
    const std::vector<double> two_bases{10, 10};
    CHECK(vermeil::make_chart({.value = two, .n = two_bases}, shares).reading.variation ==
          vermeil::Variation::common_cause);
    CHECK(vermeil::make_chart({}, {}).reading.latest == vermeil::no_point);
}

TEST_CASE("rules end where a phase does") {
    std::vector<double> values;
    std::vector<std::uint32_t> phases;
    for (int i = 0; i < 8; ++i) { // rising throughout; two phases of four are too short for a trend
        values.push_back(i);
        phases.push_back(i < 4 ? 0 : 1);
    }
    const auto whole = vermeil::make_chart({.value = values}, {});
    const auto parts = vermeil::make_chart({.value = values, .phase = phases}, {});
    CHECK((whole.causes[0] & 4U) != 0);
    CHECK((parts.causes[0] & 4U) == 0);
    CHECK(parts.phases.size() == 2);
    CHECK(parts.phases[1].baseline == 4);
}

TEST_CASE("one maker makes the same chart in used memory as in new") {
    const std::vector<double> long_one{1, 9, 2, 8, 3, 7, 4, 6, 5};
    const std::vector<double> short_one{1, 2};
    vermeil::ChartMaker maker;
    maker.make({.value = long_one}, {});
    const auto& again = maker.make({.value = short_one}, {});
    const auto fresh = vermeil::make_chart({.value = short_one}, {});
    CHECK(again.points.size() == 2);
    CHECK(again.points[0].upper == fresh.points[0].upper);
    CHECK(again.causes == fresh.causes);
}

TEST_CASE("a chart rebased on a period without a value begins its phase there, with lines of what follows") {
    vermeil::ChartSeries series;
    const std::vector<double> values{1, 3, 1, 3, 0, 11, 13, 11, 13};
    const std::vector<std::uint8_t> has{1, 1, 1, 1, 0, 1, 1, 1, 1};
    const std::vector<std::uint32_t> phase{0, 0, 0, 0, 1, 1, 1, 1, 1};
    series.value = values;
    series.has = has;
    series.phase = phase;
    const auto chart = vermeil::make_chart(series, {});
    REQUIRE(chart.phases.size() == 2);
    CHECK(chart.phases[1].first == 4);
    CHECK(chart.phases[1].baseline == 4);
    CHECK_FALSE(chart.points[4].has);
    CHECK(chart.points[4].centre == 12);
    CHECK(chart.points[3].centre == 2);
}

TEST_CASE("a last phase without any value leaves the reading to the phase before it") {
    vermeil::ChartSeries series;
    const std::vector<double> values{1, 3, 1, 3, 0, 0};
    const std::vector<std::uint8_t> has{1, 1, 1, 1, 0, 0};
    const std::vector<std::uint32_t> phase{0, 0, 0, 0, 1, 1};
    series.value = values;
    series.has = has;
    series.phase = phase;
    const auto chart = vermeil::make_chart(series, {});
    CHECK(chart.reading.latest == 3);
    CHECK(chart.reading.variation == vermeil::Variation::common_cause);
    CHECK_FALSE(chart.points[5].has_centre);
    CHECK_FALSE(chart.reading.settled);
}

TEST_CASE("a series that never moves has nothing special, however its mean is rounded") {
    for (const double value : {100.0, 0.1, 33.3, 1e9, 0.7}) {
        const std::vector<double> same(36, value);
        for (const auto kind : {vermeil::ChartKind::xmr, vermeil::ChartKind::t, vermeil::ChartKind::run}) {
            vermeil::ChartRules rules;
            rules.kind = kind;
            const auto chart = vermeil::make_chart({.value = same}, rules);
            CHECK(chart.causes == std::vector<std::uint8_t>(36, 0));
            CHECK(chart.phases[0].runs.useful == 0);
            CHECK(chart.points[0].value == Approx(value));
        }
    }
}

TEST_CASE("rates and shares that never move have nothing special, whatever their exposure") {
    const std::vector<double> counts(36, 7);
    for (const double base : {7.0, 10.0, 70.1}) {
        const std::vector<double> bases(36, base);
        for (const auto kind : {vermeil::ChartKind::p, vermeil::ChartKind::p_prime, vermeil::ChartKind::u,
                                vermeil::ChartKind::u_prime}) {
            vermeil::ChartRules rules;
            rules.kind = kind;
            const auto chart = vermeil::make_chart({.value = counts, .n = bases}, rules);
            CHECK(chart.causes == std::vector<std::uint8_t>(36, 0));
            CHECK(chart.reading.variation == vermeil::Variation::common_cause);
        }
    }
}

TEST_CASE("zeros lie on a mean that is 0 but for rounding") {
    std::vector<double> values{0.1, 0.2, -0.3};
    values.resize(12, 0.0);
    const auto chart = vermeil::make_chart({.value = values}, {});
    CHECK((chart.causes[11] & 2U) == 0);
    CHECK(chart.points[11].centre == 0);
}
