// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "checks_of.hpp"

#include <vermeil/evidence/check_repeat.hpp>

using namespace vermeil;
using sample::check_of;
using sample::told;

TEST_CASE("a row that stands twice is flagged the second time") {
    const auto check =
        check_of({{"events", "service,event,from\nS2,x,2024-01-01\nS2,y,2024-01-01\nS2,x,2024-01-01\n"}});
    CHECK(told(check) == std::vector<std::string>{"4 service: the same in every column as row 2"});
}

TEST_CASE("a row that says the same in other capitals, or learnt more of its end, is flagged") {
    const auto check = check_of({{"events", "service,event,from,to\nS2,default notice,2024-01-01,\n"
                                            "S2,Default-Notice,2024-01-01,2024-03-01\n"}});
    CHECK(told(check) == std::vector<std::string>{
                             "3 service: the same but for capitals, punctuation or later days as row 2"});
}

TEST_CASE("rows that differ in their first day, in a number or in any other column are not alike") {
    CHECK(told(check_of(
                   {{"events", "service,event,from\nS2,x,2024-01-01\nS2,x,2024-01-02\nS2,y,2024-01-01\n"}}))
              .empty());
    CHECK(told(check_of({{"events", "service,event,from,ref\nS2,x,2024-01-01,1.5\nS2,x,2024-01-01,15\n"}}))
              .empty());
    CHECK(told(check_of({{"events", "service,event,from,ref\nS2,x,2024-01-01,-5\nS2,x,2024-01-01,5\n"}}))
              .empty());
}

TEST_CASE("a row that was left out is like no other") {
    const auto check = check_of({{"events", "service,event,from\nS9,x,2024-01-01\nS9,x,2024-01-01\n"}});
    CHECK(sample::tally(check, "events").left_out == 2);
    CHECK(sample::tally(check, "events").flagged == 0);
}

TEST_CASE("two ratings of one source on one day contradict each other") {
    const auto check =
        check_of({{"inspections", "service,source,rating,on\nS2,cqc,Good,2024-01-01\n"
                                  "S2,cqc,Inadequate,2024-01-01\nS2,pamms,Poor,2024-01-01\n"}});
    CHECK(told(check) ==
          std::vector<std::string>{"3 rating: the same source rated it 'Good' on the same day in row 2"});
}
