// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/system.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of systems stand in the order in which they are read") {
    namespace f = detail::system_field;
    const std::vector<std::string> names{"service",   "on",      "care_plans", "medication_records",
                                         "rostering", "known_on"};
    REQUIRE(system_kind().schema.fields.size() == names.size());
    CHECK(system_kind().schema.name == "systems");
    CHECK(system_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(system_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of systems that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"systems",
          "service,on,care_plans,medication_records,rostering,known_on\nS1,2024-10-01,yes,most,no,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "medication_records");
    CHECK(evidence.rejects[0].reason == "not 'yes' or 'no'");
    const auto rows = evidence.find_records("systems")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(system_kind().schema.position("medication_records")));
}
