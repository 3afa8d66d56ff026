// SPDX-License-Identifier: MIT

#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/planned_twice.hpp>
#include <vermeil/evidence/visit_doubles.hpp>
#include <vermeil/evidence/visit_reader.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace {

using visits::Row;
using Rows = std::vector<std::uint64_t>;

/// The rows of which a check says that another has the worker with the same person at that time.
Rows told(const std::vector<Row>& rows) {
    auto log = vermeil::read_visits(visits::table_of(rows));
    vermeil::check_duplicates(log);
    Rows found;
    for (const auto& fault : log.faults) {
        if (fault.doubt == vermeil::VisitDoubt::at_once_again) {
            CHECK(fault.kept);
            found.push_back(fault.row);
        }
    }
    return found;
}

/// A visit of half an hour that begins so many minutes after the first, of which nobody logged the times.
Row planned(int minutes) {
    Row row;
    row.planned += minutes * 60;
    row.late = row.stays = std::nullopt;
    return row;
}

} // namespace

TEST_CASE("a visit that is known by its plan alone is doubted where the worker is there by another plan") {
    CHECK(told({planned(0), planned(15)}) == Rows{1});
    CHECK(told({planned(15), planned(0)}) == Rows{0});
    CHECK(told({planned(0), planned(30)}).empty());
    Row logged;
    CHECK(told({logged, planned(15)}) == Rows{1});
    CHECK(told({planned(15), logged}) == Rows{0});
}

TEST_CASE("so is one that stands under two services") {
    auto other = planned(0);
    other.service = 2;
    CHECK(told({planned(0), other}) == Rows{1});
}

TEST_CASE("a long plan is held against all that begin during it") {
    auto shift = planned(0);
    shift.lasts = 4 * 3600;
    CHECK(told({shift, planned(60), planned(120), planned(300)}) == Rows{1, 2});
}

TEST_CASE("another worker, another person and what did not take place are no doubles") {
    auto worker = planned(15), person = planned(15), missed = planned(15);
    worker.worker = 2;
    person.person = 2;
    missed.status = "missed";
    for (const auto& other : {worker, person, missed}) {
        CHECK(told({planned(0), other}).empty());
    }
}

TEST_CASE("visits whose times were logged are not compared by their plans") {
    Row one, other;
    other.planned += 900;
    CHECK(told({one, other}).empty());
}
