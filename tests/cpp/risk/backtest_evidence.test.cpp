// SPDX-License-Identifier: MIT
// Evidence as it stood on an earlier day.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/risk/backtest_evidence.hpp>

#include <map>
#include <string>

using vermeil::Date;

namespace {

const Date day(2024, 8, 31);

vermeil::Evidence known(std::map<std::string, std::string> tables) {
    return vermeil::evidence_known_on(sample::evidence_of(std::move(tables)), day);
}

} // namespace

TEST_CASE("a fact is known from known_on, or else from the day it happened") {
    const auto found =
        known({{"events", "service,event,from,known_on\nS1,a,2024-08-31,\nS1,b,2024-09-01,\n"
                          "S1,c,2024-08-01,2024-09-01\nS1,d,2024-10-01,2024-08-01\n"},
               {"inspections", "service,source,rating,on,known_on\nS1,cqc,Good,2024-08-01,2024-08-31\n"
                               "S1,cqc,Good,2024-08-02,2024-09-01\n"},
               {"complaints", "service,received_on,kind,known_on\nS1,2024-08-01,complaint,\n"
                              "S1,2024-08-02,complaint,2024-10-01\n"}});
    REQUIRE(found.events.size() == 2);
    CHECK(found.events[0].event == "a");
    CHECK(found.events[1].event == "d"); // told of ahead of time
    CHECK(found.inspections.size() == 1);
    CHECK(found.find_records("complaints")->all().size() == 1);
    CHECK(found.has_events);
    CHECK(found.has_inspections);
    CHECK(found.services.size() == 3);
}

TEST_CASE("a return is known once it was received, and at the earliest the end of its quarter where that is "
          "not told") {
    const auto found =
        known({{"counts", "service,quarter,item,count,base,received_on\nS1,2024-25 Q1,a,1,2,\n"
                          "S2,2024-25 Q1,a,1,2,2024-09-01\nS3,2024-25 Q2,a,1,2,\n"},
               {"workforce", "service,quarter,permanent,received_on\nS1,2024-25 Q1,5,2024-07-20\n"
                             "S2,2024-25 Q1,5,2024-09-20\nS3,2024-25 Q2,5,\n"},
               {"survey_counts", "service,quarter,item,answer,count\nS1,2024-25 Q1,dignity,agree,5\n"
                                 "S1,2024-25 Q2,dignity,agree,5\n"},
               {"survey_base", "service,quarter,sent,returned\nS1,2024-25 Q1,5,5\nS1,2024-25 Q2,5,5\n"}});
    REQUIRE(found.counts.size() == 1);
    CHECK(found.counts[0].service == "S1");
    CHECK(found.find_records("workforce")->all().size() == 1);
    CHECK(found.survey_counts.size() == 1);
    CHECK(found.survey_bases.size() == 1);
}

TEST_CASE("counts of answers that became known after the quarter are not known before that day") {
    const auto found =
        known({{"survey_counts",
                "service,quarter,item,answer,count,known_on\nS1,2024-25 Q1,dignity,agree,5,\n"
                "S2,2024-25 Q1,dignity,agree,5,2024-08-31\nS3,2024-25 Q1,dignity,agree,5,2024-09-01\n"},
               {"survey_base", "service,quarter,sent,returned,known_on\nS1,2024-25 Q1,5,5,2024-08-01\n"
                               "S2,2024-25 Q1,5,5,2024-09-01\n"}});
    REQUIRE(found.survey_counts.size() == 2);
    CHECK(found.survey_counts[1].service == "S2");
    REQUIRE(found.survey_bases.size() == 1);
    CHECK(found.survey_bases[0].service == "S1");
    const auto wide =
        known({{"survey_wide", "service,quarter,item,known_on,agree,disagree\nS1,2024-25 Q1,dignity,,5,1\n"
                               "S2,2024-25 Q1,dignity,2024-09-01,5,1\n"}});
    REQUIRE(wide.survey_counts.size() == 2);
    CHECK(wide.survey_counts[0].answer == "agree");
    CHECK(wide.survey_counts[1].answer == "disagree");
}

TEST_CASE("answers that nobody asks for may be left out") {
    const auto all = sample::evidence_of(
        {{"survey_counts", "service,quarter,item,answer,count\nS1,2024-25 Q1,dignity,agree,5\n"},
         {"survey_base", "service,quarter,sent,returned\nS1,2024-25 Q1,5,5\n"}});
    CHECK(vermeil::evidence_known_on(all, day).survey_counts.size() == 1);
    CHECK(vermeil::evidence_known_on(all, day, false).survey_counts.empty());
    CHECK(vermeil::evidence_known_on(all, day, false).survey_bases.size() == 1);
}

TEST_CASE("a row that was refused stays, since nobody knows its day") {
    CHECK(known({{"events", "service,event,from\nS1,a,2024-02-30\n"}}).events.size() == 1);
}

TEST_CASE("a table that was not given is not known either") {
    const auto found = known({});
    CHECK_FALSE(found.has_events);
    CHECK(found.find_records("complaints") == nullptr);
}
