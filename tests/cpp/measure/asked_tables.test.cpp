// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/evidence/read_evidence.hpp>
#include <vermeil/measure/asked_tables.hpp>
#include <vermeil/measure/catalogue.hpp>
#include <vermeil/measure/draw.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

const std::string services = "service,provider,regulators\nS1,A,cqc\nS2,B,cqc\n";
const std::string events = "service,event,from\nS1,embargo,2024-10-01\n";

Measure measure_of(ValueSource value) {
    Measure measure;
    measure.id = "asked";
    measure.value = std::move(value);
    return measure;
}

Evidence evidence_of(const std::vector<std::pair<std::string, std::string>>& texts) {
    EvidenceTables tables{{"services", csv::table("services", services)}};
    for (const auto& [name, text] : texts) {
        tables.emplace(name, csv::table(name, text));
    }
    return read_evidence(tables);
}

State state_of(const Measure& measure, const Evidence& evidence, const std::string& service) {
    Rejects rejects;
    const Drawing drawing(evidence, {}, {}, {measure}, rejects);
    const DrawingDay day{Quarter::financial(2024, 3), Date(2024, 12, 31)};
    return drawing.cell(measure, *evidence.find(service), day).state;
}

} // namespace

TEST_CASE("what a measure rests on includes what may speak in the place of its table") {
    CHECK(asked_tables(measure_of(Given{})).empty());
    CHECK(asked_tables(measure_of(CountShare{"leavers"})) == std::vector<std::string>{"counts"});
    CHECK(asked_tables(measure_of(EventOpen{"embargo"})) ==
          std::vector<std::string>{"events", "embargoes", "finance"});
    CHECK(asked_tables(measure_of(EventCount{.event = "deaths", .days = 365, .of_table = true})) ==
          std::vector<std::string>{"deaths"});
    CHECK(asked_tables(measure_of(EventCount{.event = "death", .days = 365, .also = "deaths"})) ==
          std::vector<std::string>{"events", "embargoes", "finance", "deaths"});
    CHECK(asked_tables(measure_of(StandardValue{"package_hours_change"})) ==
          std::vector<std::string>{"packages", "package_changes"});
}

TEST_CASE("each table that can be lost is known to some measure, or no measure reads it") {
    std::set<std::string> asked{"services", "decisions", "embargoes", "actions"}; // what ladders read
    const auto ask = [&](ValueSource value) {
        for (auto& table : asked_tables(measure_of(std::move(value)))) {
            asked.insert(std::move(table));
        }
    };
    ask(SurveyShare{});
    ask(CountShare{});
    ask(EventOpen{"embargo"});
    ask(LatestRating{});
    for (const auto table : report_tables) {
        ask(EventCount{.event = std::string(table), .of_table = true});
    }
    for (const auto& standard : standard_measures()) {
        ask(StandardValue{standard.id});
    }
    for (const auto& schema : evidence_schemas()) {
        CAPTURE(schema.name);
        CHECK(asked.contains(schema.name));
    }
}

TEST_CASE("what rests on a table without one of its columns is unknown, not as if it had not been given") {
    const auto returned = measure_of(CountShare{"leavers"});
    CHECK(state_of(returned, evidence_of({}), "S1") == State::not_submitted);
    const auto broken = evidence_of({{"counts", "service,quarter,count,base\nS1,2024-25 Q3,1,10\n"}});
    CHECK(broken.is_unread("counts"));
    CHECK(unread_table(returned, broken) == "counts");
    CHECK(state_of(returned, broken, "S1") == State::unknown);
}

TEST_CASE("where one of the tables that tell of an event is lost, none is known to be closed, and one that "
          "is told is open") {
    const auto embargo = measure_of(EventOpen{"embargo"});
    CHECK(state_of(embargo, evidence_of({{"events", events}}), "S2") == State::present);
    const auto broken = evidence_of({{"events", events}, {"embargoes", "service,since\nS2,2024-10-01\n"}});
    CHECK(broken.is_unread("embargoes"));
    CHECK(state_of(embargo, broken, "S1") == State::present);
    CHECK(state_of(embargo, broken, "S2") == State::unknown);
}

TEST_CASE("packages without their changes have wrong hours, so that they are not known") {
    const auto care = evidence_of({{"packages", "package,service,from,hours\nP1,S1,2024-04-01,10\n"},
                                   {"package_changes", "from,hours\n2024-10-01,12\n"}});
    CHECK(care.is_unread("package_changes"));
    CHECK_FALSE(care.care.has_packages);
}
