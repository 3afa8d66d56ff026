// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/outcome.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of outcomes stand in the order in which they are read") {
    namespace f = detail::outcome_field;
    const std::vector<std::string> names{"service", "person",         "on",      "set",
                                         "met",     "community_link", "known_on"};
    REQUIRE(outcome_kind().schema.fields.size() == names.size());
    CHECK(outcome_kind().schema.name == "outcomes");
    CHECK(outcome_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(outcome_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of outcomes that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"outcomes", "service,person,on,set,met,community_link,known_on\nS1,P1,2024-10-01,3,4,yes,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "met");
    CHECK(evidence.rejects[0].reason == "more than set, 3");
    const auto rows = evidence.find_records("outcomes")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(outcome_kind().schema.position("met")));
}
