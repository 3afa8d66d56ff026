// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/read_lots.hpp>

#include <vector>

using namespace vermeil;

namespace {

const LotId lot_id("L1");
const ContractId contract_id("C1");
const TierId first("tier 1");
const TierId second("tier 2");

} // namespace

TEST_CASE("a lot is read with its tiers and zones in order") {
    Rejects rejects;
    const auto read = read_lots(
        csv::table("lots.csv", "lot,contract,tiers,zones,name\nL1,C1,tier 1; tier 2,north;south,Home care\n"),
        rejects);
    CHECK(rejects.empty());
    REQUIRE(read.size() == 1);
    CHECK(read[0] ==
          Lot(lot_id, contract_id, {first, second}, {ZoneId("north"), ZoneId("south")}, "Home care"));
}

TEST_CASE("bad rows of lots are rejects with their column") {
    Rejects rejects;
    const auto read = read_lots(csv::table("lots.csv", "lot,contract,tiers,zones\n"
                                                       "A,C1,,\n"
                                                       "B,C1,;,\n"
                                                       "C,C1,tier 1;tier 1,\n"
                                                       "D,C1,all,north;north\n"
                                                       "E,,all,\n"),
                                rejects);
    CHECK(read.empty());
    REQUIRE(rejects.size() == 5);
    CHECK(rejects[0].reason == "empty, and this column must be filled");
    CHECK(rejects[1] == Reject{"lots.csv", 3, "tiers", ";",
                               "the lot 'B' has no tier; a lot without tiers needs one, such as 'all'"});
    CHECK(rejects[2] == Reject{"lots.csv", 4, "tiers", "tier 1;tier 1", "'tier 1' stands twice"});
    CHECK(rejects[3].column == "zones");
    CHECK(rejects[4].column == "contract");
}
