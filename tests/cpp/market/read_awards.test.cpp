// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/read_awards.hpp>

#include <vector>

using namespace vermeil;

namespace {

const ZoneId north("north");
const ZoneId south("south");

} // namespace

TEST_CASE("each column of an award is read into its place") {
    Rejects rejects;
    const auto read =
        read_awards(csv::table("awards.csv", "provider,lot,tier,from,to,zones,rank\n"
                                             "P1,L1,tier 1,2024-04-01,2025-03-31,north;south,2\n"),
                    rejects);
    CHECK(rejects.empty());
    REQUIRE(read.size() == 1);
    CHECK(read[0] == Award(ProviderId("P1"), LotId("L1"), TierId("tier 1"),
                           Period(Date(2024, 4, 1), Date(2025, 3, 31)), {north, south}, Rank(2)));
}

TEST_CASE("bad rows of awards are rejects with their column") {
    Rejects rejects;
    const auto read = read_awards(csv::table("awards.csv", "provider,lot,tier,from,to,zones,rank\n"
                                                           "P1,L1,tier 1,2024-04-01,,,0\n"
                                                           "P1,L1,tier 1,2024-04-01,,,1.5\n"
                                                           "P1,L1,tier 1,2024-04-01,2024-03-01,,\n"
                                                           "P1,L1,,2024-04-01,,,\n"
                                                           "P1,L1,tier 1,2024-04-01,,north;north,\n"),
                                  rejects);
    CHECK(read.empty());
    REQUIRE(rejects.size() == 5);
    CHECK(rejects[0] == Reject{"awards.csv", 2, "rank", "0", "ranks are counted from 1"});
    CHECK(rejects[1].reason == "not a whole number of 0 or more");
    CHECK(rejects[2].reason == "a period cannot end on 2024-03-01, before it begins on 2024-04-01");
    CHECK(rejects[3].column == "tier");
    CHECK(rejects[4].reason == "'north' stands twice");
}
