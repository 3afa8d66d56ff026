// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/award.hpp>

#include <optional>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

const ZoneId north("north");
const ZoneId south("south");

Award award_in(std::vector<ZoneId> zones, Period period = Period(Date(2024, 4, 1)),
               const std::string& provider = "P1") {
    return {ProviderId(provider), LotId("L1"), TierId("tier 1"), period, std::move(zones)};
}

} // namespace

TEST_CASE("ranks are counted from 1") {
    CHECK_THROWS_WITH(Rank(0), "ranks are counted from 1");
    CHECK(Rank(1) < Rank(2));
}

TEST_CASE("an award refuses a zone named twice") {
    CHECK_THROWS_WITH(award_in({north, north}),
                      "the award of 'P1' in the lot 'L1' names the zone 'north' twice");
}

TEST_CASE("an award without zones holds in every zone") {
    CHECK(award_in({}).covers(north));
    CHECK(award_in({north}).covers(north));
    CHECK_FALSE(award_in({north}).covers(south));
}

TEST_CASE("awards overlap where they share provider, lot, zone and day") {
    const Period spring(Date(2024, 4, 1), Date(2024, 6, 30));
    const Period summer(Date(2024, 7, 1));
    CHECK(award_in({north}).overlaps(award_in({north, south})));
    CHECK(award_in({}).overlaps(award_in({north})));
    CHECK_FALSE(award_in({north}).overlaps(award_in({south})));
    CHECK_FALSE(award_in({}, spring).overlaps(award_in({}, summer)));
    CHECK_FALSE(award_in({}).overlaps(award_in({}, Period(Date(2024, 4, 1)), "P2")));
}
