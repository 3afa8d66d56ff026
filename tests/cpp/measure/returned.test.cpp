// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "standard_of.hpp"

#include <vermeil/evidence/workforce.hpp>
#include <vermeil/measure/returned.hpp>

using namespace vermeil;

TEST_CASE("a number of a return is there, was not returned, or was refused") {
    const Record row{
        "S1", {std::uint32_t{4}, std::monostate{}, Refused{}, std::uint32_t{6}}, Date(2024, 10, 1)};
    CHECK(detail::number_of(row, 0).value() == 4);
    CHECK(detail::number_of(row, 1).state() == State::not_submitted);
    CHECK(detail::number_of(row, 2).state() == State::unknown);
    CHECK(detail::sum_of(row, {0, 3}).value() == 10);
    CHECK(detail::sum_of(row, {0, 2}).state() == State::unknown);
    CHECK(detail::counted(detail::number_of(row, 0), detail::number_of(row, 3)).value().n == 6);
    CHECK(detail::counted(detail::number_of(row, 0), detail::number_of(row, 1)).state() ==
          State::not_submitted);
}

TEST_CASE("a service that took over has the returns of its predecessor for the quarters before it opened") {
    const sample::Tables tables{
        {"services", "service,provider,first_day,predecessors\nS0,A,2020-01-01,\nS1,A,2024-10-01,S0\n"},
        {"workforce",
         "service,quarter,permanent,temporary,leavers\nS0,2024-25 Q2,30,0,3\nS1,2024-25 Q3,20,0,2\n"}};
    sample::Asked asked{"turnover", {}, 0, 2};
    CHECK(sample::cell_of(tables, asked).state == State::not_submitted);
    asked.inherits = true;
    const auto cell = sample::cell_of(tables, asked);
    CHECK(cell.n == 50);
    CHECK(cell.flags == CellFlag::inherited);
}
