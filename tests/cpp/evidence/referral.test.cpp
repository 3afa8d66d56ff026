// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/referral.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of referrals stand in the order in which they are read") {
    namespace f = detail::referral_field;
    const std::vector<std::string> names{"service",          "person",        "referred_on", "answer",
                                         "answered_on",      "planned_start", "started_on",  "withdrawn_on",
                                         "delays_discharge", "interim_care",  "reason",      "known_on"};
    REQUIRE(referral_kind().schema.fields.size() == names.size());
    CHECK(referral_kind().schema.name == "referrals");
    CHECK(referral_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(referral_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("a cell of referrals that cannot be is told and refused, and the row stays") {
    const auto evidence = sample::evidence_of(
        {{"referrals", "service,person,referred_on,answer,answered_on,planned_start,started_on,withdrawn_on,"
                       "delays_discharge,interim_care,reason,known_on\nS1,P1,2024-10-01,accepted,2024-10-02,"
                       "2024-10-09,2024-09-30,,,,,\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].column == "started_on");
    CHECK(evidence.rejects[0].reason == "lies before referred_on, 2024-10-01");
    const auto rows = evidence.find_records("referrals")->of("S1");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_refused(referral_kind().schema.position("started_on")));
}
