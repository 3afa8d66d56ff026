// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/framework/measuring.hpp>
#include <vermeil/framework/own_measures.hpp>
#include <vermeil/framework/toml.hpp>

#include <string>

using namespace vermeil;

namespace {

const std::string text = R"(
language = 1
id = "own"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
rating_scale = [{ id = "audit", words = ["Good", "Poor"] }]
measure = [
    { id = "kindness", weight = 1, least_n = 3 },
    { id = "walks", weight = 1, scale = { linear = [[0, 0], [20, 100]] } },
    { id = "audit", weight = 1, value = { rating = "audit" }, scale = { words = { Good = 100, Poor = 0 } } },
]
band = [{ name = "Gold", at_least = 50 }, { name = "Bronze" }]
absent_words = { "none yet" = "not_yet_live" }
)";

Measured measured(const OwnMeasures& own) {
    return measure(parse_framework(text, "own.toml"), sample::evidence_of({}), Quarter::financial(2024, 3),
                   Date(2024, 12, 31), own);
}
Measured measured(const std::string& kindness, const std::string& walks = "service,value\nS1,5\n") {
    return measure(
        parse_framework(text, "own.toml"), sample::evidence_of({}), Quarter::financial(2024, 3),
        Date(2024, 12, 31),
        OwnFrames{{"kindness", csv::table("kindness", kindness)}, {"walks", csv::table("walks", walks)}});
}
Cell cell(const Measured& all, const char* id, std::size_t row = 0) { return all.table.find(id)->cell(row); }

} // namespace

TEST_CASE("a function of a service and a day is a measure of one's own") {
    const auto all = measured(
        {{"kindness",
          [](const Service& service, const DrawingDay& day) {
              return Cell{service.id().text() == "S1" ? 0.5 : 0.25,
                          State::present,
                          4,
                          service.id().text() == "S1" ? 2U : 1U,
                          0,
                          day_number(day.as_of)};
          }},
         {"walks", [](const Service&, const DrawingDay&) { return number_cell(7, 2, Date(2024, 10, 1)); }}});
    CHECK(cell(all, "kindness").value == 0.5);
    CHECK(cell(all, "kindness", 1).value == 0.25);
    CHECK(cell(all, "kindness").count == 2);
    CHECK(cell(all, "walks").value == 7);
    CHECK(all.table.find("walks")->count.empty()); // 7 is no share of 2
}

TEST_CASE("a frame has a value, or a count of n, or the reason why there is none") {
    const auto all =
        measured("service,value,n,count,state,day\nS1,,4,3,,2024-11-05\nS2,0.9,2,,,\nS3,,,,suppressed,\n");
    CHECK(all.rejects.empty());
    CHECK(cell(all, "kindness").value == 0.75);
    CHECK(cell(all, "kindness").day == day_number(Date(2024, 11, 5)));
    CHECK(cell(all, "kindness", 1).state == State::too_few); // 2 are below the least n, 3
    CHECK(cell(all, "kindness", 2).state == State::suppressed);
    CHECK(cell(all, "walks").value == 5);
    CHECK(cell(all, "walks", 1).state == State::unknown); // it has no row
}

TEST_CASE("of rows of several quarters the rated one counts") {
    const auto all = measured("service,quarter,value,n\nS1,2024-25 Q2,0.1,9\nS1,2024-25 Q3,0.2,9\n");
    CHECK(cell(all, "kindness").value == 0.2);
}

TEST_CASE("what cannot be is told and becomes unknown") {
    const auto all =
        measured("service,value,n,state\nS1,1.5,9,\nS2,much,9,\nS9,0.5,9,\nS3,None Yet,,\nS3,0.5,9,\n",
                 "service,value,state\nS1,,present\n");
    CHECK(cell(all, "kindness").state == State::unknown);
    CHECK(cell(all, "kindness", 1).state == State::unknown);
    CHECK(cell(all, "kindness", 2).state == State::not_yet_live);
    CHECK(cell(all, "walks").state == State::unknown);
    REQUIRE(all.rejects.size() == 5);
    CHECK(all.rejects[0].reason == "a share lies between 0 and 1; this looks like a percentage");
    CHECK(all.rejects[1].reason == "not a number");
    CHECK(all.rejects[2].reason == "no such service among the 3 in the services table");
    CHECK(all.rejects[3].reason == "this service stands already in an earlier row");
    CHECK(all.rejects[4].reason == "said to be present, and has no value");
}

TEST_CASE("one's own measure must be in the framework, and left open there") {
    const Drawer none = [](const Service&, const DrawingDay&) { return Cell{}; };
    CHECK_THROWS_WITH(measured({{"kindnes", none}}),
                      "no measure 'kindnes' in the framework; it has 'kindness', 'walks' or 'audit'; "
                      "did you mean 'kindness'?");
    CHECK_THROWS_WITH(measured({{"audit", none}}), Catch::Contains("says where its value comes from"));
    CHECK_THROWS_WITH(measured({{"walks", none}}), Catch::Contains("measure 'kindness' says nothing"));
}
