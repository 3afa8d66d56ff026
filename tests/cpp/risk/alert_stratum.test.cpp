// SPDX-License-Identifier: MIT
// What scores are worth against draws.

#include "catch.hpp"

#include <vermeil/risk/alert_stratum.hpp>

#include <limits>
#include <vector>

using vermeil::AlertLook;

namespace {

/// Nine draws whose three looks rise together from 1 to 9.
vermeil::AlertStratum nine() {
    std::vector<vermeil::AlertScore::Looks> draws;
    for (int i = 1; i <= 9; ++i) {
        const auto score = static_cast<double>(i);
        draws.push_back({score, score, score});
    }
    return vermeil::AlertStratum(draws);
}

} // namespace

TEST_CASE("a p-value counts the draws that reach as far, and itself") {
    CHECK(nine().p(AlertLook::point, 9.5) == 0.1);
    CHECK(nine().p(AlertLook::point, 9) == 0.2);
    CHECK(nine().p(AlertLook::ewma, 0) == 1);
    CHECK(nine().p(AlertLook::point, -std::numeric_limits<double>::infinity()) == 1);
}

TEST_CASE("the limit is the score from which on the p-value is small enough") {
    CHECK(nine().limit(AlertLook::cusum, 0.2) == 8);
    CHECK(nine().p(AlertLook::cusum, 8.5) <= 0.2);
    CHECK(nine().limit(AlertLook::cusum, 0.01) == 9);
}

TEST_CASE("three looks that say the same cost as much as one, three that differ more") {
    CHECK(nine().chance_of(0.2) == Approx(2.0 / 9));
    std::vector<vermeil::AlertScore::Looks> draws;
    for (int i = 0; i < 9; ++i) {
        draws.push_back(
            {static_cast<double>(i), static_cast<double>((i + 3) % 9), static_cast<double>((i + 6) % 9)});
    }
    CHECK(vermeil::AlertStratum(draws).chance_of(0.2) == Approx(6.0 / 9));
}

TEST_CASE("series of about the same counts are alike, those of others are not") {
    const auto key = [](double count) {
        const std::vector<double> counts(6, count);
        const vermeil::AlertBaseline baseline({.value = counts}, vermeil::ChartKind::c, 6);
        return vermeil::alike_series(0, 9, baseline);
    };
    CHECK(key(10) == key(11));
    CHECK(key(10) != key(20));
}
