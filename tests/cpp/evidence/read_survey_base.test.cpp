// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/evidence/read_survey_base.hpp>

using namespace vermeil;

TEST_CASE("each column of a survey's base is read into its place") {
    const auto evidence =
        sample::evidence_of({{"survey_base", "service,quarter,sent,undelivered,returned,usable,survey\n"
                                             "S1,2024-25 Q3,40,2,15,14,home-care\n"}});
    CHECK(evidence.rejects.empty());
    REQUIRE(evidence.survey_bases.size() == 1);
    const auto& base = evidence.survey_bases[0];
    CHECK(base.survey == "home-care");
    CHECK(base.sent == 40U);
    CHECK(base.undelivered == 2U);
    CHECK(base.returned == 15U);
    CHECK(base.usable == 14U);
}

TEST_CASE("what is not known of a survey's base is left out") {
    const auto evidence =
        sample::evidence_of({{"survey_base", "service,quarter,returned\nS1,2024-25 Q3,15\n"}});
    CHECK(evidence.rejects.empty());
    CHECK_FALSE(evidence.survey_bases.at(0).sent);
    CHECK(response_rate(evidence.survey_bases[0]).state() == State::unknown);
}

TEST_CASE("bases of two surveys of one quarter stand beside each other") {
    const auto evidence = sample::evidence_of({{"survey_base", "service,quarter,returned,survey\n"
                                                               "S1,2024-25 Q3,15,yearly\n"
                                                               "S1,2024-25 Q3,5,monthly\n"}});
    CHECK(evidence.rejects.empty());
    CHECK(evidence.survey_bases.size() == 2);
}
