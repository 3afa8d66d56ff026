// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/safeguarding.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of safeguarding stand in the order in which they are read") {
    namespace f = detail::safeguarding_field;
    const std::vector<std::string> names{"service",      "opened_on", "concluded_on", "decision",
                                         "attributable", "known_on",  "incident"};
    REQUIRE(safeguarding_kind().schema.fields.size() == names.size());
    CHECK(safeguarding_kind().schema.name == "safeguarding");
    CHECK(safeguarding_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(safeguarding_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of safeguarding that cannot be is told and refused, and the row stays") {
    const auto evidence =
        sample::evidence_of({{"safeguarding", "service,opened_on,concluded_on,decision,attributable,known_"
                                              "on\nS1,2024-10-01,2024-11-01,proven,yes,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "decision");
    CHECK(evidence.rejects[0].reason == "not one of 'substantiated', 'partly substantiated', 'inconclusive', "
                                        "'not substantiated' or 'ceased'");
    const auto rows = evidence.find_records("safeguarding")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(safeguarding_kind().schema.position("decision")));
}
