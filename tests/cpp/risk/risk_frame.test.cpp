// SPDX-License-Identifier: MIT
// The levels of a market as a table.

#include "catch.hpp"
#include "kernel/small.hpp"
#include "risk/small_risk.hpp"

#include <vermeil/core/on_threads.hpp>
#include <vermeil/risk/risk_frame.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using small::absent;
using small::present;
using small_risk::day;
using small_risk::scheme;
using small_risk::table;
using vermeil::State;

namespace {

std::vector<std::string> words(const vermeil::Frame& frame, const std::string& column) {
    const auto& views = *frame.find(column)->as<std::span<const std::string_view>>();
    return {views.begin(), views.end()};
}

} // namespace

TEST_CASE("scores come as a table in their own order") {
    const auto scores = score_risk(
        scheme(),
        table({{present(30), present(0)}, {absent(State::unknown), present(0)}, {present(60), present(0)}}),
        day, vermeil::Threads(2));
    const auto frame = vermeil::frame_of(scores);
    std::vector<std::string> names;
    for (const auto& column : frame.columns()) {
        names.push_back(column.name);
    }
    CHECK(names == std::vector<std::string>{"service", "as_of", "level", "points", "lowest", "highest",
                                            "lowest_points", "highest_points", "coverage", "reason",
                                            "limiter", "triggers"});
    CHECK(frame.source() == "risk");
    CHECK(words(frame, "service") == std::vector<std::string>{"S0", "S1", "S2"});
    CHECK(words(frame, "as_of") == std::vector<std::string>(3, "2024-12-31"));
    CHECK(words(frame, "level") == std::vector<std::string>{"Amber", "Not rated", "Red"});
    const auto& points = *frame.find("points");
    CHECK((*points.as<std::span<const double>>())[2] == 60);
    CHECK(points.has(0));
    CHECK_FALSE(points.has(1));
    CHECK(scores.size() == 3);
    CHECK(scores.as_of() == day);
}

TEST_CASE("where the least favourable stands, the points of an open risk are its most") {
    auto rules = scheme().framework().rules();
    rules.open = vermeil::Open::lowest;
    rules.least_coverage = 0;
    const auto scores = score_risk(vermeil::RiskScheme(vermeil::Framework(rules)),
                                   table({{absent(State::unknown), present(0)}}), day);
    const auto frame = vermeil::frame_of(scores);
    CHECK((*frame.find("points")->as<std::span<const double>>())[0] == 100);
}
