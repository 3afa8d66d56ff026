// SPDX-License-Identifier: MIT
// A walk that somebody else made, from two tables.

#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/risk/read_ranked.hpp>

#include <string>
#include <vector>

using vermeil::Date;

namespace {

const vermeil::RankedLayout layout{{{"points", "The scheme"}, {"grade", "The last grade"}}, {"Red", "Green"}};
const std::string head = "service,day,visited,level,points,grade\n";

vermeil::RankedWalk read(const std::string& ranked, const std::string& harm = "",
                         const vermeil::RankedLayout& how = layout) {
    return vermeil::read_ranked(how, csv::table("ranked", ranked),
                                csv::table("harm", "service,on,until\n" + harm), "fall", "that later fell");
}

std::vector<std::string> reasons(const vermeil::RankedWalk& walk) {
    std::vector<std::string> found;
    for (const auto& reject : walk.rejects) {
        found.push_back(reject.column + ": " + reject.reason);
    }
    return found;
}

} // namespace

TEST_CASE("rows in any order become a panel by day and service") {
    const auto made =
        read(head + "B,2024-02-29,yes,red,5,1\nA,2024-02-29,,Green,1,2\nB,2024-01-31,no,Green,3,4\n",
             "A,2024-03-01,\nC,2024-03-02,2024-04-01\n");
    CHECK(made.rejects.empty());
    CHECK(made.panel.services() == std::vector<std::string>{"A", "B", "C"});
    CHECK(made.panel.days() == std::vector<Date>{Date(2024, 1, 31), Date(2024, 2, 29)});
    REQUIRE(made.panel.rows().size() == 3);
    CHECK(made.panel.rows()[0] == vermeil::BacktestRow{1, 0, 1, 3, false});
    CHECK(made.panel.rows()[2] == vermeil::BacktestRow{1, 1, 0, 5, true});
    CHECK(made.panel.keys(1) == std::vector<double>{4, 2, 1});
    CHECK(made.outcome.spells[0].next_after(Date(2024, 2, 29)) == Date(2024, 3, 1));
    CHECK(made.outcome.spells[1].all().empty());
    CHECK(made.outcome.spells[2].stands_on(Date(2024, 3, 2)));
}

TEST_CASE("a bad row is told of and left out") {
    const auto made = read(head + "A,2024-02-29,,Green,1,2\nA,2024-02-29,,Red,2,2\nB,2024-02-30,,Green,1,2\n"
                                  "C,2024-02-29,,Blue,1,2\nD,2024-02-29,,Green,,2\n,,,,,\n",
                           "A,2024-03-01,2024-03-01\nA,soon,\n");
    CHECK(made.panel.rows().size() == 1);
    CHECK(reasons(made) ==
          std::vector<std::string>{"day: this service and day stand already in an earlier row",
                                   "day: not a date; write it as 2024-10-01",
                                   "level: not one of 'Red' or 'Green'",
                                   "points: empty, and this column must be filled",
                                   "until: it cannot end by the day on which it happens",
                                   "on: not a date; write it as 2024-10-01"});
}

TEST_CASE("levels and visits may be left out, a rule's column may not") {
    const auto made = read("service,day,points\nA,2024-02-29,1\n", "", {{{"points", "The scheme"}}, {}});
    CHECK(made.panel.levels() == std::vector<std::string>{"all"});
    CHECK_THROWS_WITH(read("service,day,level\nA,2024-02-29,Red\n"),
                      "ranked: no column 'points'; it has 'service', 'day' or 'level'");
    CHECK_THROWS_WITH(read("service,day\n", "", {}),
                      "a walk needs the columns of its rules, the scheme's first");
}
