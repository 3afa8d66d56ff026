// SPDX-License-Identifier: MIT
// Every rule's figures, and what was left out of them.

#include "catch.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_report.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

using small_panel::from;
using vermeil::BacktestQuestion;
using vermeil::Date;
using vermeil::Verdict;

namespace {

const BacktestQuestion question{Date(2025, 12, 31), 3, {1, 2}, 10};

/// Thirty services over four months, of which the first twelve are harmed on 10 May; the scheme ranks them first, a rival last.
vermeil::BacktestPanel clear_market(bool visited = false) {
    vermeil::BacktestPanel panel(std::vector<std::string>(30, "x"), small_panel::months(4), {"Red", "Green"});
    std::vector<double> good, bad;
    for (std::uint32_t day = 0; day < 4; ++day) {
        for (std::uint32_t service = 0; service < 30; ++service) {
            panel.add({service, day, service < 12 ? 0U : 1U, 30.0 - service, visited && service == 0});
            good.push_back(30.0 - service);
            bad.push_back(service);
        }
    }
    panel.add(vermeil::BacktestRule{"scheme", "Scheme"}, std::move(good));
    panel.add(vermeil::BacktestRule{"rival", "Rival"}, std::move(bad));
    return panel;
}

std::vector<vermeil::OutcomeSpells> harm() {
    std::vector<vermeil::OutcomeSpells> spells(12, from(Date(2024, 5, 10)));
    spells.resize(30);
    return spells;
}

vermeil::BacktestReport report(const std::vector<vermeil::OutcomeSpells>& spells, bool visited = false) {
    return vermeil::backtest_report(clear_market(visited), spells, small_panel::nobody_closes(30), question);
}

} // namespace

TEST_CASE("the scheme and its rivals are judged over the same rows and events") {
    const auto made = report(harm());
    REQUIRE(made.rules.size() == 2);
    CHECK(*made.rules[0].area.area() == 1);
    CHECK(*made.rules[1].area.area() == 0);
    CHECK(made.rules[0].area.pairs() == made.rules[1].area.pairs());
    CHECK(made.rules[0].lists[1].recall.hits() == 2);
    CHECK(made.rules[0].lists[1].recall.rows() == 12);
    CHECK(made.rules[1].lists[1].recall.hits() == 0);
    CHECK(made.rules[1].reach_against[1].difference == Approx(2.0 / 12));
    CHECK(made.rules[1].against.verdict == Verdict::better);
    CHECK(made.verdict() == Verdict::better);
}

TEST_CASE("events before the walk, without a list and after the end are counted and not foretold") {
    auto spells = harm();
    spells[12] = from(Date(2024, 1, 31));
    spells[13] = from(Date(2025, 6, 1));
    spells[14] = from(Date(2026, 1, 1));
    const auto counts = report(spells).counts;
    CHECK(counts.events == 14);
    CHECK(counts.before_history == 1);
    CHECK(counts.unlisted == 1);
    CHECK(counts.foretold == 12);
    CHECK(counts.days_with_events == 1);
    CHECK(counts.rows_out == 4);
}

TEST_CASE("services that are visited already are reported apart") {
    const auto made = report(harm(), true);
    CHECK(made.counts.at_visited == 1);
    CHECK(made.counts.foretold == 11);
    CHECK(made.counts.rows_visited == 4);
    CHECK(made.counts.visited_harmed.share() ==
          Approx(0.75)); // 10 May lies within three months of February, March, April
    CHECK(made.rules[0].lists[0].recall.hits() == 1); // the second service has moved up
    CHECK(made.rules[0].area.harmed_services() == 11);
}

TEST_CASE("without an event nothing can be told") {
    const auto made = report(std::vector<vermeil::OutcomeSpells>(30));
    CHECK(made.counts.events == 0);
    CHECK_FALSE(made.rules[0].area.area());
    CHECK(made.rules[0].lists[0].recall.empty());
    CHECK(made.verdict() == Verdict::cannot_tell);
    CHECK(made.calibration.base.share() == 0);
}

TEST_CASE("with too few events it cannot be told, whatever the figures") {
    auto spells = harm();
    for (std::size_t i = 5; i < 12; ++i) {
        spells[i] = {};
    }
    CHECK(report(spells).verdict() == Verdict::cannot_tell);
}

TEST_CASE("a scheme beats the naive rules only where it beats each of them") {
    auto panel = clear_market();
    panel.add(vermeil::BacktestRule{"same", "Same"}, std::vector<double>(panel.keys(0)));
    const auto made = vermeil::backtest_report(panel, harm(), small_panel::nobody_closes(30), question);
    CHECK(made.rules[1].against.verdict == Verdict::better);
    CHECK(made.rules[2].against.verdict == Verdict::no_better);
    CHECK(made.verdict() == Verdict::no_better);
}
