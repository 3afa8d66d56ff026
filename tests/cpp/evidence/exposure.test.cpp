// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/exposure.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of exposures stand in the order in which they are read") {
    namespace f = detail::exposure_field;
    const std::vector<std::string> names{"service", "quarter",     "hours",      "people",
                                         "due_on",  "received_on", "reminded_on"};
    REQUIRE(exposure_kind().schema.fields.size() == names.size());
    CHECK(exposure_kind().schema.name == "exposures");
    CHECK(exposure_kind().schema.position("reminded_on") == std::size_t{f::reminded_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(exposure_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of exposures that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"exposures",
          "service,quarter,hours,people,due_on,received_on,reminded_on\nS1,2024-25 Q3,many,5,,,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "hours");
    CHECK(evidence.rejects[0].reason == "not a number");
    const auto rows = evidence.find_records("exposures")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(exposure_kind().schema.position("hours")));
}
