// SPDX-License-Identifier: MIT
// What became known, and how often.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/risk/news.hpp>

#include <map>
#include <string>
#include <vector>

using namespace vermeil;

namespace {

const Date since(2024, 11, 30);
const Date as_of(2024, 12, 31);

std::vector<NewFact> facts(std::map<std::string, std::string> tables) {
    return news(sample::evidence_of(std::move(tables)), since, as_of);
}

} // namespace

TEST_CASE("news is what became known after one day and by another, whenever it happened") {
    const auto found =
        facts({{"events", "service,provider,event,from,known_on\nS1,,default_notice,2024-06-01,2024-12-05\n"
                          "S1,,default_notice,2024-11-30,\nS1,,default_notice,2025-01-01,\n"
                          ",A,administration,2024-12-31,\n"}});
    REQUIRE(found.size() == 3);
    CHECK(found[0].kind == "default_notice");
    CHECK(found[0].known_on == Date(2024, 12, 5));
    CHECK(found[1].kind == "administration");
    CHECK(found[2].service == "S2");
    CHECK(
        news(sample::evidence_of({{"events", "service,event,from\nS1,x,2020-01-01\n"}}), std::nullopt, as_of)
            .size() == 1);
}

TEST_CASE("a rating is told by its source, and a row of a table by the word that tells it apart") {
    const auto found = facts(
        {{"inspections", "service,source,rating,on,known_on\nS1,cqc,Inadequate,2024-11-01,2024-12-02\n"},
         {"complaints", "service,received_on,kind,concluded_on,outcome,attributable\n"
                        "S1,2024-12-03,complaint,,,\nS1,2024-06-03,complaint,2024-12-04,upheld,yes\n"}});
    REQUIRE(found.size() == 3);
    CHECK(found[0].source == "cqc");
    CHECK(found[0].words == "Inadequate");
    CHECK(found[1].source == "complaints");
    CHECK(found[1].words == "kind: complaint");
    CHECK(found[2].words == "kind: complaint; concluded_on: 2024-12-04; outcome: upheld; attributable: yes");
}

TEST_CASE("an embargo is told once, by the table that has its reason") {
    const auto found =
        facts({{"events", "service,event,from\nS1,embargo,2024-12-01\n"},
               {"embargoes", "service,from,role,reason\nS1,2024-12-01,director,missed visits\n"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].source == "embargoes");
    CHECK(found[0].words == "role: director; reason: missed visits");
}

TEST_CASE("a conclusion that comes after the day is not told with its case") {
    const auto found = facts({{"complaints", "service,received_on,kind,concluded_on,outcome\n"
                                             "S1,2024-12-03,complaint,2025-01-20,upheld\n"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].words == "not concluded");
}

TEST_CASE("no person is named: fields that name one are left out, ids in texts masked") {
    const auto found = facts({{"outcomes", "service,person,on,set,met\nS1,PER-7,2024-12-01,2,1\n"},
                              {"concerns", "service,raised_on,about\nS1,2024-12-02,PER-7 was left alone\n"}});
    REQUIRE(found.size() == 2);
    CHECK(found[0].words == "set: 2; met: 1");
    CHECK(found[1].kind == "(masked) was left alone");
}

TEST_CASE("the latest news of a service is that which became known last") {
    const auto found =
        facts({{"events", "service,event,from,known_on\nS1,x,2024-12-01,2024-12-20\nS1,y,2024-12-02,\n"}});
    CHECK(latest_news(found).at("S1") == Date(2024, 12, 20));
    CHECK_FALSE(latest_news(found).contains("S2"));
}

TEST_CASE("what of a row became known after the day is not told, and what did by it is news once more") {
    const std::string head =
        "service,person,proposed_on,by,decision,decided_on,effective_on,reversed_on,reason\n";
    const auto told = [&](const std::string& days) {
        const auto found =
            facts({{"recommendations", head + "S1,P1,2024-12-02,provider,accepted," + days + "\n"}});
        return found.size() == 1 ? found[0].words : std::to_string(found.size());
    };
    CHECK(told("2024-12-09,2025-01-01,2025-01-22,fell") ==
          "by: provider; decision: accepted; decided_on: 2024-12-09; effective_on: 2025-01-01");
    CHECK(told("2025-01-09,2025-01-10,,made up") == "by: provider");
    const auto actions = facts({{"actions", "service,action,set_on,due_on,role,done_on\n"
                                            "S1,a,2024-10-01,2025-02-01,manager,2025-01-09\n"
                                            "S1,b,2024-10-01,2025-02-01,manager,2024-12-09\n"}});
    REQUIRE(actions.size() == 1);
    CHECK(actions[0].kind == "b");
    CHECK(actions[0].known_on == Date(2024, 12, 9));
}

TEST_CASE("a conclusion that is not known yet names no kind") {
    const auto found = facts({{"safeguarding", "service,opened_on,concluded_on,decision,attributable\n"
                                               "S1,2024-12-03,2025-01-20,substantiated,yes\n"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == "safeguarding");
    CHECK(found[0].words == "not concluded");
}

TEST_CASE("a return is known from the day it came, and is no news by itself") {
    const auto found = facts({{"exposures", "service,quarter,hours,people,received_on\n"
                                            "S1,2024-25 Q3,10,1,2025-01-08\n"
                                            "S2,2024-25 Q3,10,1,2024-12-31\n"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].service == "S2");
    CHECK(found[0].periodic);
    CHECK(without_returns(found).empty());
    CHECK(latest_news(found).empty());
}

TEST_CASE("what was entered by hand is news from the day on which it was entered") {
    const std::string head = "service,event,from,entered_by,entered_on,expires_on\n";
    CHECK(facts({{"events", head + "S1,x,2024-12-01,broker,2025-01-02,2025-06-01\n"}}).empty());
    CHECK(facts({{"events", head + "S1,x,2024-10-01,broker,2024-12-02,2025-06-01\n"}}).size() == 1);
}

TEST_CASE(
    "an event is news once more when its review is concluded and when it ends, and tells what was known") {
    const std::string head =
        "service,event,from,to,known_on,review,concluded_on,entered_by,entered_on,expires_on\n";
    const auto told = [&](const std::string& rest) {
        const auto found = facts({{"events", head + "S1,x,2024-06-01," + rest + "\n"}});
        return found.size() == 1 ? to_string(found[0].known_on) + " " + found[0].words
                                 : std::to_string(found.size());
    };
    CHECK(told(",,,,,,") == "0");
    CHECK(told(",,upheld,2024-12-10,,,") == "2024-12-10 upheld on 2024-12-10");
    CHECK(told(",,not upheld,2024-12-10,,,") == "2024-12-10 not upheld on 2024-12-10");
    CHECK(told(",2024-12-05,upheld,2025-01-10,,,") == "2024-12-05 under review");
    CHECK(told(",2024-12-05,under review,,,,") == "2024-12-05 under review");
    CHECK(told("2024-12-15,,,,,,") == "2024-12-15 until 2024-12-15");
    CHECK(told("2025-01-15,,,,,,") == "0");
    CHECK(told("2024-11-15,,,,,,") == "0");
    CHECK(told(",,,,contract officer,2024-12-03,2025-02-01") ==
          "2024-12-03 entered by a contract officer on 2024-12-03; counts until 2025-02-01");
}
