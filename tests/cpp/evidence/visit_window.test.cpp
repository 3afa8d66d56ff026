// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/checked_visits.hpp>
#include <vermeil/evidence/visit_window.hpp>
#include <vermeil/measure/visit_measures.hpp>

#include <vector>

TEST_CASE("a day begins at London's midnight, in winter and in summer") {
    CHECK(vermeil::london_midnight(vermeil::Date(2024, 1, 1)) == 1'704'067'200);
    CHECK(vermeil::london_midnight(vermeil::Date(2024, 7, 1)) == visits::morning - 9 * 3600);
}

TEST_CASE("a window holds the visits planned to start on its days, both ends included") {
    const auto midnight = vermeil::london_midnight(vermeil::Date(2024, 7, 1));
    std::vector<visits::Row> rows(4);
    rows[0].planned = midnight - 1;
    rows[1].planned = midnight;
    rows[2].planned = midnight + 2 * 86'400 - 1;
    rows[3].planned = midnight + 2 * 86'400;
    const auto log = vermeil::checked_visits(visits::table_of(rows, {.batches = 2}));
    const auto window = vermeil::visits_within(log, vermeil::Date(2024, 7, 1), vermeil::Date(2024, 7, 2));
    CHECK(vermeil::measure_visits(window, {}).front().counts.delivered == 2);
    CHECK(vermeil::measure_visits(log, {}).front().counts.delivered == 4);
}

TEST_CASE("what was lost is a share of a service's rows, those that stand there twice apart") {
    std::vector<visits::Row> rows(5);
    rows[1].planned += 60;
    rows[1].status = "perhaps";
    rows[2] = rows[0];
    rows[3].planned += 120;
    rows[4].service = 2;
    const auto log = vermeil::checked_visits(visits::table_of(rows));
    const auto lost = vermeil::lost_shares(log);
    REQUIRE(lost.size() == 2);
    CHECK(lost[0] == 1.0 / 3);
    CHECK(lost[1] == 0);
}
