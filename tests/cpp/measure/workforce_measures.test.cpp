// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "workforce_of.hpp"

#include <vermeil/measure/workforce_measures.hpp>

using namespace vermeil;
using sample::cell_of;
using sample::workforce;

TEST_CASE("turnover is leavers by the workers of today, or by the mean of today and a year ago") {
    const auto today = cell_of(workforce(sample::workforce_row), {"turnover"});
    CHECK(today.state == State::present);
    CHECK(today.value == 0.24); // 12 / 50
    CHECK(today.count == 12);
    CHECK(today.n == 50);
    CHECK(today.day == day_number(Date(2024, 12, 31)));
    const auto average = cell_of(workforce(sample::workforce_row), {"turnover_on_average"});
    CHECK(average.value == Approx(12.0 / 55));
    CHECK(average.n == 55);
}

TEST_CASE("turnover may exceed 1, and is too few below ten workers unless a framework says otherwise") {
    const std::string many = "S1,2024-25 Q3,8,2,10,13,,,,,,,,,,,,,,,,\n";
    CHECK(cell_of(workforce(many), {"turnover"}).value == 1.3);
    const std::string small = "S1,2024-25 Q3,8,1,10,2,,,,,,,,,,,,,,,,\n";
    const auto few = cell_of(workforce(small), {"turnover"});
    CHECK(few.state == State::too_few);
    CHECK(few.count == 2);
    CHECK(few.n == 9);
    CHECK(cell_of(workforce(small), {"turnover_on_average"}).state == State::too_few);
    CHECK(cell_of(workforce(small), {"turnover", {{"least_workers", 9.0}}}).state == State::present);
    CHECK(cell_of(workforce(small), {"turnover", {{"least_workers", 9.0}}, 10}).state == State::too_few);
}

TEST_CASE("vacancies are a share of all posts") {
    CHECK(cell_of(workforce(sample::workforce_row), {"vacancy_rate"}).value == 0.1); // 5 / 50
    CHECK(cell_of(workforce("S1,2024-25 Q3,,,,,0,0,,,,,,,,,,,,,,\n"), {"vacancy_rate"}).state ==
          State::too_few);
}

TEST_CASE("a registered manager is in post or has been missing for so many days") {
    CHECK(cell_of(workforce(sample::workforce_row), {"manager_in_post"}).value == 0);
    CHECK(cell_of(workforce(sample::workforce_row), {"manager_vacancy_days"}).value == 30);
    const std::string there = "S1,2024-25 Q3,,,,,,,,,,,,,,,,yes,,,,\n";
    CHECK(cell_of(workforce(there), {"manager_in_post"}).value == 1);
    CHECK(cell_of(workforce(there), {"manager_vacancy_days"}).value == 0);
    const std::string since_when = "S1,2024-25 Q3,,,,,,,,,,,,,,,,no,,,,\n";
    CHECK(cell_of(workforce(since_when), {"manager_vacancy_days"}).state == State::unknown);
}

TEST_CASE("who sent no return, or left the cell empty, has submitted nothing; a refused cell is unknown") {
    CHECK(cell_of({}, {"turnover"}).state == State::not_submitted);
    CHECK(cell_of(workforce("S2,2024-25 Q3,40,10,60,12,5,45,30,10,5,25,20,33,2,10,5,no,,,,\n"), {"turnover"})
              .state == State::not_submitted);
    CHECK(cell_of(workforce("S1,2024-25 Q3,40,,60,12,5,45,30,10,5,25,20,33,2,10,5,no,,,,\n"), {"turnover"})
              .state == State::not_submitted);
    const auto refused = workforce("S1,2024-25 Q3,40,10,60,-2,5,45,30,10,5,25,20,33,2,10,5,no,,,,\n");
    CHECK(cell_of(refused, {"turnover"}).state == State::unknown);
    CHECK(cell_of(refused, {"vacancy_rate"}).state == State::present); // its cells could be read
    CHECK(cell_of(workforce("S1,2024-25 Q9,40,10,60,2,5,45,30,10,5,25,20,33,2,10,5,no,,,,\n"), {"turnover"})
              .state == State::unknown);
}

TEST_CASE("returns are late, or chased where they did not come") {
    const auto late = workforce("S1,2024-25 Q3,40,10,,12,,,,,,,,,,,,,,2025-01-15,2025-01-20,\n");
    CHECK(cell_of(late, {"turnover"}).flags == CellFlag::late);
    const auto chased = workforce("S1,2024-25 Q3,,,,,,,,,,,,,,,,,,2025-01-15,,2025-01-20\n");
    const auto cell = cell_of(chased, {"turnover", {}, 0, 1, "S1", Date(2025, 2, 1)});
    CHECK(cell.state == State::not_submitted);
    CHECK(cell.flags == CellFlag::chased);
}

TEST_CASE("pooled over quarters, counts are added") {
    const auto two =
        workforce("S1,2024-25 Q2,50,0,,2,,,,,,,,,,,,,,,,\nS1,2024-25 Q3,10,0,,10,,,,,,,,,,,,,,,,\n");
    const auto pooled = cell_of(two, {"turnover", {}, 0, 2});
    CHECK(pooled.value == 0.2);
    CHECK(pooled.n == 60);
    CHECK(cell_of(two, {"turnover", {}, 0, 3}).state == State::not_submitted);
}
