// SPDX-License-Identifier: MIT
// Walking forward: each day knows what was known on it and nothing else.

#include "catch.hpp"
#include "evidence_of.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_walk.hpp>

#include <map>
#include <string>
#include <vector>

using vermeil::Date;
using vermeil::Every;

namespace {

const std::vector<std::string> already{"embargo"};

vermeil::BacktestPanel walked(std::map<std::string, std::string> tables, int months = 3) {
    return vermeil::walk(small_panel::scheme(), sample::evidence_of(std::move(tables)),
                         small_panel::months(months), already);
}

const std::string head = "service,provider,event,from,to,known_on\n";
const std::string rated = "service,source,rating,on,known_on\n";

} // namespace

TEST_CASE("the walk stops on the last days of months or quarters") {
    CHECK(vermeil::walk_days(Date(2023, 12, 31), Date(2024, 3, 30), Every::month) ==
          std::vector<Date>{Date(2023, 12, 31), Date(2024, 1, 31), Date(2024, 2, 29)});
    CHECK(vermeil::walk_days(Date(2024, 1, 1), Date(2024, 7, 1), Every::quarter) ==
          std::vector<Date>{Date(2024, 3, 31), Date(2024, 6, 30)});
    CHECK(vermeil::walk_days(Date(2024, 1, 1), Date(2024, 1, 30), Every::month).empty());
    CHECK(vermeil::walk_days(Date(2024, 2, 1), Date(2024, 1, 1), Every::month).empty());
    CHECK_THROWS_WITH(vermeil::walk_days(Date(2024, 1, 1), Date(2024, 2, 1), Every::number),
                      "a walk goes every month or every quarter, not every 'number'");
}

TEST_CASE("history begins with the first event and ends with the last fact of any kind") {
    std::map<std::string, std::string> tables{
        {"events", head + "S1,,concern,2024-02-01,,2024-03-01\n"},
        {"complaints", "service,received_on,kind\nS1,2024-02-20,complaint\n"},
        {"finance", "provider,status,from\nA,trading,2010-01-01\n"},
        {"inspections", rated + "S1,cqc,Good,2015-01-01,2024-05-01\nS1,cqc,Good,2025-02-30,\n"}};
    CHECK(vermeil::history_of(sample::evidence_of(tables)) == std::pair(Date(2024, 3, 1), Date(2024, 5, 1)));
    tables.erase("events");
    CHECK(vermeil::history_of(sample::evidence_of(tables))->first == Date(2024, 2, 20));
    tables.erase("complaints");
    CHECK(vermeil::history_of(sample::evidence_of(tables))->first == Date(2024, 5, 1));
    tables.erase("inspections");
    CHECK_FALSE(vermeil::history_of(sample::evidence_of(tables)));
}

TEST_CASE("on each day a fact counts once it was known, and not before") {
    const auto panel = walked({{"events", head + "S1,,concern,2024-01-10,,2024-02-15\n"},
                               {"inspections", rated + "S2,cqc,Inadequate,2024-02-10,2024-03-20\n"}});
    std::vector<double> first, second;
    for (const auto& row : panel.rows()) {
        if (row.service < 2) {
            (row.service == 0 ? first : second).push_back(row.points);
        }
    }
    CHECK(first == std::vector<double>{0, 1, 1});
    CHECK(second == std::vector<double>{0, 0, 5});
}

TEST_CASE("what comes later changes nothing of what was said before") {
    std::map<std::string, std::string> tables{
        {"events", head + "S1,,concern,2024-01-10,,\nS2,,embargo,2024-01-15,2024-02-10,\n"},
        {"inspections", rated + "S1,cqc,Good,2020-01-01,\n"},
        {"complaints", "service,received_on,kind,known_on\nS3,2024-01-20,complaint,\n"},
        {"counts", "service,quarter,item,count,base,received_on\nS2,2024 Q1,leavers,1,2,2024-01-30\n"}};
    const auto before = walked(tables, 1);
    tables["events"] += "S3,,concern,2024-02-01,,\nS1,,embargo,2024-01-02,,2024-02-01\n";
    tables["inspections"] += "S3,cqc,Inadequate,2024-01-15,2024-02-01\n";
    tables["complaints"] += "S1,2024-02-01,complaint,\nS1,2024-01-15,complaint,2024-02-01\n";
    tables["counts"] += "S1,2024 Q1,leavers,2,2,2024-04-10\nS3,2024 Q1,leavers,2,2,\n";
    const auto after = walked(tables, 1);
    CHECK(before.rows() == after.rows());
    REQUIRE(before.rules().size() == after.rules().size());
    for (std::size_t rule = 0; rule < before.rules().size(); ++rule) {
        CHECK(before.keys(rule) == after.keys(rule));
    }
}

TEST_CASE("a service has rows only while it is open") {
    const auto panel =
        walked({{"services", "service,provider,first_day,last_day\nS1,A,2024-02-10,\nS2,A,,2024-02-15\n"},
                {"events", head}});
    std::vector<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const auto& row : panel.rows()) {
        seen.emplace_back(row.day, row.service);
    }
    CHECK(seen == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}, {1, 0}, {2, 0}});
}

TEST_CASE("who is under an embargo, its own or its provider's, is visited already") {
    const auto panel = walked(
        {{"events", head + "S3,,embargo,2024-01-10,2024-02-10,\n,A,embargo,2024-02-20,,2024-03-10\n"}});
    std::vector<bool> visited;
    for (const auto& row : panel.rows()) {
        visited.push_back(row.is_visited);
    }
    CHECK(visited == std::vector<bool>{false, false, true, false, false, false, true, true, false});
}

TEST_CASE("the scheme visits by level and points, and silence takes nobody off the list") {
    // S1 has two concerns, S3 one, of S2 nobody knows the rating: its word is none of the scale.
    const auto panel = walked({{"events", head + "S1,,concern,2024-01-10,,\nS1,,concern,2024-01-11,,\n"
                                                 "S3,,concern,2024-01-10,,\n"},
                               {"inspections", rated + "S2,cqc,Goood,2024-01-02,\n"}},
                              1);
    const auto& keys = panel.keys(0);
    CHECK(keys[1] > keys[0]);
    CHECK(keys[0] > keys[2]);
    CHECK(panel.levels()[panel.rows()[1].level] == "Not rated");
    CHECK(panel.rules()[0].label == "made-up");
    CHECK(panel.rules()[1].id == "last_rating:cqc");
}
