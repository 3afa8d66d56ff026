// SPDX-License-Identifier: MIT
// From evidence to the measures of a framework.

#include "catch.hpp"
#include "framework/sample.hpp"

#include <vermeil/evidence/read_evidence.hpp>
#include <vermeil/framework/measuring.hpp>

#include <string>
#include <vector>

namespace {

using vermeil::State;

vermeil::Evidence evidence() {
    vermeil::EvidenceTables tables;
    tables.emplace("services", vermeil::Frame("services.csv",
                                              {vermeil::text_column("service", {"P2", "P1", "P3"}),
                                               vermeil::text_column("provider", {"B", "A", "B"}),
                                               vermeil::text_column("last_day", {"", "", "2024-09-30"})}));
    tables.emplace(
        "survey_counts",
        vermeil::Frame("survey.csv",
                       {vermeil::text_column("service", {"P1", "P1", "P2"}),
                        vermeil::text_column("quarter", {"2024-25 Q2", "2024-25 Q2", "2024-25 Q3"}),
                        vermeil::text_column("item", {"dignity", "dignity", "dignity"}),
                        vermeil::text_column("answer", {"agree", "disagree", "splendid"}),
                        vermeil::text_column("count", {"30", "10", "2"})}));
    tables.emplace("inspections", vermeil::Frame("inspections.csv",
                                                 {vermeil::text_column("service", {"P1", "P1"}),
                                                  vermeil::text_column("source", {"cqc", "cqc"}),
                                                  vermeil::text_column("rating", {"Good", "Poor"}),
                                                  vermeil::text_column("on", {"2024-02-01", "2025-02-01"})}));
    return vermeil::read_evidence(tables);
}

const auto quarter = vermeil::Quarter::financial(2024, 3);

} // namespace

TEST_CASE("measures are drawn for the services open at the quarter's end, in the order of their ids") {
    const auto measured = vermeil::measure(vermeil::Framework(sample::rules()), evidence(), quarter);
    CHECK(measured.table.services() == std::vector<std::string>{"P1", "P2"});
    CHECK(measured.table.quarter() == quarter);
    CHECK(measured.table.ids() == std::vector<std::string>{"dignity", "inspection"});
}

TEST_CASE("facts of later days do not count, and an inspection that never was is awaited") {
    const auto measured = vermeil::measure(vermeil::Framework(sample::rules()), evidence(), quarter);
    CHECK(measured.table.find("inspection")->cell(0).value == 1);
    CHECK(measured.table.find("inspection")->cell(1).state == State::not_yet_inspected);
    const auto later = vermeil::measure(vermeil::Framework(sample::rules()), evidence(),
                                        vermeil::Quarter::financial(2024, 4));
    CHECK(later.table.find("inspection")->cell(0).value == 2);
}

TEST_CASE("an answer that the framework does not know is rejected with its row") {
    const auto measured = vermeil::measure(vermeil::Framework(sample::rules()), evidence(), quarter);
    REQUIRE(measured.rejects.size() == 1);
    CHECK(measured.rejects[0].source == "survey.csv");
    CHECK(measured.rejects[0].row == 4);
    CHECK(measured.rejects[0].value == "splendid");
}

TEST_CASE("a value is carried forward as far as the framework lets it, with its age") {
    auto rules = sample::rules();
    CHECK(vermeil::measure(vermeil::Framework(rules), evidence(), quarter)
              .table.find("dignity")
              ->cell(0)
              .state == State::not_submitted);
    rules.missing.of(State::not_submitted) = {vermeil::Policy::carry_forward, "", 2};
    const vermeil::Framework framework(rules);
    const auto carried = vermeil::measure(framework, evidence(), quarter).table.find("dignity")->cell(0);
    CHECK(carried.state == State::present);
    CHECK(carried.value == 0.75);
    CHECK(vermeil::carried_quarters(carried.flags) == 1);
    const auto old = vermeil::measure(framework, evidence(), quarter + 2).table.find("dignity")->cell(0);
    CHECK(old.state == State::not_submitted);
}

TEST_CASE("a carried value keeps the day of its evidence, and the table its own") {
    auto rules = sample::rules();
    rules.missing.of(State::not_submitted) = {vermeil::Policy::carry_forward, "", 2};
    const vermeil::Framework framework(rules);
    const auto table = vermeil::measure(framework, evidence(), quarter).table;
    CHECK(table.find("dignity")->cell(0).day == vermeil::day_number((quarter - 1).last_day()));
    CHECK(table.as_of() == quarter.last_day());
    const vermeil::Date day(2024, 11, 30);
    CHECK(vermeil::measure(framework, evidence(), quarter, day).table.as_of() == day);
}

TEST_CASE("a value is carried forward while its evidence is young enough in days") {
    auto rules = sample::rules();
    const auto age = vermeil::day_number(quarter.last_day()) - vermeil::day_number((quarter - 1).last_day());
    auto& rule = rules.missing.of(State::not_submitted);
    rule = {vermeil::Policy::carry_forward, "", 0, "", static_cast<std::uint32_t>(age)};
    const auto drawn = [&] {
        return vermeil::measure(vermeil::Framework(rules), evidence(), quarter)
            .table.find("dignity")
            ->cell(0);
    };
    CHECK(drawn().state == State::present);
    CHECK(vermeil::carried_quarters(drawn().flags) == 1);
    --rule.days;
    CHECK(drawn().state == State::not_submitted);
}

TEST_CASE("where a measure is unknown, the table says what happened") {
    auto rules = sample::rules();
    rules.indicators[0].measure.value = vermeil::CountShare{"leavers"};
    rules.indicators[1].measure.value = vermeil::EventCount{"default_notice", 90};
    rules.indicators[1].scale = vermeil::LinearScale{{{0, 100}, {1, 0}}};
    vermeil::EvidenceTables tables;
    tables.emplace("services",
                   vermeil::Frame("services.csv", {vermeil::text_column("service", {"P1", "P2"}),
                                                   vermeil::text_column("provider", {"A", "B"})}));
    tables.emplace(
        "counts", vermeil::Frame("counts.csv", {vermeil::text_column("service", {"P1", "P2"}),
                                                vermeil::text_column("quarter", {"2024-25 Q3", "2024-25 Q3"}),
                                                vermeil::text_column("item", {"leavers", "leavers"}),
                                                vermeil::text_column("count", {"", "9"}),
                                                vermeil::text_column("base", {"", "4"}),
                                                vermeil::text_column("state", {"unknown", ""})}));
    const auto table =
        vermeil::measure(vermeil::Framework(rules), vermeil::read_evidence(tables), quarter).table;
    CHECK(table.unknown_cause(0, "dignity") == "returned as unknown");
    CHECK(table.unknown_cause(1, "dignity") == "a row of counts was refused, see the rejects");
    CHECK(table.unknown_cause(0, "inspection") == "no table of events was given");
}
