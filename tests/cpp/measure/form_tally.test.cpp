// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/measure/form_tally.hpp>

using namespace vermeil;

TEST_CASE("forms are seen by survey, quarter and what else their people answered") {
    const auto evidence = sample::evidence_of(
        {{"survey_sheets", "sheet,service,quarter,survey,dignity,helped\n"
                           "1,S1,2024-25 Q3,yearly,agree,Nobody\n2,S1,2024-25 Q3,,agree,family\n"
                           "3,S1,2024-25 Q3,other,agree,nobody\n4,S1,2024-25 Q2,yearly,agree,nobody\n"}});
    const auto seen = [&](const FormChoice& choice, const std::string& service = "S1") {
        int forms = 0;
        const auto state =
            FormTally(evidence, "yearly")
                .see(choice, service, Quarter::financial(2024, 3), [&](const AnswerSheet&) { ++forms; });
        return std::pair(state, forms);
    };
    CHECK(seen({}) == std::pair(State::present, 2));
    CHECK(seen({"helped", {"nobody"}}) == std::pair(State::present, 1));
    CHECK(seen({"helped", {"a care worker"}}) == std::pair(State::present, 0));
    CHECK(seen({}, "S2") == std::pair(State::not_submitted, 0));
}

TEST_CASE("counts tell nothing of forms") {
    const auto evidence = sample::evidence_of(
        {{"survey_counts", "service,quarter,item,answer,count\nS1,2024-25 Q3,dignity,agree,3\n"}});
    CHECK(FormTally(evidence, "yearly").see({}, "S1", Quarter::financial(2024, 3), [](const AnswerSheet&) {
    }) == State::unknown);
}
