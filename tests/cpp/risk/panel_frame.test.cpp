// SPDX-License-Identifier: MIT
// The tables of a panel's charts.

#include "catch.hpp"

#include <vermeil/core/reader.hpp>
#include <vermeil/risk/panel_frame.hpp>

#include <memory>
#include <string>
#include <vector>

namespace {

vermeil::SharedCharts made() {
    vermeil::Panel panel;
    panel.values = {5, 9, 4, 8, 6, 9, 5, 7, 4, 8, 30, 0};
    panel.has = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0};
    vermeil::ChartRules rules;
    rules.improves = vermeil::Improves::down;
    return std::make_shared<const vermeil::PanelCharts>(vermeil::chart_panel(
        std::make_shared<const vermeil::Panel>(vermeil::panel_of_rows(std::move(panel), 12)), rules,
        vermeil::SeriesKind::number));
}

std::string word(const vermeil::Frame& frame, std::string_view column, std::size_t row) {
    return vermeil::detail::cell_text(*frame.find(column), row);
}

} // namespace

TEST_CASE("points come with their lines and rules, and a month without a value with a null") {
    const auto frame = frame_of_points(made());
    CHECK(frame.rows() == 12);
    CHECK(word(frame, "period", 10) == "10");
    CHECK(frame.find("value")->has(10));
    CHECK_FALSE(frame.find("value")->has(11));
    CHECK(frame.find("upper")->has(11));
    CHECK((*frame.find("outside")->as<std::span<const std::uint8_t>>())[10] == 1);
}

TEST_CASE("a series is a row with its icons and why its chart was chosen") {
    const auto frame = frame_of_readings(made());
    CHECK(word(frame, "latest", 0) == "10");
    CHECK(word(frame, "variation", 0) == "concerning_high");
    CHECK(word(frame, "assurance", 0) == "no_target");
    CHECK(word(frame, "why", 0) == "one number a period: how far neighbours differ says how far chance goes");
}

TEST_CASE("where no point lies off the centre chance gives no bounds for runs, rather than 0") {
    vermeil::Panel panel;
    panel.values = {5, 9, 4, 8, 3, 3, 3, 3};
    panel.has = {1, 1, 1, 1, 1, 1, 1, 1};
    const auto charts = std::make_shared<const vermeil::PanelCharts>(vermeil::chart_panel(
        std::make_shared<const vermeil::Panel>(vermeil::panel_of_rows(std::move(panel), 4)),
        vermeil::ChartRules(), vermeil::SeriesKind::number));
    const auto frame = frame_of_readings(charts);
    REQUIRE(frame.rows() == 2);
    CHECK(word(frame, "longest_run_most", 0) == "5");
    for (const auto* column : {"longest_run_most", "crossings_least"}) {
        CHECK(frame.find(column)->has(0));
        CHECK_FALSE(frame.find(column)->has(1));
    }
}

TEST_CASE("a signal is a row with its evidence in words") {
    const auto frame = frame_of_signals(made());
    REQUIRE(frame.rows() == 1);
    CHECK(word(frame, "rule", 0) == "outside");
    CHECK(word(frame, "words", 0) == "30 lies above the upper limit 17.8 (10)");
}
