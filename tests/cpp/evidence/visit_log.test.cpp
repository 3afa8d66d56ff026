// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "visit_table.hpp"

#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/evidence/visit_reader.hpp>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

using namespace vermeil;

TEST_CASE("a log counts its rows over all parts, and tells which are left out") {
    auto rows = std::vector<visits::Row>(5);
    rows[3].status = "perhaps";
    const auto log = read_visits(visits::table_of(rows, {.batches = 3}));
    CHECK(log.parts.size() == 3);
    CHECK(log.rows() == 5);
    for (std::uint64_t row = 0; row < 5; ++row) {
        CHECK(log.is_left_out(row) == (row == 3));
    }
}

TEST_CASE("the marks of a row are its status and what is known of it, each a bit") {
    visits::Row row;
    row.status = "frustrated";
    row.electronic = row.critical = true;
    row.stays = std::nullopt;
    const auto log = read_visits(visits::table_of({row}));
    CHECK(log.parts[0].marks[0] ==
          (4 | VisitMark::has_start | VisitMark::electronic | VisitMark::time_critical));
    CHECK(log.parts[0].marks.data() == log.marks->data());
}

TEST_CASE("a log keeps alive what it looks at") {
    auto log = std::make_unique<VisitLog>(read_visits(visits::table_of(std::vector<visits::Row>(3))));
    const auto copy = *log;
    log.reset();
    CHECK(copy.parts[0].planned_start.values[2] == visits::morning);
    CHECK(copy.service.name(0) == "N000001");
}
