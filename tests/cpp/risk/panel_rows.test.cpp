// SPDX-License-Identifier: MIT
// The rows of a panel, found in order or put in order.

#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/risk/panel_rows.hpp>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using vermeil::Every;
using vermeil::detail::NoPoint;
using vermeil::detail::panel_rows;
using vermeil::detail::PanelRows;
using vermeil::detail::PanelSorter;

namespace {

PanelRows rows(const vermeil::Frame& frame, std::size_t shares = 1) {
    return panel_rows(*frame.find("series"), *frame.find("period"), Every::number, frame.rows(), shares);
}
PanelRows rows(const std::string& text) { return rows(csv::table("t", "series,period\n" + text)); }

/// Each stretch as `row+rows@period`, one that begins a series after a bar.
std::string shown(const PanelRows& made) {
    std::string text;
    for (const auto& each : made.stretches) {
        text += each.is_new_series ? "|" : " ";
        text +=
            std::to_string(each.row) + "+" + std::to_string(each.rows) + "@" + std::to_string(each.period);
    }
    return text;
}

} // namespace

TEST_CASE("rows that stand in order are found in stretches, a gap beginning a new one") {
    const auto made = rows("A,1\nA,2\nA,4\nB,4\nB,5\n");
    CHECK(shown(made) == "|0+2@1 2+1@4|3+2@4");
    CHECK(made.names == std::vector<std::string>{"A", "B"});
}

TEST_CASE("rows in another order are sorted, series as they first came") {
    const auto made = rows("B,2\nA,1\nB,1\nA,2\n");
    CHECK(shown(made) == "|2+1@1 0+1@2|1+1@1 3+1@2");
    CHECK(made.names == std::vector<std::string>{"B", "A"});
}

TEST_CASE("a series that comes again later is one series") {
    CHECK(shown(rows("A,1\nB,1\nA,2\n")) == "|0+1@1 2+1@2|1+1@1");
}

TEST_CASE("a row that is no point is left out and says why") {
    const auto made = rows("A,1\nA,soon\n,2\nA,1\nA,2\nA,99999999\n");
    CHECK(shown(made) == "|0+1@1 4+1@2");
    REQUIRE(made.left_out.size() == 4);
    CHECK(made.left_out[0].why == NoPoint::no_period);
    CHECK(made.left_out[1].why == NoPoint::no_series);
    CHECK(made.left_out[2].why == NoPoint::twice);
    CHECK(made.left_out[3].why == NoPoint::misread);
}

TEST_CASE("shares of any number find what one finds, and what sorting finds") {
    std::string text;
    std::mt19937 chance(4);
    for (int series = 0; series < 50; ++series) {
        for (int period = 0; period < 40; ++period) {
            text +=
                chance() % 15 == 0 ? "" : "S" + std::to_string(series) + "," + std::to_string(period) + "\n";
        }
    }
    const auto frame = csv::table("t", "series,period\n" + text);
    const vermeil::detail::SeriesCells series(*frame.find("series"));
    const vermeil::detail::PeriodCells periods(*frame.find("period"), Every::number);
    auto sorted = PanelSorter(series, periods).sorted(frame.rows());
    const auto ends = [](const PanelRows& made) { // where shares meet, one stretch may stand as two
        std::vector<std::pair<std::size_t, std::int64_t>> all;
        for (const auto& each : made.stretches) {
            for (std::size_t i = 0; i < each.rows; ++i) {
                all.emplace_back(each.row + i, each.period + static_cast<std::int64_t>(i));
            }
        }
        return all;
    };
    for (const std::size_t shares : {1U, 2U, 3U, 7U}) {
        const auto made = rows(frame, shares);
        CHECK(made.names == sorted.names);
        CHECK(ends(made) == ends(sorted));
    }
}
