// SPDX-License-Identifier: MIT
// Evidence that is no longer fresh.

#include "catch.hpp"
#include "risk/early.hpp"

#include <vermeil/risk/risk_frame.hpp>
#include <vermeil/risk/stale.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using vermeil::Date;

TEST_CASE(
    "a rating is stale from the day on which it is older than it counts as fresh, and goes on counting") {
    const auto rated =
        early::book({{"inspections", "service,source,rating,on\nS1,cqc,Inadequate,2022-06-30\n"}});
    const auto stale = [&](Date day) {
        return vermeil::stale_measures(rated.framework(), rated.measures(day), 0);
    };
    CHECK(stale(Date(2024, 6, 29)).empty());
    CHECK(stale(Date(2024, 6, 30)) == std::vector<std::string>{"cqc"});
    CHECK(rated.score(Date(2024, 6, 30)).outcomes().row(0).highest_score > 9); // two half-lives of 40 points
    CHECK(has_freshness(rated.framework()));
}

TEST_CASE("the table of scores names what is stale") {
    const auto rated = early::book({{"inspections", "service,source,rating,on\nS1,cqc,Good,2020-06-30\n"}});
    const auto frame = vermeil::frame_of(rated.score(Date(2024, 6, 30)));
    const auto& words = *frame.find("stale")->as<std::span<const std::string_view>>();
    CHECK(words[0] == "cqc");
    CHECK(words[1].empty());
}
