// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/measure/survey_groups.hpp>

#include <string>
#include <utility>

using namespace vermeil;

namespace {

const SurveyInstrument survey{"yearly",
                              {{{"agree", "neither", "disagree"}, {"dignity"}}, {{"a", "b"}, {"group"}}},
                              {"rather not say"},
                              {}};
const SurveyShare dignity{"yearly", "dignity", {"agree"}};

/// Of S1 eleven forms of group a, ten of which agree, three of b, and one that does not say; of S2 eight of b, four of which agree.
Evidence evidence() {
    std::string rows = "sheet,service,quarter,dignity,group\n";
    for (int i = 0; i < 23; ++i) {
        const bool first = i < 15;
        const std::string group = i < 11 ? "A" : i == 14 ? "rather not say" : "b";
        rows += std::to_string(i) + (first ? ",S1" : ",S2") + ",2024-25 Q3," +
                (i == 0 || i >= 19 ? "disagree" : "agree") + "," + group + "\n";
    }
    return sample::evidence_of({{"survey_sheets", rows}});
}

Cell cell(const std::vector<GroupShare>& shares, const std::string& service, const std::string& group) {
    for (const auto& each : shares) {
        if (each.service == service && each.group == group) {
            return each.cell;
        }
    }
    throw Error("no such group");
}

} // namespace

TEST_CASE("a group large enough is shown, a small one is suppressed with its counts") {
    const auto shares =
        survey_groups(evidence(), survey, dignity, {"group", 10, 1, false}, Quarter::financial(2024, 3));
    CHECK(shares.size() == 12); // three services and all together, three groups each
    CHECK(cell(shares, "S1", "").n == 15);
    CHECK(cell(shares, "S1", "a").count == 10);
    CHECK(cell(shares, "S1", "a").n == 11);
    CHECK(cell(shares, "S1", "b").state == State::suppressed);
    CHECK(cell(shares, "S1", "b").n == 0);
    CHECK(cell(shares, "S2", "b").state == State::suppressed);
    CHECK(cell(shares, "S3", "b").state == State::not_submitted);
    CHECK(cell(shares, "", "b").n == 11); // enough when taken together
    CHECK(cell(shares, "", "b").count == 7);
}

TEST_CASE("a small group cannot be reckoned from the whole: what would tell of it is withheld too") {
    const auto shares = survey_groups(evidence(), survey, dignity, {"group"}, Quarter::financial(2024, 3));
    // Of S1 the eleven of group a would leave three or four; S2's eight would be all together less S1.
    for (const auto& [service, group] : {std::pair{"S1", "a"}, {"S1", "b"}, {"S2", ""}, {"S1", ""}}) {
        CHECK(cell(shares, service, group).state == State::suppressed);
        CHECK(cell(shares, service, group).n == 0);
    }
    CHECK(cell(shares, "", "").n == 23);
}

TEST_CASE("the least n is the caller's to set, and never 0") {
    const auto shares = survey_groups(evidence(), survey, dignity, {"group", 3}, Quarter::financial(2024, 3));
    CHECK(cell(shares, "S1", "b").value == 1);
    CHECK_THROWS_AS(survey_groups(evidence(), survey, dignity, {"group", 0}, Quarter::financial(2024, 3)),
                    Error);
    CHECK_THROWS_WITH(survey_groups(evidence(), survey, dignity, {"ethnicity"}, Quarter::financial(2024, 3)),
                      "survey 'yearly' has no item 'ethnicity'");
}

TEST_CASE("a table of groups leaves out the share of what is suppressed") {
    const auto frame = frame_of(
        survey_groups(evidence(), survey, dignity, {"group", 10, 1, false}, Quarter::financial(2024, 3)));
    CHECK(frame.rows() == 12);
    CHECK(frame.find("share")->has(1));
    CHECK_FALSE(frame.find("share")->has(2));
}
