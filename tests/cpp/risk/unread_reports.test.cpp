// SPDX-License-Identifier: MIT
// Tables that a scheme does not ask about.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/risk/unread_reports.hpp>

#include <vector>

using namespace vermeil;

namespace {

std::vector<Measure> asking(EventCount count) {
    std::vector<Measure> measures(1);
    measures[0].value = std::move(count);
    return measures;
}

Rejects doubts(const std::vector<Measure>& measures) {
    Rejects rejects;
    doubt_unread_reports(measures,
                         sample::evidence_of({{"deaths", "service,on\nS1,2024-10-01\nS2,2024-10-02\n"},
                                              {"concerns", "service,raised_on\n"}}),
                         rejects);
    return rejects;
}

} // namespace

TEST_CASE("a table of reports that no measure asks for is told once, with its rows") {
    const auto told = doubts(asking({"unexpected_death", 365}));
    REQUIRE(told.size() == 1);
    CHECK(told[0].reason == "table deaths has 2 rows that no measure asks for");
    CHECK(told[0].kept);
}

TEST_CASE("one that a measure asks for, alone or beside events, is not told") {
    EventCount alone{"deaths", 365};
    alone.of_table = true;
    CHECK(doubts(asking(alone)).empty());
    EventCount beside{"unexpected_death", 365};
    beside.also = "deaths";
    CHECK(doubts(asking(beside)).empty());
}
