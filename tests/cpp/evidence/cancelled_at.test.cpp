// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../visit_table.hpp"

#include <vermeil/evidence/cancelled_at.hpp>
#include <vermeil/evidence/checked_visits.hpp>

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

using namespace vermeil;

namespace {

/// Rows of these statuses, each a day after the one before, with these moments of cancelling.
Batches cancelled(const std::vector<std::string>& statuses, BatchColumn at) {
    std::vector<visits::Row> rows;
    for (const auto& status : statuses) {
        visits::Row row;
        row.status = status;
        row.planned += static_cast<std::int64_t>(rows.size()) * 86'400;
        if (status != "delivered") {
            row.late = row.stays = std::nullopt;
        }
        rows.push_back(row);
    }
    auto table = visits::table_of(rows);
    table.parts.front().columns.push_back(std::move(at));
    return table;
}

} // namespace

TEST_CASE("a moment of cancelling that is there and can be read raises no doubt") {
    const auto log = checked_visits(cancelled({"cancelled_by_person", "cancelled_by_provider", "missed"},
                                              visits::texts("cancelled_at", {"2024-06-30 21:00", " ", ""})));
    CHECK(log.faults.empty());
}

TEST_CASE("a moment that cannot be read leaves its row out, one of a visit that took place is doubted") {
    const auto log = checked_visits(cancelled(
        {"cancelled_by_person", "delivered", "cancelled_by_provider", "cancelled_by_person"},
        visits::texts("cancelled_at", {"soon", "2024-06-30 21:00", "2024-03-31 01:30", "2023-10-29 01:30"})));
    using enum VisitDoubt;
    std::vector<std::tuple<std::uint64_t, VisitDoubt, bool>> told;
    for (const auto& fault : log.faults) {
        told.emplace_back(fault.row, fault.doubt, fault.kept);
        CHECK(visits_schema().fields[fault.field].name == "cancelled_at");
    }
    CHECK(told ==
          std::vector<std::tuple<std::uint64_t, VisitDoubt, bool>>{{0, not_a_moment, false},
                                                                   {1, cancelled_though_otherwise, true},
                                                                   {2, skipped_hour, false},
                                                                   {3, repeated_hour, true}});
    CHECK(log.is_left_out(0));
    CHECK_FALSE(log.is_left_out(1));
    CHECK(log.is_left_out(2));
}

TEST_CASE("moments of any unit become whole seconds, rounded towards the past") {
    const auto log = checked_visits(
        cancelled({"cancelled_by_person"}, visits::moments("cancelled_at", {1'719'781'200'999}, 1'000)));
    const detail::CancelledAt at(log);
    CHECK(at.is_there());
    CHECK(at.seconds(0, 0) == 1'719'781'200);
    CHECK_FALSE(detail::CancelledAt(checked_visits(visits::table_of({{}}))).is_there());
}
