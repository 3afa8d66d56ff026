// SPDX-License-Identifier: MIT
#pragma once
// Which electronic systems a service has in use.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::system_field {
enum : std::size_t { service, on, care_plans, medication_records, rostering, known_on };
}

/// Which electronic systems are in use from a day on; the latest row of a service holds.
inline const RecordKind& system_kind() {
    namespace f = detail::system_field;
    static const RecordKind kind{
        {"systems",
         "Electronic systems in use, one row for each day on which you looked",
         {detail::service_column(),
          {"on", CellKind::date, "The day on which this was seen, as 2024-10-01"},
          detail::truth_field("care_plans", "Whether care plans are electronic"),
          detail::truth_field("medication_records", "Whether medication records are electronic"),
          detail::truth_field("rostering", "Whether rosters are electronic"),
          detail::known_on_column()}},
        f::on,
        {f::service, f::on},
        {},
        {}};
    return kind;
}

} // namespace vermeil
