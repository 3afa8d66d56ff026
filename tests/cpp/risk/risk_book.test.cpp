// SPDX-License-Identifier: MIT
// A scheme over evidence, on days.

#include "catch.hpp"
#include "risk/early.hpp"

#include <vermeil/risk/risk_book.hpp>

#include <string>
#include <vector>

using early::book;
using early::events;
using vermeil::Date;
using vermeil::State;

namespace {

const Date day(2024, 12, 31);

/// The points of a service on a day.
double points(const vermeil::RiskBook& book, const std::string& service, Date on = day) {
    const auto scores = book.score(on);
    return scores.outcomes().row(scores.measures().row(service)).highest_score;
}
std::string level(const vermeil::RiskBook& book, const std::string& service, Date on = day) {
    return book.score(on).explain(service).level;
}

} // namespace

TEST_CASE("a service without any fact has no points and is Green") {
    const auto nothing = book({});
    CHECK(points(nothing, "S1") == 0);
    CHECK(level(nothing, "S1") == "Green");
}

TEST_CASE("an event halves with each half-life and leaves after its look-back") {
    const auto one = book(events("S1,,safeguarding_decision,2024-01-01,,,,,,,,\n"));
    CHECK(points(one, "S1", Date(2023, 12, 31)) == 0);
    CHECK(points(one, "S1", Date(2024, 1, 1)) == 10);
    CHECK(points(one, "S1", Date(2024, 4, 10)) == 5);
    CHECK(points(one, "S1", Date(2024, 7, 19)) == 2.5);
    CHECK(points(one, "S1", Date(2024, 12, 31)) == 0);
}

TEST_CASE("within an incident only what would earn most counts, across kinds of events and ratings") {
    // A death earns 20 and the rating 40: the rating stands for both, and for the decision.
    auto tables =
        events("S1,,unexpected_death,2024-12-01,,,I1,,,,,\nS1,,safeguarding_decision,2024-12-31,,,I1,,,,,\n");
    CHECK(points(book(tables), "S1") == 20);
    tables["inspections"] = "service,source,rating,on,incident\nS1,cqc,Inadequate,2024-12-31,I1\n";
    CHECK(points(book(tables), "S1") == 40);
    // A rating that would earn less than the death yields to it, and keeps its word.
    tables["inspections"] = "service,source,rating,on,incident\nS1,cqc,Requires improvement,2024-12-31,I1\n";
    const auto yields = book(tables);
    CHECK(points(yields, "S1") == 20);
    CHECK(yields.measures(day).find("cqc")->cell(0).value == 2);
    CHECK(yields.measures(day).find("cqc")->cell(0).share == 0);
}

TEST_CASE("an incident counts once, however many facts of one kind it has; two incidents count twice") {
    CHECK(
        points(book(events(
                   "S1,,unexpected_death,2024-12-01,,,I1,,,,,\nS1,,unexpected_death,2024-12-02,,,I1,,,,,\n")),
               "S1") == 20);
    CHECK(
        points(book(events(
                   "S1,,unexpected_death,2024-12-01,,,I1,,,,,\nS1,,unexpected_death,2024-12-02,,,I2,,,,,\n")),
               "S1") == 40);
}

TEST_CASE("of what would earn the same in an incident the first indicator of the file counts") {
    // Two decisions' worth of points: 10 for the decision today, and 20 for a death; an embargo earns 40 and wins.
    const auto rules = early::rules;
    auto same = rules;
    same.replace(same.find("[[0, 0], [10, 100]]"), 19, "[[0, 0], [5, 100]]");
    const auto tied = book(
        events("S1,,unexpected_death,2024-12-31,,,I1,,,,,\nS1,,safeguarding_decision,2024-12-31,,,I1,,,,,\n"),
        same);
    const auto table = tied.measures(day);
    CHECK(table.find("decisions")->cell(0).value == 1);
    CHECK(table.find("deaths")->cell(0).value == 0);
}

TEST_CASE("a trigger sees what yields in points") {
    auto rules = early::rules;
    rules.replace(rules.find("[[1, 40]]"), 9, "[[1, 15]]");
    const auto both =
        book(events("S1,,unexpected_death,2024-12-01,,,I1,,,,,\nS1,,embargo,2024-12-02,,,I1,,,,,\n"), rules);
    CHECK(points(both, "S1") == 20);
    CHECK(level(both, "S1") == "Red");
}

TEST_CASE("without incidents in the scheme each fact earns what it earns alone") {
    auto rules = early::rules;
    rules.replace(rules.find("incidents = \"highest\""), 21, "");
    CHECK(points(book(events("S1,,unexpected_death,2024-12-31,,,I1,,,,,\nS1,,safeguarding_decision,2024-12-"
                             "31,,,I1,,,,,\n"),
                      rules),
                 "S1") == 30);
}

TEST_CASE("a death under review adds nothing and prompts a visit; its finding counts from the day of the "
          "conclusion") {
    const auto death = book(events("S1,,unexpected_death,2024-01-01,,,,upheld,2024-10-01,,,\n"));
    CHECK(points(death, "S1", Date(2024, 9, 30)) == 0);
    const auto before = death.score(Date(2024, 9, 30)).explain("S1");
    CHECK(before.trace.prompts.front().firing == vermeil::Firing::yes);
    CHECK(points(death, "S1", Date(2024, 10, 1)) == 20);
    CHECK(death.score(Date(2024, 10, 1)).explain("S1").trace.prompts.front().firing == vermeil::Firing::no);
    CHECK(points(death, "S1", Date(2025, 9, 30)) == 20); // a year of look-back from the conclusion
    CHECK(points(death, "S1", Date(2025, 10, 1)) == 0);
    const auto cleared = book(events("S1,,unexpected_death,2024-01-01,,,,not upheld,2024-10-01,,,\n"));
    CHECK(points(cleared, "S1", Date(2024, 10, 1)) == 0);
}

TEST_CASE("what was entered by hand counts from its entry to its expiry") {
    const auto held = book(events("S1,,embargo,2024-06-01,,,,,,2024-06-30,broker,2024-06-10\n"));
    CHECK(level(held, "S1", Date(2024, 6, 9)) == "Green");
    CHECK(level(held, "S1", Date(2024, 6, 10)) == "Red");
    CHECK(level(held, "S1", Date(2024, 6, 30)) == "Red");
    CHECK(level(held, "S1", Date(2024, 7, 1)) == "Green");
}

TEST_CASE("a fact of the future counts from its day, and one that is known later from then") {
    const auto later =
        book(events("S1,,embargo,2025-02-01,,,,,,,,\nS2,,embargo,2024-12-01,,2025-01-05,,,,,,\n"));
    CHECK(level(later, "S1") == "Green");
    CHECK(level(later, "S2") == "Green");
    CHECK(level(later, "S1", Date(2025, 2, 1)) == "Red");
    CHECK(level(later, "S2", Date(2025, 1, 5)) == "Red");
}

TEST_CASE("two open embargoes count as one, and are told") {
    const auto twice = book(events("S1,,embargo,2024-11-01,,,,,,,,\nS1,,embargo,2024-12-01,,,,,,,,\n"));
    CHECK(points(twice, "S1") == 40);
    REQUIRE(twice.rejects().size() == 1);
    CHECK(twice.rejects().front().kept);
    CHECK(twice.rejects().front().reason ==
          "another embargo of the same has stood open since 2024-11-01; both count as one");
}

TEST_CASE("an embargo lifted before it was set, or expired before its day, leaves the service open") {
    for (const auto* row :
         {"S1,,embargo,2024-11-02,2024-11-01,,,,,,,\n", "S1,,embargo,2024-11-02,,,,,,2024-11-01,,\n"}) {
        const auto wrong = book(events(row));
        REQUIRE(wrong.evidence().rejects.size() == 1);
        CHECK(wrong.evidence().rejects.front().reason == "lies before the first day, 2024-11-02");
        CHECK(level(wrong, "S1") == "Not rated");
        CHECK(level(wrong, "S2") == "Green");
    }
}

TEST_CASE("days are scored each with what was known on it, and give what each day gives alone") {
    const auto facts =
        book(events("S1,,embargo,2024-03-05,2024-06-01,,,,,,,\nS3,,administration,2024-05-01,,,,,,,,\n"));
    const std::vector<Date> days{Date(2024, 2, 29), Date(2024, 3, 31), Date(2024, 6, 30)};
    const auto scores = facts.score(days);
    REQUIRE(scores.size() == 3);
    CHECK(scores[0].explain("S1").level == "Green");
    CHECK(scores[1].explain("S1").level == "Red");
    CHECK(scores[2].explain("S1").level == "Green");
    CHECK(scores[2].explain("S3").level == "Red");
}

TEST_CASE("who may not rate a service adds nothing there, nor does one whose first inspection is awaited") {
    auto rated = book({{"inspections", "service,source,rating,on\nS3,cqc,Inadequate,2024-12-01\n"}});
    CHECK(rated.measures(day).find("cqc")->cell(2).state == State::not_applicable);
    CHECK(rated.measures(day).find("cqc")->cell(0).state == State::not_yet_inspected);
    CHECK(level(rated, "S3") == "Green");
}

TEST_CASE("a word that its scale does not have leaves the rating unknown and is told") {
    const auto wrong = book({{"inspections", "service,source,rating,on\nS1,cqc,Superb,2024-12-01\n"}});
    CHECK(wrong.measures(day).find("cqc")->cell(0).state == State::unknown);
    REQUIRE(wrong.rejects().size() == 1);
    CHECK(wrong.rejects().front().reason == "not one of 'Good', 'Requires improvement' or 'Inadequate'");
}

TEST_CASE("a rating on a scale that the scheme does not have is nobody's business") {
    const auto other = book({{"inspections", "service,source,rating,on\nS1,stars,3,2024-12-01\n"}});
    CHECK(other.rejects().empty());
    CHECK(level(other, "S1") == "Green");
}

TEST_CASE("a fact about nobody who is known is refused by name") {
    auto facts = book({});
    vermeil::Event event;
    event.service = "S9";
    event.event = "embargo";
    event.from = day;
    CHECK_THROWS_WITH(facts.add(event),
                      "the event 'embargo' concerns 'S9', which is not in the services table");
}
