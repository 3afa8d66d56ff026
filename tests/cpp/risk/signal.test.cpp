// SPDX-License-Identifier: MIT
// Findings and how they are told.

#include "catch.hpp"

#include <vermeil/risk/signal.hpp>

#include <string>
#include <vector>

using vermeil::Improves;
using vermeil::SignalRule;

namespace {

std::vector<vermeil::Signal> found(const std::vector<double>& values, Improves improves = Improves::down,
                                   const std::vector<std::uint8_t>& has = {}) {
    const auto chart = vermeil::make_chart({.value = values, .has = has}, {});
    return vermeil::signals_of(chart, improves,
                               [](std::size_t i) { return "month " + std::to_string(i + 1); });
}

const vermeil::Signal* of(const std::vector<vermeil::Signal>& all, SignalRule rule) {
    for (const auto& each : all) {
        if (each.rule == rule) {
            return &each;
        }
    }
    return nullptr;
}

const std::vector<double> spike{5, 9, 4, 8, 6, 9, 5, 7, 4, 8, 6, 7, 30};

} // namespace

TEST_CASE("a point outside is told with its value, limit and month") {
    const auto signals = found(spike);
    const auto* signal = of(signals, SignalRule::outside);
    REQUIRE(signal != nullptr);
    CHECK(signal->words == "30 lies above the upper limit 16.53 (month 13)");
    CHECK(signal->reading == vermeil::SignalReading::concerning);
    CHECK(of(found(spike, Improves::up), SignalRule::outside)->reading == vermeil::SignalReading::improving);
    CHECK(of(found(spike, Improves::neither), SignalRule::outside)->reading ==
          vermeil::SignalReading::neither);
}

TEST_CASE("neighbours under one rule are one finding, told from the first to the last") {
    std::vector<double> values;
    for (int i = 0; i < 16; ++i) {
        values.push_back(i < 8 ? 10 + i % 2 : 14 + i % 2);
    }
    const auto signals = found(values);
    const auto shifts = std::count_if(signals.begin(), signals.end(),
                                      [](const auto& each) { return each.rule == SignalRule::shift; });
    CHECK(shifts == 2);
    const auto* low = of(signals, SignalRule::shift);
    CHECK(low->words == "8 points in a row below the centre 12.5 (month 1 to month 8)");
    CHECK(low->side == -1);
    CHECK(low->reading == vermeil::SignalReading::improving);
    CHECK(of(signals, SignalRule::few_crossings)->words ==
          "the centre is crossed 1 times; among 16 points chance gives 4 at least (month 1 to month 16)");
}

TEST_CASE("a trend is told by its ends, and two that meet are two") {
    const auto signals = found({1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1});
    std::vector<std::string> words;
    for (const auto& each : signals) {
        if (each.rule == SignalRule::trend) {
            words.push_back(each.words);
        }
    }
    REQUIRE(words.size() == 2);
    CHECK(words[0] == "7 points in a row, each higher than the one before, from 1 to 7 (month 1 to month 7)");
    CHECK(words[1] == "6 points in a row, each lower than the one before, from 6 to 1 (month 8 to month 13)");
}

TEST_CASE("a withheld month lies within a finding and is no point of it") {
    std::vector<std::uint8_t> has(9, 1);
    has[4] = 0;
    const auto signals = found({1, 2, 3, 4, 0, 5, 6, 7, 8}, Improves::up, has);
    const auto* trend = of(signals, SignalRule::trend);
    REQUIRE(trend != nullptr);
    CHECK(trend->points == 8);
    CHECK(trend->first == 0);
    CHECK(trend->last == 8);
}

TEST_CASE("a quiet series has no finding") {
    CHECK(found({1, 2, 1, 2, 1, 2}).empty());
    CHECK(found({}).empty());
    CHECK(found({0, 0, 0, 0, 0, 0, 0, 0}).empty());
}
