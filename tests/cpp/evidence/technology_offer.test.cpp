// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/technology_offer.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of technology_offers stand in the order in which they are read") {
    namespace f = detail::technology_offer_field;
    const std::vector<std::string> names{"service", "person", "on", "offered", "taken_up", "known_on"};
    REQUIRE(technology_offer_kind().schema.fields.size() == names.size());
    CHECK(technology_offer_kind().schema.name == "technology_offers");
    CHECK(technology_offer_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(technology_offer_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of technology_offers that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"technology_offers", "service,person,on,offered,taken_up,known_on\nS1,P1,2024-10-01,,yes,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "offered");
    CHECK(evidence.rejects[0].reason == "empty, and this column must be filled");
    const auto rows = evidence.find_records("technology_offers")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(technology_offer_kind().schema.position("offered")));
}
