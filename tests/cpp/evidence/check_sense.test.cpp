// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "checks_of.hpp"

#include <vermeil/evidence/check_sense.hpp>

#include <string>
#include <vector>

using namespace vermeil;
using sample::check_of;
using sample::told;
using Lines = std::vector<std::string>;

TEST_CASE("technology is not taken up where none was offered") {
    const auto found = check_of({{"technology_offers", "service,person,on,offered,taken_up\n"
                                                       "S2,p,2024-10-01,no,yes\n"
                                                       "S2,q,2024-10-01,yes,yes\n"
                                                       "S2,r,2024-10-01,no,no\n"
                                                       "S2,s,2024-10-01,no,\n"}});
    CHECK(told(found) == Lines{"2 taken_up: taken up, and the row says that nothing was offered"});
    CHECK(sample::tally(found, "technology_offers").flagged == 1);
}

TEST_CASE("care does not start where the service declined or the request fell away") {
    const auto found = check_of({{"referrals", "service,person,referred_on,answer,started_on,withdrawn_on\n"
                                               "S2,p,2024-10-01,Declined,2024-10-05,\n"
                                               "S2,q,2024-10-01,accepted,2024-10-05,2024-10-04\n"
                                               "S2,r,2024-10-01,accepted,2024-10-05,\n"
                                               "S2,s,2024-10-01,declined,,2024-10-04\n"}});
    CHECK(told(found) == Lines{"2 started_on: care started, and the service had declined",
                               "3 withdrawn_on: the request fell away, and the row says that care started"});
}

TEST_CASE("an outcome is that of a complaint which was concluded") {
    const auto found = check_of({{"complaints", "service,received_on,kind,concluded_on,outcome\n"
                                                "S2,2024-10-01,complaint,,upheld\n"
                                                "S2,2024-10-02,compliment,2024-10-03,upheld\n"
                                                "S2,2024-10-03,complaint,2024-11-01,upheld\n"
                                                "S2,2024-10-04,complaint,,\n"}});
    CHECK(told(found) ==
          Lines{"2 outcome: has an outcome, and no day on which it was concluded: it counts as open",
                "3 outcome: a compliment has no outcome; was it a complaint?"});
}

TEST_CASE("an item has no more answers than there are forms, usable before returned before sent") {
    const std::string counts = "service,quarter,item,answer,count\n"
                               "S2,2024-25 Q3,dignity,agree,6\n"
                               "S2,2024-25 Q3,dignity,disagree,4\n"
                               "S2,2024-25 Q3,safe,agree,9\n";
    const auto found = [&](const std::string& base) {
        return told(check_of({{"survey_counts", counts},
                              {"survey_base", "service,quarter,sent,returned,usable\nS2," + base + "\n"}}));
    };
    CHECK(found("2024-25 Q3,20,10,9") ==
          Lines{"2 count: the answers to this item come to 10, and of the forms 9 are usable",
                "3 count: the answers to this item come to 10, and of the forms 9 are usable"});
    CHECK(found("2024-25 Q3,20,8,").front() ==
          "2 count: the answers to this item come to 10, and of the forms 8 are returned");
    CHECK(found("2024-25 Q3,20,,").empty());
    CHECK(found("2024-25 Q3,,,10").empty());
    CHECK(found("2024-25 Q2,20,10,9").empty());
}
