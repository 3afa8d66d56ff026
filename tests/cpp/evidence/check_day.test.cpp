// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "checks_of.hpp"

#include <vermeil/evidence/check_day.hpp>

using namespace vermeil;
using sample::check_of;
using sample::told;

TEST_CASE("what was known before it happened is flagged") {
    const auto check = check_of({{"events", "service,event,from,known_on\nS2,x,2024-03-01,2024-02-28\n"
                                            "S2,y,2024-03-01,2024-03-01\nS2,z,2024-03-01,\n"}});
    CHECK(told(check) == std::vector<std::string>{"2 known_on: known before it happened on 2024-03-01"});
}

TEST_CASE("days after that of the check are flagged, but for what is planned or due") {
    const std::map<std::string, std::string> tables{
        {"events", "service,event,from,to\nS2,x,2024-03-01,2030-01-01\nS2,y,2025-03-01,\n"},
        {"packages", "package,person,hours_per_week,from,to,service\nK1,p,10,2025-06-01,,S2\n"}};
    CHECK(told(check_of(tables, Date(2024, 12, 31))) ==
          std::vector<std::string>{"3 from: lies after 2024-12-31, the day of the check"});
    CHECK(told(check_of(tables)).empty());
}

TEST_CASE("rows about a service before it opened or after it closed are flagged") {
    const auto check = check_of({{"events", "service,event,from\nS1,x,2019-12-31\nS1,y,2020-01-01\n"
                                            "S1,z,2024-06-30\nS1,a,2024-07-01\nS2,x,1999-01-01\n"}});
    CHECK(told(check) ==
          std::vector<std::string>{"2 service: the service opened after that, on 2020-01-01",
                                   "5 service: the service had closed by then, on 2024-06-30"});
}

TEST_CASE("a quarter counts as open where a day of it was") {
    const auto check =
        check_of({{"counts", "service,quarter,item,count,base\nS1,2024-25 Q1,a,1,2\n"
                             "S1,2024-25 Q2,a,1,2\nS1,2019-20 Q4,a,1,2\nS1,2019-20 Q3,a,1,2\n"}});
    CHECK(told(check) == std::vector<std::string>{"3 service: the service had closed by then, on 2024-06-30",
                                                  "5 service: the service opened after that, on 2020-01-01"});
}

TEST_CASE("a package that begins after its service closed is flagged") {
    const auto check =
        check_of({{"packages", "package,person,hours_per_week,from,service\nK1,p,10,2024-08-01,S1\n"}});
    CHECK(told(check) ==
          std::vector<std::string>{"2 service: the service had closed by then, on 2024-06-30"});
}
