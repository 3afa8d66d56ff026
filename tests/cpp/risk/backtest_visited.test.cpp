// SPDX-License-Identifier: MIT
// Who is visited already.

#include "catch.hpp"
#include "evidence_of.hpp"

#include <vermeil/risk/backtest_visited.hpp>

#include <map>
#include <string>
#include <vector>

using vermeil::Date;

namespace {

/// For S1 and S2 of provider A, and S3 of provider B.
std::vector<bool> visited(std::map<std::string, std::string> tables, Date day = Date(2024, 6, 30)) {
    return vermeil::already_visited(sample::evidence_of(std::move(tables)), day,
                                    {"embargo", "improvement_plan"});
}

const std::string decided = "service,provider,ladder,step,on,role,reason,known_on\n";

} // namespace

TEST_CASE("an event that is open counts, the service's own and its provider's") {
    CHECK(visited({{"events", "service,provider,event,from,to\nS3,,embargo,2024-06-01,\n"}}) ==
          std::vector<bool>{false, false, true});
    CHECK(visited({{"events", "service,provider,event,from,to\n,A,embargo,2024-06-01,2024-06-30\n"}}) ==
          std::vector<bool>{true, true, false});
    CHECK(visited({{"events", "service,provider,event,from,to\nS1,,embargo,2024-06-01,2024-06-29\n"
                              "S2,,note,2024-06-01,\nS3,,embargo,2024-07-01,\n"}}) == std::vector<bool>(3));
}

TEST_CASE("the latest decision of each ladder counts, by the name of its step") {
    CHECK(visited({{"decisions", decided + "S1,,council,Improvement plan,2024-05-01,head,x,\n"
                                           "S2,,council,improvement plan,2024-05-01,head,x,\n"
                                           "S2,,council,monitoring,2024-06-01,head,x,\n"
                                           "S3,,council,improvement plan,2024-05-01,head,x,2024-07-10\n"}}) ==
          std::vector<bool>{true, false, false});
    CHECK(visited({{"decisions", decided + "S2,,council,improvement plan,2024-05-01,head,x,\n"
                                           "S2,,market,monitoring,2024-06-01,head,x,\n"
                                           ",B,council,improvement plan,2024-05-01,head,x,\n"}}) ==
          std::vector<bool>{false, true, true});
}

TEST_CASE("without tables nobody is known to be visited") { CHECK(visited({}) == std::vector<bool>(3)); }
