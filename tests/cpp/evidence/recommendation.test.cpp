// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/recommendation.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of recommendations stand in the order in which they are read") {
    namespace f = detail::recommendation_field;
    const std::vector<std::string> names{"service",      "person",      "proposed_on",   "by",
                                         "hours_before", "hours_after", "carers_before", "carers_after",
                                         "decision",     "decided_on",  "effective_on",  "reversed_on",
                                         "reason",       "known_on"};
    REQUIRE(recommendation_kind().schema.fields.size() == names.size());
    CHECK(recommendation_kind().schema.name == "recommendations");
    CHECK(recommendation_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(recommendation_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of recommendations that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"recommendations", "service,person,proposed_on,by,hours_before,hours_after,carers_before,carers_"
                             "after,decision,decided_on,effective_on,reversed_on,reason,known_on\nS1,P1,2024-"
                             "10-01,council,10,-1,2,1,accepted,2024-10-02,2024-10-03,,,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "hours_after");
    CHECK(evidence.rejects[0].reason == "below 0");
    const auto rows = evidence.find_records("recommendations")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(recommendation_kind().schema.position("hours_after")));
}
