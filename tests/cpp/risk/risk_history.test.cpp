// SPDX-License-Identifier: MIT
// Since when, and by what.

#include "catch.hpp"
#include "risk/chance.hpp"
#include "risk/early.hpp"

#include <vermeil/risk/risk_history.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using early::book;
using early::events;
using vermeil::Date;

namespace {

const Date as_of(2024, 12, 31);

bool has(const std::vector<std::string>& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

} // namespace

TEST_CASE("a level holds since the day on which what brought it was known") {
    const auto held = book(events("S1,,embargo,2024-11-01,,2024-11-05,,,,2025-01-31,broker,2024-11-08\n"
                                  "S1,,unexpected_death,2024-06-01,,,,,,,,\n"));
    const auto since = since_of(held, 0, as_of);
    REQUIRE(since);
    CHECK(since->day == Date(2024, 11, 8));
    REQUIRE(since->came.size() == 1);
    CHECK(since->came.front().measure == "embargo");
    CHECK(since->came.front().entered_by == "broker");
    CHECK(to_string(*since, "Red") ==
          "Red since 2024-11-08: embargo of 2024-11-01, known on 2024-11-08, entered by a "
          "broker, counts until 2025-01-31");
    CHECK_FALSE(since->from_start);
}

TEST_CASE("a level that an end brought says what no longer counts; a break begins it anew") {
    const auto lifted =
        book(events("S1,,embargo,2024-01-01,2024-03-31,,,,,,,\nS1,,embargo,2024-05-01,2024-06-30,,,,,,,\n"));
    const auto green = since_of(lifted, 0, as_of);
    CHECK(green->day == Date(2024, 7, 1));
    CHECK(to_string(*green, "Green") == "Green since 2024-07-01: no longer embargo of 2024-05-01");
    CHECK(since_of(lifted, 0, Date(2024, 6, 1))->day == Date(2024, 5, 1));
}

TEST_CASE("what grows older can move a level without any fact") {
    // Three decisions, 30 points: Amber until they have decayed below 20.
    const auto decays = book(
        events("S1,,safeguarding_decision,2024-06-01,,,,,,,,\nS1,,safeguarding_decision,2024-06-01,,,,,,,,\n"
               "S1,,safeguarding_decision,2024-06-01,,,,,,,,\n"));
    const auto since = since_of(decays, 0, as_of);
    CHECK(since->day == Date(2024, 7, 30)); // 30 * 2^(-59 / 100) = 19.93
    CHECK(to_string(*since, "Green") == "Green since 2024-07-30: what there was has grown older");
}

TEST_CASE("a level that has held from the first evidence says so, and one without evidence has no day") {
    const auto calm = book(events("S1,,safeguarding_decision,2024-06-01,,,,,,,,\n"));
    const auto since = since_of(calm, 0, as_of);
    CHECK(since->from_start);
    CHECK(since->day == Date(2024, 6, 1));
    CHECK_FALSE(since_of(calm, 1, as_of)->day);
    CHECK(to_string(*since_of(calm, 1, as_of), "Green") == "Green for as long as is known");
}

TEST_CASE("the first fact of all brings its level, unless the service opened on its day") {
    const auto first = book(events("S1,,embargo,2024-06-01,,,,,,,,\n"));
    const auto since = since_of(first, 0, as_of);
    CHECK(since->day == Date(2024, 6, 1));
    CHECK_FALSE(since->from_start);
    CHECK(since->came.size() == 1);
    auto tables = events("S1,,embargo,2024-06-01,,,,,,,,\n");
    tables["services"] = "service,provider,first_day\nS1,A,2024-07-01\n";
    const auto opened = since_of(book(tables), 0, as_of);
    CHECK(opened->day == Date(2024, 7, 1));
    CHECK(opened->from_start);
}

TEST_CASE("the facts of a level say which count and which yield to another of their incident") {
    const auto both = book(events(
        "S1,,unexpected_death,2024-12-01,,,I1,,,,,\nS1,,safeguarding_decision,2024-12-31,,,I1,,,,,\n"));
    const auto facts = facts_of(both, 0, as_of);
    REQUIRE(facts.size() == 2);
    CHECK(facts[0].measure == "decisions");
    CHECK(facts[0].yields_to == "deaths");
    CHECK(facts[1].yields_to.empty());
    CHECK(to_string(facts[0]) ==
          "safeguarding_decision of 2024-12-31, counts not: incident I1 is counted by deaths");
}

TEST_CASE("a trigger is told as what brought the level, though its points yield to another fact") {
    auto text = early::rules;
    text.replace(text.find("[[1, 40]]"), 9, "[[1, 30]]");
    const auto made = book({{"events", early::event_columns + "S1,,embargo,2024-12-11,2024-12-20,,I1,,,,,\n"},
                            {"inspections", "service,source,rating,on,incident\n"
                                            "S1,cqc,Inadequate,2024-12-01,I1\n"}},
                           text);
    CHECK(to_string(*since_of(made, 0, Date(2024, 12, 15)), "Red") ==
          "Red since 2024-12-11: embargo of 2024-12-11, earns no points: incident I1 is counted by cqc");
    const auto amber = to_string(*since_of(made, 0, as_of), "Amber");
    CHECK_THAT(amber, Catch::StartsWith("Amber since 2024-12-21: no longer embargo of 2024-12-11"));
}

TEST_CASE("a row of a table yields within its incident, to an event as to a row of another table") {
    const std::string before = "[[measure]]\nid = \"cqc\"";
    const std::string reviewed =
        "[[measure]]\nid = \"reviewed\"\nvalue = { table = \"deaths\", days = 365 }\n"
        "scale = { linear = [[0, 0], [2, 60]] }\n";
    auto rules = early::rules;
    rules.insert(rules.find(before), reviewed);
    auto tables = events("S1,,safeguarding_decision,2024-12-01,,,I1,,,,,\n");
    tables["deaths"] = "service,on,concluded_on,attributable,incident\nS1,2024-11-01,2024-12-01,yes,I1\n";
    const auto both = book(tables, rules);
    const auto facts = facts_of(both, 0, as_of);
    REQUIRE(facts.size() == 2);
    CHECK(to_string(facts[0]) == "deaths of 2024-11-01");
    CHECK(facts[0].source == "deaths");
    CHECK(facts[1].yields_to == "reviewed");
    CHECK(both.score(as_of).outcomes().row(0).highest_score == 30);
    tables["deaths"] = "service,on,concluded_on,attributable,incident\nS1,2024-11-01,2024-12-01,yes,\n";
    CHECK(book(tables, rules).score(as_of).outcomes().row(0).highest_score > 30);
}

TEST_CASE("an explanation holds the facts, since when, what is stale, and the same as JSON") {
    auto tables = events(",A,administration,2024-12-01,,,,,,,,\n");
    tables["inspections"] = "service,source,rating,on\nS1,cqc,Good,2022-06-01\n";
    const auto failing = book(tables);
    const auto score = explain(failing, failing.score(as_of), "S1");
    CHECK(score.since == Date(2024, 12, 1));
    CHECK(has(score.explanation, "fact: administration: administration of 2024-12-01, of the provider"));
    CHECK(has(score.explanation, "Red since 2024-12-01: administration of 2024-12-01, of the provider"));
    CHECK(has(score.explanation, "stale: the evidence of cqc is older than it counts as fresh"));
    CHECK(score.json.find("\"stale\": [\"cqc\"]") != std::string::npos);
    CHECK(score.json.find("\"since\": {\"day\": \"2024-12-01\"") != std::string::npos);
    CHECK(score.json.find("\"facts\": [{\"measure\": \"cqc\"") != std::string::npos);
}

namespace {

/// The first of the days up to one on which the level has been the same, walking back day by day; nothing where that is the day
/// itself and nothing was known by then.
std::optional<Date> walked_back(const vermeil::RiskBook& book, std::size_t service, Date day) {
    const auto level_on = [&](Date when) {
        vermeil::RiskBook::Work work;
        book.draw(service, when, work);
        return book.evaluator()->evaluate(work.cells).band;
    };
    vermeil::RiskBook::Work work;
    book.draw(service, day, work);
    const auto first = vermeil::detail::first_evidence(work);
    const boost::gregorian::days one(1);
    if (!first || *first > day) {
        return std::nullopt;
    }
    const auto level = level_on(day);
    while (day > *first && level_on(day - one) == level) {
        day = day - one;
    }
    return day;
}

} // namespace

TEST_CASE("the day since which a level has held, and what brought it, are those of a walk over every day") {
    std::size_t broken = 0;
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        chance::Chance draws(seed);
        auto evidence = sample::evidence_of({{"services", early::services},
                                             {"events", "service,event,from\n"},
                                             {"inspections", "service,source,rating,on\n"}});
        for (int i = 0; i < 30; ++i) {
            evidence.events.push_back(draws.event());
            evidence.inspections.push_back(draws.rating());
        }
        const vermeil::RiskBook made(
            vermeil::RiskScheme(vermeil::parse_framework(early::rules, "early.toml")),
            std::make_shared<const vermeil::Evidence>(std::move(evidence)));
        for (std::size_t service = 0; service < 4; ++service) {
            for (const auto day : {Date(2023, 11, 30), Date(2024, 5, 31), as_of, Date(2025, 6, 30)}) {
                CAPTURE(seed, service, vermeil::to_string(day));
                const auto since = since_of(made, service, day);
                REQUIRE(since);
                CHECK(since->day == walked_back(made, service, day));
                broken += since->from_start ? 0U : 1U;
                for (const auto& fact : since->came) {
                    CHECK(vermeil::facts_of(made, service, *since->day).size() >= since->came.size());
                    CHECK(fact.from <= *since->day);
                }
            }
        }
    }
    CHECK(broken > 20); // else nothing was tried
}
