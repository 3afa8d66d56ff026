// SPDX-License-Identifier: MIT
// Charts of a whole panel: as of one series, whatever the threads.

#include "catch.hpp"

#include <vermeil/risk/panel_charts.hpp>

#include <memory>
#include <random>
#include <vector>

namespace {

std::shared_ptr<const vermeil::Panel> made_up(std::size_t series, std::size_t length) {
    std::mt19937 chance(3);
    vermeil::Panel panel;
    for (std::size_t i = 0; i < series * length; ++i) {
        panel.n.push_back(static_cast<double>(10 + chance() % 5));
        panel.values.push_back(static_cast<double>(chance() % 11));
        panel.has.push_back(chance() % 9 == 0 ? 0 : 1);
    }
    return std::make_shared<const vermeil::Panel>(vermeil::panel_of_rows(std::move(panel), length));
}

vermeil::ChartRules of_shares() {
    vermeil::ChartRules rules;
    rules.kind = vermeil::ChartKind::p;
    rules.improves = vermeil::Improves::up;
    return rules;
}

} // namespace

TEST_CASE("a panel gives each series the chart it has alone") {
    const auto panel = made_up(20, 24);
    const auto charts = vermeil::chart_panel(panel, of_shares());
    for (std::size_t i = 0; i < panel->size(); ++i) {
        const auto alone = vermeil::make_chart(panel->series(i), of_shares());
        for (std::size_t at = 0; at < 24; ++at) {
            CHECK(charts.points[i * 24 + at].upper == alone.points[at].upper);
            CHECK(charts.causes[i * 24 + at] == alone.causes[at]);
        }
        CHECK(charts.readings[i].reading.variation == alone.reading.variation);
    }
}

TEST_CASE("threads change nothing") {
    const auto panel = made_up(37, 30);
    const auto one = vermeil::chart_panel(panel, of_shares(), vermeil::SeriesKind::share, 1);
    const auto many = vermeil::chart_panel(panel, of_shares(), vermeil::SeriesKind::share, 5);
    CHECK(one.causes == many.causes);
    CHECK(one.points.upper == many.points.upper);
    CHECK(one.points.flags == many.points.flags);
    CHECK(one.why == many.why);
}

TEST_CASE("a series says whether anything was found on its chart, in any phase") {
    vermeil::Panel panel;
    panel.values = {5, 9, 4, 8, 6, 9, 5, 7, 4, 8, 30, 6, 7, 6, 7,
                    6, 7, 6, 7, 6, 7, 6, 7, 6, 7, 6,  7, 6, 7, 6};
    for (std::size_t i = 0; i < 30; ++i) {
        panel.phases.push_back(i < 12 ? 0 : 1);
    }
    auto calm = panel;
    calm.values[10] = 6;
    const auto found = [](vermeil::Panel columns) {
        const auto shared =
            std::make_shared<const vermeil::Panel>(vermeil::panel_of_rows(std::move(columns), 30));
        return vermeil::chart_panel(shared, {}).readings.front().has_signals;
    };
    CHECK(found(panel));
    CHECK_FALSE(found(calm));
}

TEST_CASE("an empty panel has no charts") {
    CHECK(vermeil::chart_panel(made_up(0, 3), of_shares(), std::nullopt, 4).points.empty());
}

TEST_CASE("a chart is chosen for each series, and said why") {
    const auto charts = vermeil::chart_panel(made_up(3, 12), {}, vermeil::SeriesKind::share);
    CHECK(charts.readings[0].kind == vermeil::ChartKind::p);
    CHECK_FALSE(charts.why[2].empty());
}

TEST_CASE("a rate over a steady exposure is plotted as counts, but beside a target as a rate") {
    vermeil::Panel panel;
    panel.values.assign(24, 6);
    panel.n.assign(24, 100);
    const auto shared = std::make_shared<const vermeil::Panel>(vermeil::panel_of_rows(std::move(panel), 24));
    vermeil::ChartRules rules;
    rules.kind = vermeil::ChartKind::u;
    const auto charted = [&] { return vermeil::chart_panel(shared, rules, vermeil::SeriesKind::rate); };
    CHECK(charted().readings[0].kind == vermeil::ChartKind::c);
    rules.target = 0.2;
    CHECK(charted().readings[0].kind == vermeil::ChartKind::u);
    rules = {};
    rules.per = 1000;
    const auto shown = charted();
    CHECK(shown.readings[0].kind == vermeil::ChartKind::u);
    CHECK(shown.points[0].centre == 60);
    CHECK(shown.why[0].find("shown per so much") != std::string::npos);
}
