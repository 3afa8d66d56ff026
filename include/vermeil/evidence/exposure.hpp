// SPDX-License-Identifier: MIT
#pragma once
// How much care was given, as a base of rates.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::exposure_field {
enum : std::size_t { service, quarter, hours, people, due_on, received_on, reminded_on };
}

/// Care given in a quarter, one row a service and quarter.
inline const RecordKind& exposure_kind() {
    namespace f = detail::exposure_field;
    static const RecordKind kind{
        {"exposures",
         "How much care was given, one row for each service and quarter",
         {detail::service_column(), detail::quarter_column(),
          detail::open_field("hours", CellKind::number, "Hours of care given"),
          detail::whole_field("people", "People who were given care"),
          detail::day_field("due_on", "The day the figures were due"),
          detail::day_field("received_on", "The day they came"),
          detail::day_field("reminded_on", "The day a reminder went out, where they did not come")}},
        f::quarter,
        {f::service, f::quarter},
        {},
        {}};
    return kind;
}

} // namespace vermeil
