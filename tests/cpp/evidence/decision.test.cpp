// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/decision.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of decisions stand in the order in which they are read") {
    namespace f = detail::decision_field;
    const std::vector<std::string> names{"service", "provider", "ladder", "step",      "on",
                                         "role",    "reason",   "seen",   "review_on", "known_on"};
    REQUIRE(decision_kind().schema.fields.size() == names.size());
    CHECK(decision_kind().schema.name == "decisions");
    CHECK(decision_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(decision_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a decision needs a day, a role and a reason, and its review cannot come before it") {
    const auto evidence = sample::evidence_of(
        {{"decisions",
          "service,step,on,role,reason,review_on\nS1,plan,2024-10-01,,late visits,2024-09-01\n"}});
    REQUIRE(evidence.rejects.size() == 2);
    CHECK(evidence.rejects[0].column == "role");
    CHECK(evidence.rejects[0].reason == "empty, and this column must be filled");
    CHECK(evidence.rejects[1].reason == "lies before on, 2024-10-01");
    CHECK_FALSE(evidence.find_records("decisions")->of("S1")[0].refused);
}
