// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/measure/survey_tally.hpp>

#include <map>
#include <string>

using namespace vermeil;

namespace {

const auto quarter = Quarter::financial(2024, 3);
const SurveyInstrument survey{"yearly",
                              {{{"agree", "neither", "disagree"}, {"dignity", "control"}},
                               {{"yes", "no"}, {"complaint"}},
                               {{"yes", "no"}, {"settled"}, "complaint", "yes"}},
                              {"not applicable"},
                              {}};

Evidence counts(const std::string& rows, const std::string& base = "") {
    auto tables = std::map<std::string, std::string>{
        {"survey_counts", "service,quarter,item,answer,count,survey\n" + rows}};
    if (!base.empty()) {
        tables.emplace("survey_base", "service,quarter,returned,survey\n" + base);
    }
    return sample::evidence_of(tables);
}

} // namespace

TEST_CASE("answers that are not counted leave the base, capitals aside") {
    Rejects rejects;
    const SurveyTally tally(survey,
                            counts("S1,2024-25 Q3,dignity,Agree,8,\n"
                                   "S1,2024-25 Q3,dignity,Not applicable,5,\n"),
                            rejects);
    REQUIRE(tally.find("S1", quarter, "dignity") != nullptr);
    CHECK(tally.find("S1", quarter, "dignity")->answered() == 8);
    CHECK(tally.find("S1", quarter, "dignity")->by_answer.at("agree") == 8);
    CHECK(rejects.empty());
}

TEST_CASE("a lost count outside the base loses nothing") {
    Rejects rejects;
    const SurveyTally tally(survey,
                            counts("S1,2024-25 Q3,dignity,agree,8,\n"
                                   "S1,2024-25 Q3,dignity,not applicable,,\n"
                                   "S1,2024-25 Q3,control,agree,,\n"),
                            rejects);
    CHECK_FALSE(tally.find("S1", quarter, "dignity")->has_lost_count);
    CHECK(tally.find("S1", quarter, "control")->has_lost_count);
}

TEST_CASE("a survey reached who has a count or a base, and nobody else") {
    Rejects rejects;
    const SurveyTally tally(survey, counts("S1,2024-25 Q3,dignity,agree,8,\n", "S2,2024-25 Q3,0,\n"),
                            rejects);
    CHECK(tally.reached("S1", quarter));
    CHECK(tally.reached("S2", quarter));
    CHECK_FALSE(tally.reached("S3", quarter));
    CHECK_FALSE(tally.reached("S1", quarter - 1));
    CHECK(tally.find("S2", quarter, "dignity") == nullptr);
}

TEST_CASE("answers and bases of another survey are not looked at") {
    Rejects rejects;
    const SurveyTally tally(
        survey, counts("S1,2024-25 Q3,dignity,agree,8,monthly\n", "S1,2024-25 Q3,1,monthly\n"), rejects);
    CHECK_FALSE(tally.reached("S1", quarter));
    CHECK(rejects.empty());
}

TEST_CASE("an item answered more often than forms came back has no known share; other items keep theirs") {
    Rejects rejects;
    const SurveyTally tally(survey,
                            counts("S1,2024-25 Q3,dignity,agree,8,\n"
                                   "S1,2024-25 Q3,dignity,disagree,3,\n"
                                   "S1,2024-25 Q3,control,agree,10,\n"
                                   "S2,2024-25 Q3,dignity,agree,11,\n",
                                   "S1,2024-25 Q3,10,\n"),
                            rejects);
    CHECK(tally.find("S1", quarter, "dignity")->has_lost_count);
    CHECK_FALSE(tally.find("S1", quarter, "control")->has_lost_count);
    CHECK_FALSE(tally.find("S2", quarter, "dignity")->has_lost_count);
    REQUIRE(rejects.size() == 1);
    CHECK(rejects[0].reason == "11 answers, but 10 forms came back");
}

TEST_CASE("more answers to a routed question than led to it are flagged and kept") {
    Rejects rejects;
    const SurveyTally tally(survey,
                            counts("S1,2024-25 Q3,complaint,yes,2,\n"
                                   "S1,2024-25 Q3,settled,yes,3,\n"
                                   "S2,2024-25 Q3,complaint,yes,3,\n"
                                   "S2,2024-25 Q3,settled,yes,3,\n"
                                   "S3,2024-25 Q3,settled,yes,3,\n"),
                            rejects);
    REQUIRE(rejects.size() == 1);
    CHECK(rejects[0].kept);
    CHECK(rejects[0].row == 3);
    CHECK(tally.find("S1", quarter, "settled")->answered() == 3);
}
