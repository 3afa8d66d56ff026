// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/embargo.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of embargoes stand in the order in which they are read") {
    namespace f = detail::embargo_field;
    const std::vector<std::string> names{"service", "provider", "from",      "to",
                                         "role",    "reason",   "review_on", "known_on"};
    REQUIRE(embargo_kind().schema.fields.size() == names.size());
    CHECK(embargo_kind().schema.name == "embargoes");
    CHECK(embargo_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(embargo_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("an embargo lifted before it was set is told, and nobody can say whether it is in force") {
    const auto evidence = sample::evidence_of(
        {{"embargoes", "service,from,to,role,reason\nS1,2024-10-01,2024-09-01,director,missed visits\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "to");
    CHECK(evidence.rejects[0].reason == "lies before from, 2024-10-01");
    CHECK(evidence.find_records("embargoes")->of("S1")[0].refused);
}
