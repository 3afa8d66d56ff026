// SPDX-License-Identifier: MIT
// A back-test from evidence to report.

#include "catch.hpp"
#include "evidence_of.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

using vermeil::BacktestOptions;
using vermeil::Date;

namespace {

const std::map<std::string, std::string> tables{
    {"services", "service,provider,last_day\nS1,A,\nS2,A,2024-07-15\nS3,B,\n"},
    {"events", "service,event,from\nS1,concern,2023-01-10\nS1,concern,2024-03-10\nS3,note,2025-12-31\n"},
    {"inspections", "service,source,rating,on\nS1,cqc,Inadequate,2024-05-10\nS1,cqc,Good,2019-01-01\n"}};

vermeil::Backtest tested(BacktestOptions options = {}) {
    return vermeil::backtest(small_panel::scheme(), sample::evidence_of(tables), std::move(options));
}

} // namespace

TEST_CASE("a back-test walks through the whole history and looks for the default outcomes") {
    const auto made = tested();
    CHECK(*made.options.first == Date(2023, 1, 10));
    CHECK(*made.options.last == Date(2025, 12, 31));
    CHECK(made.panel.days().size() == 36);
    CHECK(made.options.outcomes == std::vector<std::string>{"rating:cqc=Inadequate", "exit", "closure"});
    REQUIRE(made.reports.size() == 4);
    CHECK(made.reports[0].outcome == "any");
    CHECK(made.reports[0].report.counts.events == 2);
    CHECK(made.reports[1].report.counts.events == 1);
    CHECK(made.reports[2].report.counts.events == 0);
    CHECK(made.reports[3].report.counts.events == 1);
}

TEST_CASE("one outcome is reported once") {
    const auto made = tested({.outcomes = {"rating:cqc"}, .every = vermeil::Every::quarter});
    REQUIRE(made.reports.size() == 1);
    CHECK(made.panel.days().size() == 12);
    // The lists of March 2024 and before: S1 has more points than the others, and leads since the first within the horizon.
    const auto& list = made.reports[0].report.rules[0].lists[0];
    CHECK(list.recall.hits() == 1);
    CHECK(*list.median_lead() == 315); // since 30 June 2023
}

TEST_CASE("the scheme's own outcomes are looked for, and those that are asked for override them") {
    auto rules = small_panel::scheme().framework().rules();
    rules.outcomes.emplace_back().closure = true;
    const vermeil::RiskScheme scheme{vermeil::Framework(rules)};
    const auto evidence = sample::evidence_of(tables);
    CHECK(vermeil::backtest(scheme, evidence).options.outcomes == std::vector<std::string>{"closure"});
    CHECK(vermeil::backtest(scheme, evidence, {.outcomes = {"exit"}}).options.outcomes ==
          std::vector<std::string>{"exit"});
}

TEST_CASE(
    "an outcome that is nearly an event of the history is a slip of the pen; one far from all is none yet") {
    CHECK_THROWS_WITH(tested({.outcomes = {"event:nota"}}),
                      "the history has no event 'nota'; did you mean 'note'?");
    CHECK(tested({.outcomes = {"event:contract_ended"}}).reports[0].report.counts.events == 0);
}

TEST_CASE("options that cannot be are refused") {
    CHECK_THROWS_WITH(tested({.horizon = 0}), "a horizon of 0 months foretells nothing: give 1 or more");
    CHECK_THROWS_WITH(
        tested({.capacities = {5, 5}}),
        "how many services can be visited must be whole numbers from 1, each above the one before");
    CHECK_THROWS(tested({.capacities = {}}));
    CHECK_THROWS(tested({.capacities = {0, 5}}));
    CHECK_THROWS_WITH(tested({.least_events = 1}),
                      "at least 2 harmed services are needed to tell anything: least_events is 1");
    CHECK_THROWS_WITH(tested({.first = Date(2024, 2, 1), .last = Date(2024, 1, 1)}),
                      "the history cannot end on 2024-01-01, before it begins on 2024-02-01");
    CHECK_THROWS(tested({.outcomes = {"flood"}}));
}

TEST_CASE("evidence without a day is no history") {
    CHECK_THROWS_WITH(vermeil::backtest(small_panel::scheme(), sample::evidence_of({})),
                      "there is no history: no event, report or inspection has a day");
}

TEST_CASE("a panel of one's own is tried against outcomes of one's own") {
    BacktestOptions options;
    options.last = Date(2024, 12, 31);
    options.horizon = 3;
    const auto made =
        vermeil::backtest(small_panel::panel({{2, 1}}),
                          {{"fall", "that later fell", {small_panel::from(Date(2024, 2, 10)), {}}}},
                          small_panel::nobody_closes(2), options);
    REQUIRE(made.reports.size() == 1);
    CHECK(*made.reports[0].report.rules[0].area.area() == 1);
    CHECK_THROWS_WITH(
        vermeil::backtest(small_panel::panel({{2, 1}}), {}, small_panel::nobody_closes(2), options),
        "a back-test needs an outcome and the last day of the history");
}
