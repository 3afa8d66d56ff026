// SPDX-License-Identifier: MIT
// What became of each service, as evidence tells it.

#include "catch.hpp"
#include "evidence_of.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_history.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

using Spell = vermeil::OutcomeSpells::Spell;
using Spells = std::vector<Spell>;
using vermeil::Date;

namespace {

const Date last(2024, 12, 31);

/// The spells of S1, S2 and S3.
std::vector<Spells> spells(const std::string& outcome, std::map<std::string, std::string> tables) {
    const auto asked = vermeil::parse_outcome(outcome, small_panel::scheme().framework().rules());
    std::vector<Spells> found;
    for (const auto& each : vermeil::outcome_spells(sample::evidence_of(std::move(tables)), asked, last)) {
        found.push_back(each.all());
    }
    return found;
}

std::vector<Spells> rated(const std::string& rows) {
    return spells("rating:cqc",
                  {{"inspections", "service,source,rating,on,known_on,standard,form\n" + rows}});
}

} // namespace

TEST_CASE("a rating falls on the day it is given and stands until a better one") {
    const auto found = rated("S1,cqc,Good,2022-01-01,,,\nS1,cqc,Inadequate,2024-01-10,2024-02-20,,\n"
                             "S1,CQC,Inadequate,2024-04-01,,,\nS1,cqc,Requires improvement,2024-06-01,,,\n"
                             "S1,cqc,Inadequate,2024-09-01,,,\nS2,cqc,Good,2024-01-01,,,\n");
    CHECK(found[0] == Spells{{Date(2024, 1, 10), Date(2024, 6, 1)}, {Date(2024, 9, 1), std::nullopt}});
    CHECK(found[1].empty());
    CHECK(found[2].empty());
}

TEST_CASE("a first rating counts, and of two ratings on one day the worse one") {
    const auto found = rated("S1,cqc,Inadequate,2024-03-01,,,\nS1,cqc,Good,2024-03-01,,,\n");
    CHECK(found[0] == Spells{{Date(2024, 3, 1), std::nullopt}});
}

TEST_CASE("other sources, single standards, own ratings and what became known too late are no falls") {
    const auto found =
        rated("S1,pamms,Inadequate,2024-03-01,,,\nS1,cqc,Inadequate,2024-03-01,,safe,\n"
              "S1,cqc,Inadequate,2024-03-01,,,self\nS1,cqc,Inadequate,2024-12-20,2025-01-05,,\n"
              "S1,cqc,Inadeqate,2024-03-01,,,\nS2,cqc,Inadequate,2024-02-30,,,\n");
    CHECK(found == std::vector<Spells>(3));
}

TEST_CASE("an event stands for good, at all services of a provider where it is the provider's") {
    const auto found = spells("event:contract_ended", {{"events", "service,provider,event,from,to\n"
                                                                  "S3,,contract_ended,2024-05-01,2024-05-02\n"
                                                                  ",A,contract_ended,2024-07-01,\n"
                                                                  "S3,,embargo,2024-01-01,\n"
                                                                  "S3,,contract_ended,2024-01-40,\n"
                                                                  "S3,,contract_ended,2025-01-01,\n"}});
    CHECK(found[0] == Spells{{Date(2024, 7, 1), std::nullopt}});
    CHECK(found[1] == found[0]);
    CHECK(found[2] == Spells{{Date(2024, 5, 1), std::nullopt}});
}

TEST_CASE("an event that is looked into is an outcome once it was found to be so") {
    const auto found = spells(
        "event:abuse",
        {{"events", "service,event,from,review,concluded_on\n"
                    "S1,abuse,2024-05-01,under review,\nS1,abuse,2024-06-01,not upheld,2024-07-01\n"
                    "S2,abuse,2024-05-01,upheld,2024-08-01\nS3,abuse,2024-05-01,upheld,2025-01-01\n"}});
    CHECK(found[0].empty());
    CHECK(found[1] == Spells{{Date(2024, 5, 1), std::nullopt}});
    CHECK(found[2].empty());
}

TEST_CASE("an exit for cause is an outcome and a contract that ran out is none") {
    const auto found =
        spells("exit", {{"exits", "service,provider,on,kind\nS1,,2024-03-01,forced termination\n"
                                  "S2,,2024-03-01,contract ran out\n,B,2024-04-01,business failure\n"}});
    CHECK(found[0] == Spells{{Date(2024, 3, 1), std::nullopt}});
    CHECK(found[1].empty());
    CHECK(found[2] == Spells{{Date(2024, 4, 1), std::nullopt}});
    CHECK(spells("exit", {}) == std::vector<Spells>(3));
}

TEST_CASE("a service closes on its last day unless another took over from it") {
    const auto found =
        spells("closure", {{"services", "service,provider,last_day,predecessors\nS1,A,2024-06-30,\n"
                                        "S2,A,2024-06-30,\nS3,A,,S2\nS4,A,2025-01-31,\n"}});
    CHECK(found[0] == Spells{{Date(2024, 6, 30), std::nullopt}});
    CHECK(found[1].empty());
    CHECK(found[3].empty());
}
