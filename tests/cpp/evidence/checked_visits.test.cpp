// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/checked_visits.hpp>
#include <vermeil/evidence/visit_rejects.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

TEST_CASE("every check is made, and the doubts stand in the order of rows") {
    visits::Row long_one, twice, elsewhere;
    long_one.lasts = 86'401;
    long_one.person = 3;
    elsewhere.person = 2;
    const auto log = vermeil::checked_visits(visits::table_of({long_one, twice, elsewhere, twice}));
    std::vector<vermeil::VisitDoubt> doubts;
    for (const auto& fault : log.faults) {
        doubts.push_back(fault.doubt);
    }
    using enum vermeil::VisitDoubt;
    CHECK(doubts == std::vector{longer_than_a_day, in_two_places, duplicate});
    const auto rows = vermeil::rows_of(log);
    CHECK(rows.read == 4);
    CHECK(rows.kept == 1);
    CHECK(rows.doubtful == 1);
    CHECK(rows.left_out == 2);
}

TEST_CASE("rows kept, doubted and left out add up to those read, on any number of threads") {
    std::mt19937 random(3);
    for (int round = 0; round < 100; ++round) {
        std::vector<visits::Row> rows(60);
        for (auto& row : rows) {
            row.person = static_cast<int>(random() % 4);
            row.worker = static_cast<int>(random() % 4);
            row.status = random() % 9 == 0 ? "perhaps" : random() % 5 == 0 ? "missed" : "delivered";
            row.planned += static_cast<int>(random() % 8) * 900;
            row.lasts = static_cast<int>(random() % 5) * 900;
        }
        const auto one = vermeil::checked_visits(visits::table_of(rows));
        const auto counted = vermeil::rows_of(one);
        CHECK(counted.read == rows.size());
        CHECK(counted.kept + counted.doubtful + counted.left_out == counted.read);
        CHECK(counted.left_out > 0);
        const auto more = vermeil::checked_visits(visits::table_of(rows, {.batches = 3}), {}, 3);
        CHECK(more.faults == one.faults);
    }
}
