// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <vermeil/measure/survey_measures.hpp>

using namespace vermeil;
using sample::cell_of;

namespace {

/// Two items with 3, 2, 1 and 0 points, and who helped with the form.
const std::vector<SurveyInstrument> surveys{
    {"yearly",
     {{{"ideal", "good", "some", "high"}, {"control", "dignity"}, "", "", {3, 2, 1, 0}},
      {{"nobody", "family", "worker"}, {"helped"}}},
     {"not applicable"},
     {}}};

const std::string head = "sheet,service,quarter,returned_on,control,dignity,helped\n";
const sample::Tables forms{{"survey_sheets", head + "1,S1,2024-25 Q3,2024-11-01,ideal,good,nobody\n"
                                                    "2,S1,2024-25 Q3,2024-10-02,Some,high,worker\n"
                                                    "3,S1,2024-25 Q3,,ideal,,nobody\n"
                                                    "4,S1,2024-25 Q3,,ideal,not applicable,nobody\n"
                                                    "5,S1,2024-25 Q2,,high,high,family\n"}};

sample::Asked asked(const std::string& standard, sample::Settings set, std::uint32_t least_n = 0,
                    std::uint32_t quarters = 1, const std::string& service = "S1") {
    set.emplace("survey", std::string("yearly"));
    return {standard, std::move(set), least_n, quarters, service, Date(2024, 12, 31), surveys};
}
using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a score is the mean over those who answered every item") {
    const auto cell = cell_of(forms, asked("survey_points", {}));
    CHECK(cell.state == State::present);
    CHECK(cell.value == 3); // 5 and 1; the other two left dignity out
    CHECK(cell.n == 2);
    CHECK(cell.day == day_number(Date(2024, 10, 2)));
    CHECK(cell_of(forms, asked("survey_points", {{"items", Texts{"control"}}})).n == 4);
    CHECK(cell_of(forms, asked("survey_points", {}, 0, 2)).value == 2); // 5, 1 and 0
    CHECK(cell_of(forms, asked("survey_points", {}, 3)).state == State::too_few);
    CHECK(cell_of(forms, asked("survey_points", {{"times", 0.5}, {"plus", -1.0}})).value == 0.5);
}

TEST_CASE("forms are chosen by who helped with them") {
    const sample::Settings alone{{"where", Texts{"helped"}}, {"is", Texts{"nobody"}}};
    CHECK(cell_of(forms, asked("survey_points", alone)).value == 5);
    auto share = alone;
    share.emplace("item", std::string("control"));
    share.emplace("positive", Texts{"ideal"});
    CHECK(cell_of(forms, asked("survey_share", share)).count == 3);
    CHECK(cell_of(forms, asked("survey_share", share)).n == 3);
    share.erase("where");
    share.erase("is");
    CHECK(cell_of(forms, asked("survey_share", share)).n == 4);
    share.emplace("is", Texts{"nobody"});
    CHECK_THROWS_WITH(cell_of(forms, asked("survey_share", share)), Catch::Contains("give both or neither"));
}

TEST_CASE("counts do not say who gave which answers, and who was not reached has sent nothing") {
    const sample::Tables counts{
        {"survey_counts", "service,quarter,item,answer,count\nS1,2024-25 Q3,dignity,good,9\n"}};
    CHECK(cell_of(counts, asked("survey_points", {})).state == State::unknown);
    CHECK(cell_of(forms, asked("survey_points", {}, 0, 1, "S2")).state == State::not_submitted);
    CHECK(cell_of({{"survey_base", "service,quarter,sent,returned\nS1,2024-25 Q3,10,0\n"}},
                  asked("survey_points", {}))
              .state == State::too_few);
}

TEST_CASE("a score needs points") {
    CHECK_THROWS_WITH(cell_of(forms, asked("survey_points", {{"items", Texts{"helped"}}})),
                      Catch::Contains("give its [[survey.scale]] 'points'"));
}
