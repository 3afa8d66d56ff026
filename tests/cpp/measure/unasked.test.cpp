// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/measure/unasked.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

Measure drawn_from(ValueSource source) {
    Measure measure;
    measure.id = "m";
    measure.value = std::move(source);
    return measure;
}

Rejects told_of_names(const Evidence& evidence, const std::vector<Measure>& measures) {
    Rejects rejects;
    detail::Unasked unasked(rejects);
    detail::refuse_unasked_names(evidence, measures, unasked);
    return rejects;
}

} // namespace

TEST_CASE("an event that nobody asks for is left alone unless it is nearly one that somebody asks for") {
    const auto evidence = sample::evidence_of({{"events", "service,event,from\n"
                                                          "S1,embargoes,2024-10-01\n"
                                                          "S2,embargoes,2024-10-01\n"
                                                          "S1,praise,2024-10-01\n"
                                                          "S1,embargo,2024-10-01\n"}});
    const auto rejects = told_of_names(evidence, {drawn_from(EventOpen{"embargo"})});
    REQUIRE(rejects.size() == 1);
    CHECK(rejects[0].row == 2);
    CHECK(rejects[0].reason == "not one of 'embargo'; did you mean 'embargo'?");
    CHECK(told_of_names(evidence, {}).empty());
}

TEST_CASE("a source of ratings is the same in capitals and in small letters") {
    const auto evidence =
        sample::evidence_of({{"inspections", "service,source,rating,on\nS1,CQC,Good,2024-10-01\n"}});
    CHECK(told_of_names(evidence, {drawn_from(LatestRating{"cqc"})}).empty());
    CHECK(told_of_names(evidence, {drawn_from(LatestRating{"cq"})}).size() == 1);
}

TEST_CASE("with two surveys an item is none of theirs only when neither has it") {
    const std::vector<SurveyInstrument> surveys{{"yearly", {{{"yes", "no"}, {"dignity"}}}, {}, {}},
                                                {"monthly", {{{"yes", "no"}, {"control"}}}, {}, {}}};
    const auto evidence = sample::evidence_of({{"survey_counts", "service,quarter,item,answer,count,survey\n"
                                                                 "S1,2024-25 Q3,dignity,yes,1,\n"
                                                                 "S1,2024-25 Q3,control,yes,1,\n"
                                                                 "S1,2024-25 Q3,control,yes,1,yearly\n"
                                                                 "S1,2024-25 Q3,courtesy,yes,1,\n"}});
    Rejects rejects;
    detail::Unasked unasked(rejects);
    detail::refuse_unasked_answers(evidence, surveys, unasked);
    REQUIRE(rejects.size() == 2);
    CHECK(rejects[0].row == 4);
    CHECK(rejects[0].reason == "no item of the survey 'yearly'; did you mean 'control'?");
    CHECK(rejects[1].reason == "no item of the survey 'yearly' or 'monthly'");
}

TEST_CASE("without a survey of its own a framework has nothing to say of answers") {
    const auto evidence = sample::evidence_of(
        {{"survey_counts", "service,quarter,item,answer,count\nS1,2024-25 Q3,dignity,yes,1\n"}});
    Rejects rejects;
    detail::Unasked unasked(rejects);
    detail::refuse_unasked_answers(evidence, {}, unasked);
    CHECK(rejects.empty());
}
