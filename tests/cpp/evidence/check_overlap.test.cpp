// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "checks_of.hpp"

#include <vermeil/evidence/check_overlap.hpp>

using namespace vermeil;
using sample::check_of;
using sample::told;

namespace {

Check packages(const std::string& rows) {
    return check_of({{"packages", "package,person,hours_per_week,from,to,service\n" + rows}});
}

} // namespace

TEST_CASE("packages of one person that share a day are flagged") {
    CHECK(told(packages("K1,p,5,2024-01-01,2024-03-01,S2\nK2,p,5,2024-03-01,,S2\n")) ==
          std::vector<std::string>{"3 from: the person's package 'K1' in row 2 runs until 2024-03-01"});
    CHECK(told(packages("K1,p,5,2024-03-01,,S2\nK2,p,5,2024-01-01,,S2\n")) ==
          std::vector<std::string>{"2 from: the person's package 'K2' in row 3 runs on, without an end"});
}

TEST_CASE("packages that follow each other, or of two persons, are not") {
    CHECK(told(packages("K1,p,5,2024-01-01,2024-03-01,S2\nK2,p,5,2024-03-02,,S2\nK3,q,5,2024-01-01,,S2\n"))
              .empty());
}

TEST_CASE("a long package is remembered behind shorter ones") {
    const auto lines = told(packages("K1,p,5,2024-01-01,2024-12-31,S2\nK2,p,5,2024-02-01,2024-02-10,S2\n"
                                     "K3,p,5,2024-06-01,2024-06-02,S2\n"));
    CHECK(lines ==
          std::vector<std::string>{"3 from: the person's package 'K1' in row 2 runs until 2024-12-31",
                                   "4 from: the person's package 'K1' in row 2 runs until 2024-12-31"});
}

TEST_CASE("nothing that is told names the person") {
    const auto check = packages("K1,Somebody,5,2024-01-01,,S2\nK2,Somebody,5,2024-03-01,,S2\n");
    REQUIRE(check.findings.size() == 1);
    CHECK(check.findings[0].reason.find("Somebody") == std::string::npos);
    CHECK(check.findings[0].value == "2024-03-01");
}
