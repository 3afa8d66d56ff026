// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/evidence/survey.hpp>

#include <memory>
#include <string>

using namespace vermeil;

namespace {

SurveyBase base(std::optional<std::uint32_t> sent, std::optional<std::uint32_t> undelivered,
                std::optional<std::uint32_t> returned) {
    return {"", "S1", Quarter::financial(2011, 1), sent, undelivered, returned, {}, {}};
}

} // namespace

TEST_CASE("the response rate is forms returned of forms sent") {
    CHECK(response_rate(base(400, 20, 153)) == Observed<Proportion>(Proportion(153, 400)));
    CHECK(adjusted_response_rate(base(400, 20, 153)) == Observed<Proportion>(Proportion(153, 380)));
}

TEST_CASE("the response rate is unknown where its base is unknown") {
    CHECK(response_rate(base({}, {}, 153)) == Observed<Proportion>(State::unknown));
    CHECK(response_rate(base(400, {}, {})) == Observed<Proportion>(State::unknown));
    CHECK(response_rate(base(0, {}, 0)) == Observed<Proportion>(State::unknown));
    CHECK(adjusted_response_rate(base(400, {}, 153)) == Observed<Proportion>(State::unknown));
    CHECK(adjusted_response_rate(base(400, 400, 0)) == Observed<Proportion>(State::unknown));
    CHECK(adjusted_response_rate(base(400, 300, 153)) == Observed<Proportion>(State::unknown));
}

TEST_CASE("an answer knows the column in which it stands") {
    SurveyCount count{"", "S1", Quarter::financial(2011, 1), "dignity", "agree", 5, {}};
    CHECK(count.column() == "answer");
    count.form = SurveyForm::wide;
    CHECK(count.column() == "agree");
    count.form = SurveyForm::sheets;
    CHECK(count.column() == "dignity");
}

TEST_CASE("a fault of an answer is told for every sheet that gave it") {
    const Origin origin{std::make_shared<const std::string>("sheets.csv"), 4};
    const SurveyCount count{"", "S1",   Quarter::financial(2011, 1), "dignity", "perhaps",
                            3,  origin, SurveyForm::sheets,          {6, 9}};
    Rejects rejects;
    refuse(count, count.column(), count.answer, "not an answer", rejects);
    REQUIRE(rejects.size() == 3);
    CHECK(rejects[0] == Reject{"sheets.csv", 4, "dignity", "perhaps", "not an answer"});
    CHECK(rejects[1].row == 6);
    CHECK(rejects[2].row == 9);
}

TEST_CASE("the number of a sheet is personal, and nothing else of a survey is") {
    for (const auto& field : survey_sheets_schema().fields) {
        CHECK(field.personal == (field.name == "sheet"));
    }
}
