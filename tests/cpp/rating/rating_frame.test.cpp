// SPDX-License-Identifier: MIT
// The ratings of a market as a table.

#include "catch.hpp"
#include "kernel/small.hpp"
#include "rating/small_market.hpp"

#include <vermeil/rating/rating_frame.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using small::of;
using small_market::market;
using vermeil::State;

namespace {

std::vector<std::string> words(const vermeil::Frame& frame, const std::string& column) {
    const auto& views = *frame.find(column)->as<std::span<const std::string_view>>();
    return {views.begin(), views.end()};
}

} // namespace

TEST_CASE("a market's ratings come as a table in its own order") {
    const auto ratings = vermeil::rate(vermeil::Framework(small::three_measures()), market());
    const auto frame = vermeil::frame_of(ratings);
    std::vector<std::string> names;
    for (const auto& column : frame.columns()) {
        names.push_back(column.name);
    }
    CHECK(names == std::vector<std::string>{"service", "quarter", "band", "score", "lowest", "highest",
                                            "lowest_score", "highest_score", "coverage", "reason",
                                            "limiter"});
    CHECK(frame.source() == "ratings");
    CHECK(words(frame, "service") == std::vector<std::string>{"P3", "P1", "P4", "P2"});
    CHECK(words(frame, "quarter") == std::vector<std::string>(4, "2024-25 Q3"));
    CHECK(words(frame, "band") == std::vector<std::string>{"Silver", "Not rated", "Not rated", "Not rated"});
    CHECK(words(frame, "reason") ==
          std::vector<std::string>{"decided", "open", "coverage", "nothing_applicable"});
    const auto& score = *frame.find("score");
    CHECK((*score.as<std::span<const double>>())[0] == 74);
    CHECK(score.has(0));
    CHECK_FALSE((score.has(1) || score.has(2) || score.has(3)));
}

TEST_CASE("a table without a quarter leaves the quarter empty") {
    const auto ratings = vermeil::rate(vermeil::Framework(small::three_measures()), market(std::nullopt));
    CHECK(words(vermeil::frame_of(ratings), "quarter") == std::vector<std::string>(4, ""));
}

TEST_CASE("a frame outlives the ratings that it came from") {
    const auto frame = [] {
        return vermeil::frame_of(vermeil::rate(vermeil::Framework(small::three_measures()), market()));
    }();
    CHECK(words(frame, "service").at(3) == "P2");
    CHECK(words(frame, "band").at(0) == "Silver");
}
