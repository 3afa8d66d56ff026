// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/attendance.hpp>
#include <vermeil/evidence/visit_reader.hpp>

#include <optional>
#include <vector>

using namespace vermeil;

TEST_CASE("rows that are used are given with what can be compared, and 0 where nothing was logged") {
    visits::Row first, second;
    first.late = 120;
    second.late = second.stays = std::nullopt;
    second.status = "missed";
    const auto log = read_visits(visits::table_of({first, second}));
    const detail::VisitBlock block(log, 0, 0, 2);
    detail::BlockOf<std::uint32_t> people;
    block.read(log.person, people);
    std::vector<detail::AttendanceRow> rows;
    detail::each_attendance(log, block, 10, people, std::nullopt,
                            [&](std::uint32_t, const detail::AttendanceRow& row) { rows.push_back(row); });
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].row == 10);
    CHECK(rows[0].late == 120);
    CHECK(rows[0].lasted == 1800);
    CHECK(rows[1].lasted == 0);
    CHECK(rows[0].visit() == rows[1].visit());
    CHECK(rows[0].rest() != rows[1].rest());
}

TEST_CASE("the worker with an empty id is nobody, and a row that is left out is not given") {
    const visits::Row row;
    auto log = read_visits(visits::table_of({row, row}));
    log.marks->data()[1] = VisitMark::left_out;
    const detail::VisitBlock block(log, 0, 0, 2);
    detail::BlockOf<std::uint32_t> people, workers;
    block.read(log.person, people);
    block.read(log.worker, workers);
    std::vector<detail::AttendanceRow> rows;
    detail::each_attendance(log, block, 0, people, workers[0],
                            [&](std::uint32_t, const detail::AttendanceRow& each) { rows.push_back(each); });
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].worker == detail::no_worker);
}
