// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/evidence/read_survey.hpp>

#include <map>
#include <optional>
#include <string>

using namespace vermeil;

namespace {

using Counted = std::map<std::string, std::optional<std::uint32_t>>;

/// The counts of the evidence by `service item answer`.
Counted counted(const Evidence& evidence) {
    Counted counts;
    for (const auto& each : evidence.survey_counts) {
        counts[each.service + " " + each.item + " " + folded(each.answer)] = each.count;
    }
    return counts;
}

const Counted three_answers{{"S1 dignity agree", 2U}, {"S1 dignity disagree", 1U}};

} // namespace

TEST_CASE("counts, wide counts and sheets of one survey are the same counts") {
    const auto counts = sample::evidence_of({{"survey_counts", "service,quarter,item,answer,count\n"
                                                               "S1,2024-25 Q3,dignity,agree,2\n"
                                                               "S1,2024-25 Q3,dignity,disagree,1\n"}});
    const auto wide = sample::evidence_of({{"survey_wide", "service,quarter,item,agree,disagree\n"
                                                           "S1,2024-25 Q3,dignity,2,1\n"}});
    const auto sheets = sample::evidence_of({{"survey_sheets", "sheet,service,quarter,dignity\n"
                                                               "1,S1,2024-25 Q3,agree\n"
                                                               "2,S1,2024-25 Q3,disagree\n"
                                                               "3,S1,2024-25 Q3,Agree\n"}});
    for (const auto* evidence : {&counts, &wide, &sheets}) {
        CHECK(evidence->rejects.empty());
        CHECK(counted(*evidence) == three_answers);
    }
}

TEST_CASE("a blank on a sheet is no answer, an empty count is a lost one") {
    const auto sheets = sample::evidence_of({{"survey_sheets", "sheet,service,quarter,dignity,control\n"
                                                               "1,S1,2024-25 Q3,agree,\n"}});
    CHECK(counted(sheets) == Counted{{"S1 dignity agree", 1U}});
    const auto counts = sample::evidence_of(
        {{"survey_counts", "service,quarter,item,answer,count\nS1,2024-25 Q3,dignity,agree,\n"}});
    CHECK(counts.rejects.empty());
    CHECK(counted(counts) == Counted{{"S1 dignity agree", std::nullopt}});
}

TEST_CASE("answers on sheets remember the rows that gave them") {
    const auto evidence = sample::evidence_of({{"survey_sheets", "sheet,service,quarter,dignity\n"
                                                                 "1,S1,2024-25 Q3,agree\n"
                                                                 "2,S2,2024-25 Q3,agree\n"
                                                                 "3,S1,2024-25 Q3,agree\n"}});
    REQUIRE(evidence.survey_counts.size() == 2);
    CHECK(evidence.survey_counts[0].origin.row == 2);
    CHECK(evidence.survey_counts[0].further_rows == std::vector<std::size_t>{4});
    CHECK(evidence.survey_counts[1].further_rows.empty());
}

TEST_CASE("a refused count stays as an answer without words") {
    const auto evidence = sample::evidence_of(
        {{"survey_counts", "service,quarter,item,answer,count\nS1,2024-25 Q3,dignity,disagree,-1\n"}});
    CHECK(evidence.rejects.size() == 1);
    CHECK(counted(evidence) == Counted{{"S1 dignity ", std::nullopt}});
}

TEST_CASE("a sheet that is refused counts as one that did not come back") {
    const auto evidence = sample::evidence_of({{"survey_sheets", "sheet,service,quarter,returned_on,dignity\n"
                                                                 "1,S1,2024-25 Q3,2024-06-01,agree\n"}});
    CHECK(evidence.rejects.size() == 1);
    CHECK(evidence.survey_counts.empty());
}
