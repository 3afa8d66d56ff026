// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/death.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of deaths stand in the order in which they are read") {
    namespace f = detail::death_field;
    const std::vector<std::string> names{"service",      "on",       "concluded_on",
                                         "attributable", "known_on", "incident"};
    REQUIRE(death_kind().schema.fields.size() == names.size());
    CHECK(death_kind().schema.name == "deaths");
    CHECK(death_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(death_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of deaths that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"deaths", "service,on,concluded_on,attributable,known_on\nS1,2024-10-01,2024-11-01,perhaps,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "attributable");
    CHECK(evidence.rejects[0].reason == "not 'yes' or 'no'");
    const auto rows = evidence.find_records("deaths")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(death_kind().schema.position("attributable")));
}
