// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/lot.hpp>

#include <vector>

using namespace vermeil;

namespace {

const LotId lot_id("L1");
const ContractId contract_id("C1");
const TierId first("tier 1");
const TierId second("tier 2");

} // namespace

TEST_CASE("a lot refuses to have no tier, and a tier or zone named twice") {
    CHECK_THROWS_WITH(Lot(lot_id, contract_id, {}),
                      "the lot 'L1' has no tier; a lot without tiers needs one, such as 'all'");
    CHECK_THROWS_WITH(Lot(lot_id, contract_id, {first, second, first}),
                      "the lot 'L1' names the tier 'tier 1' twice");
    CHECK_THROWS_WITH(Lot(lot_id, contract_id, {first}, {ZoneId("north"), ZoneId("north")}),
                      "the lot 'L1' names the zone 'north' twice");
}

TEST_CASE("the lot says in which order its tiers are offered work") {
    const Lot lot(lot_id, contract_id, {second, first});
    CHECK(lot.order_of(second) == 0U);
    CHECK(lot.order_of(first) == 1U);
    CHECK_FALSE(lot.order_of(TierId("tier 3")).has_value());
}

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
