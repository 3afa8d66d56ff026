// SPDX-License-Identifier: MIT
#include "catch.hpp"

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
