// SPDX-License-Identifier: MIT
#pragma once
// Visits that are known by their plan alone and stand in a log a second time, under another plan or service.

#include <vermeil/evidence/attendance.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <tuple>
#include <vector>

namespace vermeil::detail {

/// Whether a visit took place and nobody logged from when to when.
inline bool is_known_by_plan(const AttendanceRow& row) noexcept {
    constexpr auto both = VisitMark::has_start | VisitMark::has_end;
    const auto status = static_cast<VisitStatus>(row.mark & VisitMark::status_bits);
    return row.worker != no_worker && status == VisitStatus::delivered && (row.mark & both) != both;
}

/// Tells, of the rows of one person, those during whose plan another row has the same worker there, where one of the two is
/// known by its plan alone. Rows of one service that are planned to start at one time are near doubles, and told as such;
/// two whose times were both logged are compared by those.
template <class Tell> void tell_planned_twice(std::span<const AttendanceRow> rows, const Tell& tell) {
    if (std::none_of(rows.begin(), rows.end(), is_known_by_plan)) {
        return;
    }
    std::vector<AttendanceRow> came;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(came), [](const AttendanceRow& row) {
        const auto status = static_cast<VisitStatus>(row.mark & VisitMark::status_bits);
        return row.worker != no_worker && status == VisitStatus::delivered && row.length > 0;
    });
    const auto end_of = [](const AttendanceRow& row) { return std::int64_t{row.start} + row.length; };
    std::sort(came.begin(), came.end(), [](const AttendanceRow& a, const AttendanceRow& b) {
        return std::tuple(a.worker, a.start, a.length, a.service, a.row) <
               std::tuple(b.worker, b.start, b.length, b.service, b.row);
    });
    const AttendanceRow* last = nullptr; // of the worker, the one that is planned to end last
    for (const auto& row : came) {
        const bool is_same_worker = last != nullptr && last->worker == row.worker;
        const bool is_by_plan = is_same_worker && (is_known_by_plan(row) || is_known_by_plan(*last));
        if (is_by_plan && row.start < end_of(*last) && row.visit() != last->visit()) {
            tell(row.row, VisitDoubt::at_once_again, visit_field::planned_start);
        }
        last = !is_same_worker || end_of(row) > end_of(*last) ? &row : last;
    }
}

} // namespace vermeil::detail
