// SPDX-License-Identifier: MIT
#pragma once
// What can be wrong with a row of a log of visits, in few bytes: a log may have millions of such rows.

#include <vermeil/core/reject.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/key_column.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vermeil {

/// Visits from electronic call monitoring: one row for each worker and visit.
inline const Schema& visits_schema() {
    static const Schema schema{
        "visits",
        "Visits from electronic call monitoring, one row for each worker who came or was to come",
        {detail::service_column(),
         {"person", CellKind::id, "Who is cared for", true, {}, true},
         {"worker", CellKind::id, "Who came; may be left empty where nobody did", false, {}, true},
         {"planned_start", CellKind::text, "As 2024-10-27 08:30, London's time unless an offset follows"},
         {"planned_end", CellKind::text, "Likewise"},
         {"status",
          CellKind::word,
          "What became of the visit",
          true,
          {"delivered", "missed", "cancelled_by_person", "cancelled_by_provider", "frustrated"}},
         {"actual_start", CellKind::text, "When the worker came; empty where it was not logged", false},
         {"actual_end", CellKind::text, "When the worker left; empty where it was not logged", false},
         {"logged",
          CellKind::word,
          "electronic where start and end were logged at the person's home, else manual",
          false,
          {"manual", "electronic"}},
         {"edited", CellKind::truth, "Whether a time was changed by hand afterwards: yes or no", false},
         {"time_critical", CellKind::truth, "Whether the visit must be at its time: yes or no", false},
         {"cancelled_at", CellKind::text, "When word came that it was cancelled; empty where it was not",
          false}}};
    return schema;
}

namespace detail::visit_field {
enum : std::size_t {
    service,
    person,
    worker,
    planned_start,
    planned_end,
    status,
    actual_start,
    actual_end,
    logged,
    edited,
    time_critical,
    cancelled_at
};
}

/// Why a row is doubtful, or left out.
enum class VisitDoubt : std::uint8_t {
    empty,
    not_a_moment,
    skipped_hour,
    repeated_hour,
    unknown_year,
    not_a_word,
    ends_before_it_begins,
    longer_than_a_day,
    unknown_service,
    came_though_not_delivered,
    cancelled_though_otherwise,
    a_day_from_plan,
    duplicate,
    near_duplicate,
    in_two_places,
    without_package,
    service_closed,
    second_hour,
    at_once_again,
    delivered_by_another,
    spelt_otherwise,
};

/// A doubt about one row.
struct VisitFault {
    std::uint64_t row = 0; ///< from 0
    VisitDoubt doubt = VisitDoubt::empty;
    std::uint8_t field = 0; ///< the position in `visits_schema()`
    bool kept = false;      ///< the row is used all the same

    friend bool operator==(const VisitFault&, const VisitFault&) = default;
};

/// Whether a row with that doubt is used all the same.
constexpr bool is_kept(VisitDoubt doubt) noexcept {
    switch (doubt) {
    case VisitDoubt::repeated_hour:
    case VisitDoubt::came_though_not_delivered:
    case VisitDoubt::cancelled_though_otherwise:
    case VisitDoubt::a_day_from_plan:
    case VisitDoubt::near_duplicate:
    case VisitDoubt::in_two_places:
    case VisitDoubt::without_package:
    case VisitDoubt::service_closed:
    case VisitDoubt::second_hour:
    case VisitDoubt::at_once_again:
    case VisitDoubt::delivered_by_another:
    case VisitDoubt::spelt_otherwise:
        return true;
    default:
        return false;
    }
}

namespace detail {

/// The doubts in words, in their order.
inline constexpr std::array<const char*, 21> visit_doubts{
    "empty, and this column must be filled",
    "not a moment; write it as 2024-10-27 08:30",
    "an hour that London's clock skipped; summer time began that night",
    "an hour that London's clock showed twice, as summer time ended; taken as the first",
    "lies outside the years 1996 to 2105",
    "not one of the words that this column takes",
    "does not lie after the start",
    "lies more than 24 hours after the start",
    "no such service in the services table",
    "somebody came, and the visit is said not to be delivered",
    "tells when the visit was cancelled, and the status says that it was not",
    "lies more than 24 hours from the planned start",
    "the same row stands in the log already",
    "the same worker is planned to start with the same person in another row, which differs",
    "the worker is with another person at that time",
    "the person has no care package on that day",
    "the service is not open on that day",
    "an hour that London's clock showed twice, as summer time ended; taken as the second, for the "
    "first "
    "lies before the start",
    "the worker is with the same person at that time in another row, planned otherwise or of "
    "another "
    "service",
    "another row says that a worker came to this visit; both are right only where two were to "
    "come",
    "another id in this column differs in capitals or blanks alone, and stands in more rows",
};

} // namespace detail

/// A doubt in words.
inline std::string to_string(VisitDoubt doubt) {
    return detail::visit_doubts.at(static_cast<std::size_t>(doubt));
}

} // namespace vermeil
