// SPDX-License-Identifier: MIT
// The findings of a whole panel, as those of each series alone.

#include "catch.hpp"

#include <vermeil/risk/panel_signals.hpp>

#include <memory>
#include <random>
#include <string>
#include <vector>

namespace {

vermeil::PanelCharts charts(unsigned threads) {
    std::mt19937 chance(3);
    vermeil::Panel panel;
    for (std::size_t i = 0; i < 37 * 30; ++i) {
        panel.n.push_back(static_cast<double>(10 + chance() % 5));
        panel.values.push_back(static_cast<double>(chance() % 11));
        panel.has.push_back(chance() % 9 == 0 ? 0 : 1);
    }
    vermeil::ChartRules rules;
    rules.kind = vermeil::ChartKind::p;
    rules.improves = vermeil::Improves::up;
    return vermeil::chart_panel(
        std::make_shared<const vermeil::Panel>(vermeil::panel_of_rows(std::move(panel), 30)), rules,
        vermeil::SeriesKind::share, threads);
}

} // namespace

TEST_CASE("the findings of a panel are those of each of its series") {
    const auto made = charts(1);
    const auto found = vermeil::panel_signals(made);
    std::size_t next = 0;
    for (std::size_t i = 0; i < made.panel->size(); ++i) {
        auto rules = made.rules;
        rules.kind = made.readings[i].kind;
        const auto chart = vermeil::make_chart(made.panel->series(i), rules);
        const auto label = [](std::size_t at) { return std::to_string(at); };
        const auto alone = vermeil::signals_of(chart, rules.improves, label);
        CHECK(made.readings[i].has_signals == !alone.empty());
        for (const auto& signal : alone) {
            REQUIRE(next < found.size());
            CHECK(found[next].first == i);
            CHECK(found[next].second.words == signal.words);
            ++next;
        }
    }
    CHECK(next == found.size());
    CHECK(next > 20);
}

TEST_CASE("threads change no finding") {
    const auto one = vermeil::panel_signals(charts(1), 1);
    const auto many = vermeil::panel_signals(charts(4), 5);
    REQUIRE(one.size() == many.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(one[i].first == many[i].first);
        CHECK(one[i].second.words == many[i].second.words);
    }
}
