// SPDX-License-Identifier: MIT
// How soon a rise is seen, and what the four rules cost.

#include "catch.hpp"

#include <vermeil/risk/detection_study.hpp>

namespace {

vermeil::DetectionRules small() {
    vermeil::DetectionRules rules;
    rules.services = 60;
    rules.watched = 6;
    rules.rises = {1, 3};
    rules.alerts.visits = 3;
    rules.alerts.draws = 400;
    rules.alerts.own_up_to = 0;
    return rules;
}

} // namespace

TEST_CASE("a study has a row for each rise, way and period, and more is seen as time goes") {
    const auto rows = vermeil::detection_study(small());
    REQUIRE(rows.size() == 2 * 2 * 6);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].period > 1) {
            CHECK(rows[i].seen >= rows[i - 1].seen);
        }
    }
}

TEST_CASE("a trebled count is soon seen by nearly all") {
    for (const auto& row : vermeil::detection_study(small())) {
        if (row.way == "budget" && row.rise == 3 && row.period == 4) {
            CHECK(row.seen > 0.9);
        }
    }
}

TEST_CASE("a study of nothing is refused") {
    auto rules = small();
    rules.usual.clear();
    CHECK_THROWS_WITH(vermeil::detection_study(rules),
                      "a study needs a usual count, a service and a watched period");
    rules.usual = {-1};
    CHECK_THROWS_WITH(vermeil::detection_study(rules), Catch::Contains("a usual count is 0 or more"));
}
