// SPDX-License-Identifier: MIT
// The ratings of a market as a table.

#include "catch.hpp"
#include "kernel/small.hpp"
#include "rating/small_market.hpp"

#include <vermeil/measure/cell_buffer.hpp>
#include <vermeil/rating/history.hpp>
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
    for (const char* const end : {"lowest_score", "highest_score"}) {
        CHECK(frame.find(end)->has(2));       // too little is known, and yet the score lies between two ends
        CHECK_FALSE(frame.find(end)->has(3)); // nothing applies
    }
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

TEST_CASE("a band that stands for a while stands in the table, beside the one proposed and the reason") {
    auto rules = small::three_measures();
    rules.steady = vermeil::Steady{};
    rules.bands[0].leads_to.eligible = true;
    rules.bands[1].leads_to.eligible = false;
    auto ratings = vermeil::rate(vermeil::Framework(rules), small_market::market());
    vermeil::History history;
    history.add("P3", {*ratings.measures().quarter() - 1, 0, 0});
    ratings.settle(history);
    const auto frame = vermeil::frame_of(ratings);
    const auto word = [&](const char* column, std::size_t row) {
        return std::string((*frame.find(column)->as<std::span<const std::string_view>>())[row]);
    };
    CHECK(word("band", 0) == "Gold");
    CHECK(word("proposed", 0) == "Silver");
    CHECK(word("held", 0) == "Gold stands: a move down is proposed for 1 of 2 quarters in a row");
    CHECK(word("eligible", 0) == "yes"); // what the band that stands leads to
    CHECK(word("held", 1).empty());
}

TEST_CASE("ages are columns where measures have days") {
    const vermeil::Framework framework(small::rules({small::share("dignity", 1)}));
    vermeil::MeasureTable table({"P1", "P2"}, std::nullopt, vermeil::Date(2024, 12, 31));
    vermeil::CellBuffer cells(2);
    cells.set(0, {0.9, vermeil::State::present, 0, 0, 0, vermeil::day_number(vermeil::Date(2024, 12, 1))});
    add(table, "dignity", std::move(cells));
    const auto frame = vermeil::frame_of(vermeil::rate(framework, std::move(table)));
    REQUIRE(frame.find("oldest_days") != nullptr);
    CHECK((*frame.find("oldest_days")->as<std::span<const std::uint32_t>>())[0] == 30);
    CHECK_FALSE(frame.find("median_days")->has(1));
    CHECK((*frame.find("age_known")->as<std::span<const double>>())[0] == 1);
    CHECK(vermeil::frame_of(vermeil::rate(framework, small_market::market())).find("age_known") == nullptr);
}
