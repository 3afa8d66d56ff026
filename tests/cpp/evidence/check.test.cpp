// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "checks_of.hpp"

#include <vermeil/evidence/check.hpp>

using namespace vermeil;
using sample::check_of;
using sample::tally;
using sample::told;

TEST_CASE("clean tables have no findings and every row is kept") {
    const auto check = check_of({{"events", "service,event,from\nS2,x,2024-01-01\n"}});
    CHECK(check.findings.empty());
    CHECK(tally(check, "events").kept == 1);
    CHECK(tally(check, "services").kept == 2);
}

TEST_CASE("what reading finds is among the findings, and of two readers once") {
    const auto check = check_of({{"services", "service,provider\nS1,A\nS1,B\n"},
                                 {"events", "service,event,from\nS9,x,2024-01-01\nS1,y,soon\n"}});
    CHECK(told(check) ==
          std::vector<std::string>{"3 service: this id stands already in an earlier row",
                                   "2 service: no such service among the 1 in the services table",
                                   "3 from: not a date; write it as 2024-10-01"});
    CHECK(tally(check, "services").left_out == 1);
    CHECK(tally(check, "events").left_out == 2);
}

TEST_CASE("the sums of every table are its rows") {
    const auto check = check_of(
        {{"events", "service,event,from\nS2,x,2024-01-01\n,,\nS2,x,2024-01-01\nS9,x,2024-01-01\nS2,x,\n"},
         {"counts", "service,quarter,item,count,base\nS2,2024-25 Q1,a,3,2\n"},
         {"survey_sheets", "sheet,service,quarter,q1\n1,S2,2024-25 Q1,agree\n,,,yes\n,,,\n"},
         {"packages", "package,person,hours_per_week,from,service\nK1,p,200,2024-01-01,S2\n"}});
    CHECK(check.files.size() == 5);
    for (const auto& file : check.files) {
        CHECK(file.kept + file.flagged + file.left_out + file.blank + file.passed_over == file.rows);
    }
    CHECK(tally(check, "events").blank == 1);
    CHECK(tally(check, "survey_sheets").left_out == 1);
    CHECK(tally(check, "survey_sheets").blank == 1);
}

TEST_CASE("a table that lacks a column is one finding, and the others go on") {
    const auto check = check_of({{"events", "service,event\nS2,x\nS2,y\n"},
                                 {"counts", "service,quarter,item,count,base\nS2,2024-25 Q1,a,1,2\n"}});
    CHECK(told(check) == std::vector<std::string>{"0 from: no column 'from'; it has 'service' or 'event'"});
    CHECK(tally(check, "events").left_out == 2);
    CHECK(tally(check, "counts").kept == 1);
}

TEST_CASE("tables of the market alone need no register") {
    const auto check = vermeil::check({{"providers", csv::table("providers", "provider\nA\nA\n")}});
    CHECK(told(check) == std::vector<std::string>{"3 provider: this id stands already in an earlier row"});
}

TEST_CASE("packages alone need no register, and with one a fault is told once though two readers meet it") {
    const std::string head = "package,person,hours_per_week,from,service,provider\n";
    const auto alone = csv::table("packages", head + "K1,p,5,2024-01-01,,A\nK1,p,5,2024-01-01,,A\n");
    CHECK(vermeil::check({{"packages", alone}}).files.size() == 1);
    const auto check = check_of({{"packages", head + "K1,p,5,soon,S2,\n"}});
    CHECK(told(check) == std::vector<std::string>{"2 from: not a date; write it as 2024-10-01"});
}

TEST_CASE("evidence without a register, or a table that nobody knows, stops the check") {
    const auto events = csv::table("events", "service,event,from\nS2,x,2024-01-01\n");
    CHECK_THROWS_WITH(vermeil::check({{"events", events}}),
                      Catch::Matchers::StartsWith("there is no services table"));
    CHECK_THROWS_WITH(vermeil::check({{"event", events}}),
                      Catch::Matchers::EndsWith("did you mean 'events'?"));
    CHECK_THROWS_WITH(vermeil::check({{"services", csv::table("services", "id\nS1\n")}}),
                      "services: no column 'service'; it has 'id'");
}
