// SPDX-License-Identifier: MIT
// Alarms as a table.

#include "catch.hpp"

#include <vermeil/risk/alert_frame.hpp>
#include <vermeil/risk/alert_maker.hpp>

#include <memory>
#include <string>

TEST_CASE("the loudest service comes first, with its evidence in words") {
    vermeil::Panel panel;
    for (int s = 0; s < 6; ++s) {
        for (int t = 0; t < 26; ++t) {
            panel.values.push_back(s == 3 && t >= 24 ? 20 : 3 + (s + t) % 3);
        }
    }
    vermeil::AlertRules rules;
    rules.visits = 1;
    rules.draws = 200;
    const auto made = std::make_shared<const vermeil::Panel>(panel_of_rows(std::move(panel), 26));
    const auto budget =
        vermeil::alert_budget({{"falls", made, vermeil::ChartKind::c, vermeil::Improves::down}}, rules);
    const auto frame = vermeil::frame_of(budget);
    REQUIRE(frame.rows() == 6);
    const auto word = [&](std::string_view column) {
        return std::string((*frame.find(column)->as<std::span<const std::string_view>>())[0]);
    };
    CHECK(word("service") == "3");
    CHECK(word("period") == "25");
    CHECK(word("measure") == "falls");
    CHECK((*frame.find("alarm")->as<std::span<const std::uint8_t>>())[0] == 1);
    CHECK(word("words").starts_with("falls: the "));
    CHECK(word("words").ends_with(" of 6 services a period"));
}
