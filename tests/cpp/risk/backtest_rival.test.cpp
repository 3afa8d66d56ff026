// SPDX-License-Identifier: MIT
// What an officer without a scheme could go by.

#include "catch.hpp"
#include "evidence_of.hpp"
#include "risk/small_panel.hpp"

#include <vermeil/risk/backtest_rival.hpp>

#include <map>
#include <string>
#include <vector>

using vermeil::Date;

namespace {

std::vector<double> keys(const std::string& id, std::map<std::string, std::string> tables) {
    const auto evidence = sample::evidence_of(std::move(tables));
    for (const auto& rival : vermeil::naive_rivals(small_panel::scheme().framework(), evidence)) {
        if (rival.id == id) {
            return rival.keys(evidence, Date(2024, 8, 31));
        }
    }
    return {};
}

} // namespace

TEST_CASE("the last rating orders by its word, the middle of the scale without one") {
    CHECK(keys("last_rating:cqc", {{"inspections", "service,source,rating,on\nS1,cqc,Inadequate,2020-01-01\n"
                                                   "S1,cqc,Good,2021-01-01\nS2,cqc,Inadequate,2021-01-01\n"
                                                   "S2,cqc,Good,2021-01-01\nS3,pamms,Poor,2021-01-01\n"}}) ==
          std::vector<double>{1, 3, 2});
}

TEST_CASE("complaints of twelve months count, compliments do not") {
    CHECK(keys("complaints", {{"complaints", "service,received_on,kind\nS1,2023-08-31,complaint\n"
                                             "S1,2023-09-01,complaint\nS1,2024-08-31,complaint\n"
                                             "S2,2024-08-01,compliment\n"}}) == std::vector<double>{2, 0, 0});
}

TEST_CASE("the most recent concern comes first, and none comes last") {
    const auto found =
        keys("latest_concern", {{"concerns", "service,raised_on\nS1,2024-01-01\nS2,2024-02-01\n"}});
    REQUIRE(found.size() == 3);
    CHECK(found[1] > found[0]);
    CHECK(found[0] > found[2]);
}

TEST_CASE("size is the packages of the day, of the service that gives them") {
    CHECK(keys("size", {{"packages", "package,person,service,from,to,hours_per_week\np1,x,S1,2024-01-01,,5\n"
                                     "p2,y,S1,2024-01-01,2024-08-30,5\np3,z,S2,2024-09-01,,5\n"}}) ==
          std::vector<double>{1, 0, 0});
}

TEST_CASE("the alphabet orders from the first id down") {
    CHECK(keys("alphabetical", {}) == std::vector<double>{0, -1, -2});
}

TEST_CASE("a rule without its table is not tried") {
    const auto rivals = vermeil::naive_rivals(small_panel::scheme().framework(), sample::evidence_of({}));
    REQUIRE(rivals.size() == 1);
    CHECK(rivals[0].id == "alphabetical");
}
