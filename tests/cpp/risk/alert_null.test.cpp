// SPDX-License-Identifier: MIT
// Draws of what chance alone makes: their mean and spread, and what they keep of the series.

#include "catch.hpp"

#include <vermeil/risk/alert_null.hpp>

#include <cmath>
#include <vector>

namespace {

struct Moments {
    double mean = 0;
    double deviation = 0;
};

/// The scores of the first period after the baseline.
Moments drawn(const vermeil::ChartSeries& series, vermeil::ChartKind kind, std::size_t baseline) {
    const vermeil::AlertBaseline usual(series, kind, baseline);
    const vermeil::AlertNull null(series, usual, baseline);
    double sum = 0;
    double squares = 0;
    constexpr std::uint32_t rounds = 6400;
    for (std::uint32_t round = 0; round < rounds; ++round) {
        bool first = true;
        null.draw(round, vermeil::PhiloxStream(vermeil::Philox(3), round, 0), [&](double score, bool) {
            sum += first ? score : 0;
            squares += first ? score * score : 0;
            first = false;
        });
    }
    const double mean = sum / rounds;
    return {mean, std::sqrt(squares / rounds - mean * mean)};
}

} // namespace

TEST_CASE("scores of counts stray by one, and by what the baseline leaves open") {
    std::vector<double> counts(27, 9.0);
    const auto many = drawn({.value = counts}, vermeil::ChartKind::c, 24);
    CHECK(many.mean == Approx(-1.0 / 12).margin(0.06)); // the root of a count falls short by 1 / (4 sqrt m)
    CHECK(many.deviation == Approx(std::sqrt(1 + 1.0 / 24)).margin(0.05));
    counts.resize(6);
    CHECK(drawn({.value = counts}, vermeil::ChartKind::c, 3).deviation ==
          Approx(std::sqrt(1 + 1.0 / 3)).margin(0.06));
}

TEST_CASE("scores of shares and of numbers stray alike") {
    const std::vector<double> counts(30, 20.0);
    const std::vector<double> n(30, 40.0);
    CHECK(drawn({.value = counts, .n = n}, vermeil::ChartKind::p, 24).deviation ==
          Approx(std::sqrt(1 + 1.0 / 24)).margin(0.05));
    std::vector<double> numbers;
    for (int i = 0; i < 14; ++i) {
        numbers.push_back(i % 2);
    }
    // Student's t with 11 degrees of freedom, times the baseline's mean being open.
    CHECK(drawn({.value = numbers}, vermeil::ChartKind::xmr, 12).deviation ==
          Approx(std::sqrt(11.0 / 9 * (1 + 1.0 / 12))).margin(0.06));
}

TEST_CASE("draws have the series' missing periods") {
    const std::vector<double> counts{3, 4, 5, 6, 7, 8};
    const std::vector<std::uint8_t> has{1, 1, 1, 1, 0, 1};
    const vermeil::ChartSeries series{.value = counts, .has = has};
    const vermeil::AlertBaseline usual(series, vermeil::ChartKind::c, 3);
    const vermeil::AlertNull null(series, usual, 3);
    std::vector<bool> there;
    null.draw(0, vermeil::PhiloxStream(vermeil::Philox(3), 0, 0),
              [&](double, bool is_there) { there.push_back(is_there); });
    CHECK(there == std::vector<bool>{true, false, true});
}
