// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "checks_of.hpp"

#include <vermeil/evidence/check_share.hpp>

using namespace vermeil;
using sample::check_of;
using sample::told;

namespace {

std::vector<std::string> counted(const std::string& share, const std::string& heading = "percent") {
    return told(check_of({{"counts", "service,quarter,item,count,base," + heading +
                                         "\nS2,2024-25 Q1,a,15,805," + share + "\n"}}));
}

} // namespace

TEST_CASE("15 of 805 is not 2.5 %") {
    CHECK(counted("2.5 %") ==
          std::vector<std::string>{"2 count: 15 of 805 is 1.9 %, and the column percent says 2.5 %"});
    CHECK(counted("0.025", "share").size() == 1);
    CHECK(counted("2%", "percentage").empty());
}

TEST_CASE("a share agrees when it is rounded as far as it is printed, as a share of 100 or of 1") {
    for (const std::string share :
         {"1.9 %", "1.9", "1.86%", "1.863354", "2", "0.019", "0.0186", "0.02", ""}) {
        CHECK(counted(share).empty());
    }
    for (const std::string share : {"1.8 %", "1.87", "3", "0.018", "0.02 %"}) {
        CHECK(counted(share).size() == 1);
    }
}

TEST_CASE("what is no number says nothing, and neither does a base of 0") {
    CHECK(counted("about 2 %").empty());
    CHECK(told(check_of({{"counts", "service,quarter,item,count,base,share\nS2,2024-25 Q1,a,0,0,50 %\n"}}))
              .empty());
}

TEST_CASE("the share of an answer is that of all answers to its item") {
    const std::string head = "service,quarter,item,answer,count,percent\n";
    const auto lines = told(check_of({{"survey_counts", head + "S2,2024-25 Q1,a,agree,15,75 %\n"
                                                               "S2,2024-25 Q1,a,disagree,5,30 %\n"
                                                               "S2,2024-25 Q1,b,agree,1,100 %\n"}}));
    CHECK(lines == std::vector<std::string>{"3 count: 5 of 20 is 25.0 %, and the column percent says 30 %"});
}

TEST_CASE("an item with a lost count has no base") {
    const std::string head = "service,quarter,item,answer,count,percent\n";
    CHECK(told(check_of({{"survey_counts",
                          head + "S2,2024-25 Q1,a,agree,15,10 %\nS2,2024-25 Q1,a,disagree,,90 %\n"}}))
              .empty());
}
