// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/measure/draw.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

using Tables = std::map<std::string, std::string>;

const auto quarter = Quarter::financial(2024, 3);
const std::vector<SurveyInstrument> surveys{
    {"yearly", {{{"agree", "neither", "disagree"}, {"dignity"}}}, {"not applicable"}, {}}};
const std::vector<OrderedScale> scales{{"cqc", {"Outstanding", "Good", "Requires improvement"}, {}}};

Measure measure_of(ValueSource value, std::uint32_t least_n = 0, std::uint32_t quarters = 1) {
    Measure measure;
    measure.id = "m";
    measure.value = std::move(value);
    measure.least_n = least_n;
    measure.quarters = quarters;
    return measure;
}

const SurveyShare dignity{"yearly", "dignity", {"agree"}};
const CountShare leavers{"leavers"};

/// The cell of one measure of S1 (or another service) at the end of 2024-25 Q3.
Cell drawn(const Tables& tables, const Measure& measure, const std::string& service = "S1",
           Date as_of = quarter.last_day()) {
    const auto evidence = sample::evidence_of(tables);
    Rejects rejects;
    const Drawing drawing(evidence, surveys, scales, {measure}, rejects);
    return drawing.cell(measure, *evidence.find(service), {quarter, as_of});
}

Tables answers(const std::string& rows) {
    return {{"survey_counts", "service,quarter,item,answer,count\n" + rows}};
}
Tables returns(const std::string& rows) {
    return {{"counts", "service,quarter,item,count,base,state,due_on,received_on,reminded_on\n" + rows}};
}
Tables events(const std::string& rows) {
    return {{"events", "service,provider,event,from,to,known_on\n" + rows}};
}
Tables inspections(const std::string& rows) {
    return {{"inspections", "service,source,rating,on,known_on\n" + rows}};
}

} // namespace

TEST_CASE("a share pooled over four quarters adds the counts, not the percentages") {
    const auto cell = drawn(answers("S1,2024 Q1,dignity,agree,1\n"
                                    "S1,2024 Q2,dignity,agree,1\n"
                                    "S1,2024 Q3,dignity,agree,1\n"
                                    "S1,2024 Q4,dignity,agree,9\nS1,2024 Q4,dignity,disagree,12\n"),
                            measure_of(dignity, 10, 4));
    CHECK(cell.state == State::present);
    CHECK(cell.count == 12);
    CHECK(cell.n == 24);
    CHECK(cell.value == 0.5); // the mean of the four percentages would be 0.857
}

TEST_CASE("answers before the pooled quarters and after the rated one do not count") {
    const auto cell = drawn(answers("S1,2023 Q4,dignity,agree,100\nS1,2025 Q1,dignity,agree,100\n"
                                    "S1,2024 Q4,dignity,disagree,1\n"),
                            measure_of(dignity, 0, 4));
    CHECK(cell.n == 1);
    CHECK(cell.count == 0);
}

TEST_CASE("a share below its least n is too few and keeps its counts; at the least n it is there") {
    const auto few = drawn(answers("S1,2024 Q4,dignity,agree,9\n"), measure_of(dignity, 10));
    CHECK(few.state == State::too_few);
    CHECK(few.n == 9);
    CHECK(few.count == 9);
    CHECK(few.value == 0);
    const auto enough = drawn(answers("S1,2024 Q4,dignity,agree,10\n"), measure_of(dignity, 10));
    CHECK(enough.state == State::present);
    CHECK(enough.value == 1);
}

TEST_CASE("neither is an answer, not applicable is none") {
    const auto cell = drawn(answers("S1,2024 Q4,dignity,agree,6\nS1,2024 Q4,dignity,neither,2\n"
                                    "S1,2024 Q4,dignity,not applicable,50\n"),
                            measure_of(dignity));
    CHECK(cell.n == 8);
    CHECK(cell.value == 0.75);
}

TEST_CASE("a lost count in any pooled quarter makes the share unknown") {
    const auto cell = drawn(answers("S1,2024 Q1,dignity,disagree,\nS1,2024 Q4,dignity,agree,50\n"),
                            measure_of(dignity, 10, 4));
    CHECK(cell.state == State::unknown);
    CHECK(cell.n == 0);
}

TEST_CASE("who was not surveyed has submitted nothing; who answered other items has too few answers here") {
    CHECK(drawn(answers("S2,2024 Q4,dignity,agree,50\n"), measure_of(dignity)).state == State::not_submitted);
    CHECK(drawn({{"survey_base", "service,quarter,returned\nS1,2024 Q4,0\n"}}, measure_of(dignity)).state ==
          State::too_few);
}

TEST_CASE("a return that came late is used and flagged") {
    const auto late = drawn(returns("S1,2024 Q4,leavers,2,8,,2025-01-31,2025-02-03,\n"), measure_of(leavers));
    CHECK(late.state == State::present);
    CHECK(late.value == 0.25);
    CHECK(late.flags == CellFlag::late);
    const auto in_time =
        drawn(returns("S1,2024 Q4,leavers,2,8,,2025-01-31,2025-01-31,\n"), measure_of(leavers));
    CHECK(in_time.flags == 0);
}

TEST_CASE("a return that did not come is flagged as chased only once it is due and reminded of") {
    const auto tables = returns("S1,2024 Q4,leavers,,,not_submitted,2025-01-31,,2025-02-10\n");
    const auto measure = measure_of(leavers);
    CHECK(drawn(tables, measure, "S1", Date(2025, 2, 9)).flags == 0);
    const auto chased = drawn(tables, measure, "S1", Date(2025, 2, 10));
    CHECK(chased.state == State::not_submitted);
    CHECK(chased.flags == CellFlag::chased);
}

TEST_CASE("a return pooled over quarters is not submitted when one of them is missing") {
    const auto measure = measure_of(leavers, 0, 2);
    const auto both = drawn(returns("S1,2024 Q3,leavers,1,10,,,,\nS1,2024 Q4,leavers,2,20,,,,\n"), measure);
    CHECK(both.count == 3);
    CHECK(both.n == 30);
    CHECK(drawn(returns("S1,2024 Q4,leavers,2,20,,,,\n"), measure).state == State::not_submitted);
}

TEST_CASE("a return of none is too few to be a share") {
    CHECK(drawn(returns("S1,2024 Q4,leavers,0,0,,,,\n"), measure_of(leavers)).state == State::too_few);
}

TEST_CASE("an event is open for its service, or for every service of its provider") {
    const auto open = measure_of(EventOpen{"notice"});
    const auto tables = events("S1,,notice,2024-10-01,,\n,B,notice,2024-10-01,,\n");
    CHECK(drawn(tables, open, "S1").value == 1);
    CHECK(drawn(tables, open, "S2").value == 0);
    CHECK(drawn(tables, open, "S3").value == 1);
}

TEST_CASE("an event that was not known by the day does not count yet") {
    const auto open = measure_of(EventOpen{"notice"});
    const auto tables = events("S1,,notice,2024-10-01,,2025-01-05\n");
    CHECK(drawn(tables, open).value == 0);
    CHECK(drawn(tables, open, "S1", Date(2025, 1, 5)).value == 1);
}

TEST_CASE("without a table of events nobody knows whether one is open") {
    CHECK(drawn({}, measure_of(EventOpen{"notice"})).state == State::unknown);
    CHECK(drawn({}, measure_of(EventCount{"notice", 365})).state == State::unknown);
    CHECK(drawn(events(""), measure_of(EventOpen{"notice"})).state == State::present);
}

TEST_CASE("events are counted over their days, with no upper end") {
    const auto counted = measure_of(EventCount{"notice", 92});
    const auto tables = events("S1,,notice,2024-09-30,,\nS1,,notice,2024-10-01,2024-10-01,\n"
                               "S1,,notice,2024-12-31,,\nS1,,praise,2024-12-31,,\n");
    CHECK(drawn(tables, counted).value == 2);
}

TEST_CASE("an event whose days were refused leaves the count of its kind unknown, and of no other kind") {
    const auto tables = events("S1,,notice,soon,,\n");
    CHECK(drawn(tables, measure_of(EventOpen{"notice"})).state == State::unknown);
    CHECK(drawn(tables, measure_of(EventOpen{"embargo"})).state == State::present);
    CHECK(drawn(tables, measure_of(EventOpen{"notice"}), "S2").state == State::present);
}

TEST_CASE("the latest rating known counts, on its own scale") {
    const auto latest = measure_of(LatestRating{"cqc"});
    const auto tables = inspections("S1,CQC,good,2024-05-01,\nS1,cqc,Outstanding,2022-05-01,\n"
                                    "S1,cqc,Requires improvement,2024-12-01,2025-01-10\n");
    CHECK(drawn(tables, latest).value == 2);
    CHECK(drawn(tables, latest, "S1", Date(2025, 1, 10)).value == 3);
}

TEST_CASE("of two ratings on one day the worse counts, whichever stands first") {
    const auto latest = measure_of(LatestRating{"cqc"});
    CHECK(drawn(inspections("S1,cqc,Good,2024-05-01,\nS1,cqc,Outstanding,2024-05-01,\n"), latest).value == 2);
    CHECK(drawn(inspections("S1,cqc,Outstanding,2024-05-01,\nS1,cqc,Good,2024-05-01,\n"), latest).value == 2);
}

TEST_CASE("why there is no rating: nobody may give one, none was given yet, nobody kept a table") {
    const auto latest = measure_of(LatestRating{"cqc"});
    CHECK(drawn(inspections("S1,cqc,Good,2024-05-01,\n"), latest, "S3").state == State::not_applicable);
    CHECK(drawn(inspections("S1,cqc,Good,2024-05-01,\n"), latest, "S2").state == State::not_yet_inspected);
    CHECK(drawn({}, latest, "S2").state == State::unknown);
    CHECK(drawn({}, latest, "S3").state == State::not_applicable);
}

TEST_CASE("a planned measure is not yet live, whatever the evidence says") {
    auto measure = measure_of(dignity);
    measure.live = false;
    CHECK(drawn(answers("S1,2024 Q4,dignity,agree,50\n"), measure).state == State::not_yet_live);
}

TEST_CASE("a measure that is given ready cannot be drawn") {
    CHECK_THROWS_WITH(drawn({}, measure_of(Given{})),
                      "measure 'm' says nothing of where its value comes from; give it as a column");
}

TEST_CASE(
    "a share knows the day of the oldest evidence beneath it: the end of the first quarter that was pooled") {
    const auto first = day_number(Date(2024, 3, 31));
    const auto rows = "S1,2024 Q1,dignity,agree,1\nS1,2024 Q4,dignity,agree,9\n";
    CHECK(drawn(answers(rows), measure_of(dignity, 0, 4)).day == first);
    CHECK(drawn(answers(rows), measure_of(dignity, 20, 4)).day == first); // too few, and still known
    CHECK(drawn(answers(rows), measure_of(dignity)).day == day_number(quarter.last_day()));
    CHECK(drawn(answers(rows), measure_of(dignity), "S1", Date(2024, 11, 1)).day ==
          day_number(Date(2024, 11, 1)));
    const auto returned = returns("S1,2024 Q3,leavers,1,10,,,,\nS1,2024 Q4,leavers,2,20,,,,\n");
    CHECK(drawn(returned, measure_of(leavers, 0, 2)).day == day_number(Date(2024, 9, 30)));
}

TEST_CASE("answer sheets tell the day on which the first of them came back") {
    const Tables sheets{{"survey_sheets",
                         "sheet,service,quarter,returned_on,dignity\n"
                         "1,S1,2024 Q4,2024-11-20,agree\n2,S1,2024 Q4,2024-10-05,agree\n"
                         "3,S1,2024 Q4,,disagree\n4,S1,2024 Q4,2024-10-02,not applicable\n"}};
    CHECK(drawn(sheets, measure_of(dignity)).day == day_number(Date(2024, 10, 5)));
}

TEST_CASE("a rating knows its day, events the first that counts; where nothing happened, the day of asking "
          "stands") {
    const auto rated = inspections("S1,cqc,Good,2022-05-06,\nS1,cqc,Good,2023-02-01,2023-04-01\n");
    CHECK(drawn(rated, measure_of(LatestRating{"cqc"})).day == day_number(Date(2023, 2, 1)));
    const auto happened = events("S1,,fall,2024-10-10,,\nS1,,fall,2024-12-01,,\nS1,,fall,2020-01-01,,\n");
    CHECK(drawn(happened, measure_of(EventCount{"fall", 92})).day == day_number(Date(2024, 10, 10)));
    CHECK(drawn(happened, measure_of(EventCount{"theft", 92})).day == day_number(quarter.last_day()));
    CHECK(drawn(happened, measure_of(EventOpen{"fall"})).day == day_number(Date(2020, 1, 1)));
}

TEST_CASE("what is absent has no day") {
    CHECK(drawn(inspections(""), measure_of(LatestRating{"cqc"})).day == no_day);
    CHECK(drawn(returns(""), measure_of(leavers)).day == no_day);
    CHECK(drawn(answers("S1,2024 Q4,dignity,not applicable,3\n"), measure_of(dignity)).day == no_day);
}

TEST_CASE("a look-back of months follows the calendar: three before a quarter's end are the quarter") {
    const auto happened = events("S1,,fall,2024-09-30,,\nS1,,fall,2024-10-01,,\nS1,,fall,2024-12-31,,\n");
    CHECK(drawn(happened, measure_of(EventCount{"fall", 0, 3})).value == 2);
    CHECK(drawn(happened, measure_of(EventCount{"fall", 0, 4})).value == 3);
    CHECK(drawn(happened, measure_of(EventCount{"fall", 91})).value == 1);
    CHECK(drawn(happened, measure_of(EventCount{"fall", 92})).value == 2);
}

TEST_CASE("a rating beyond its look-back is as good as none") {
    const auto rated = inspections("S1,cqc,Good,2021-12-31,\n");
    CHECK(drawn(rated, measure_of(LatestRating{"cqc", "", {}, 0, 36})).state == State::not_yet_inspected);
    CHECK(drawn(rated, measure_of(LatestRating{"cqc", "", {}, 0, 37})).value == 2);
    CHECK(drawn(rated, measure_of(LatestRating{"cqc", "", {}, 1096})).state == State::not_yet_inspected);
    CHECK(drawn(rated, measure_of(LatestRating{"cqc", "", {}, 1097})).value == 2);
}

TEST_CASE("cycles of events are windows one after the other, with what is known today of each") {
    auto measure = measure_of(EventCount{"fall", 0, 12});
    measure.cycles = {0.5, 1.0 / 3, 1.0 / 6};
    const auto happened = events("S1,,fall,2024-02-01,,\nS1,,fall,2023-12-31,,2024-12-30\n"
                                 "S1,,fall,2023-02-01,,\nS1,,fall,2022-02-01,,\nS1,,fall,2021-12-31,,\n");
    CHECK(drawn(happened, measure).value == Approx(1 * 0.5 + 2 / 3.0 + 1 / 6.0));
    CHECK(drawn(happened, measure).day == day_number(Date(2022, 2, 1)));
}

TEST_CASE(
    "cycles of a return are its quarters one after the other, and one that is missing leaves no value") {
    auto measure = measure_of(leavers, 10, 2);
    measure.cycles = {3, 1};
    const std::string rows = "S1,2024 Q4,leavers,1,10,,,,\nS1,2024 Q3,leavers,1,10,,,,\n"
                             "S1,2024 Q2,leavers,5,10,,,,\n";
    const auto both = drawn(returns(rows + "S1,2024 Q1,leavers,5,10,,,,\n"), measure);
    CHECK(both.value == Approx((3 * 0.1 + 0.5) / 4));
    CHECK(drawn(returns(rows), measure).state == State::not_submitted);
    CHECK(drawn(returns(rows + "S1,2024 Q1,leavers,,,suppressed,,,\n"), measure).state == State::suppressed);
}

namespace {

/// S9 took over from S7 and S8 on 1 October 2024.
Tables with_heir(Tables tables) {
    tables.insert({"services", "service,provider,first_day,last_day,predecessors\n"
                               "S7,A,,2024-09-30,\nS8,A,,2024-09-30,\nS9,B,2024-10-01,,S7;S8\n"});
    return tables;
}

Cell of_heir(Tables tables, Measure measure, bool inherits = true) {
    measure.inherits = inherits;
    return drawn(with_heir(std::move(tables)), measure, "S9");
}

} // namespace

TEST_CASE("a service that was never rated inherits the latest rating of those it took over from") {
    const auto theirs = "S7,cqc,Outstanding,2020-01-01,\nS8,cqc,Requires improvement,2022-01-01,\n";
    const auto measure = measure_of(LatestRating{"cqc"});
    const auto cell = of_heir(inspections(theirs), measure);
    CHECK(cell.value == 3);
    CHECK(cell.flags == CellFlag::inherited);
    CHECK(cell.day == day_number(Date(2022, 1, 1)));
    CHECK(of_heir(inspections(theirs), measure, false).state == State::not_yet_inspected);
    const auto own = of_heir(inspections(std::string(theirs) + "S9,cqc,Good,2024-11-01,\n"), measure);
    CHECK(own.value == 2);
    CHECK(own.flags == 0);
    const auto one_day = "S7,cqc,Outstanding,2022-01-01,\nS8,cqc,Good,2022-01-01,\n";
    CHECK(of_heir(inspections(one_day), measure).value == 2); // of two on one day the worse one
}

TEST_CASE("events of predecessors add up with the service's own") {
    const auto happened = events("S7,,fall,2024-03-01,,\nS8,,fall,2024-04-01,,\nS9,,fall,2024-11-01,,\n"
                                 ",A,fall,2024-05-01,,\n");
    const auto cell = of_heir(happened, measure_of(EventCount{"fall", 365}));
    CHECK(cell.value == 3); // what concerned the former provider is not the heir's
    CHECK(cell.flags == CellFlag::inherited);
    CHECK(of_heir(happened, measure_of(EventCount{"fall", 365}), false).value == 1);
    CHECK(of_heir(happened, measure_of(EventOpen{"fall"})).value == 1);
}

TEST_CASE("returns and answers of quarters before a service opened are its predecessors', added up") {
    const auto measure = measure_of(leavers, 0, 2);
    const std::string own = "S9,2024 Q4,leavers,1,10,,,,\n";
    const std::string one = own + "S7,2024 Q3,leavers,2,10,,,,\n";
    const auto both = of_heir(returns(one + "S8,2024 Q3,leavers,3,20,,,,\n"), measure);
    CHECK(both.count == 6);
    CHECK(both.n == 40);
    CHECK(both.flags == CellFlag::inherited);
    CHECK(of_heir(returns(one), measure).state == State::not_submitted); // S8 owed it too
    CHECK(of_heir(returns(one + "S8,2024 Q3,leavers,3,20,,,,\n"), measure_of(leavers)).flags == 0);
    const auto answered = of_heir(
        answers("S7,2024 Q3,dignity,agree,4\nS9,2024 Q4,dignity,disagree,4\nS8,2024 Q4,dignity,agree,90\n"),
        measure_of(dignity, 0, 2));
    CHECK(answered.n == 8); // S8 had closed by then
    CHECK(answered.count == 4);
}
