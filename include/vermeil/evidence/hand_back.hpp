// SPDX-License-Identifier: MIT
#pragma once
// Packages of care that a service gave back.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::hand_back_field {
enum : std::size_t { service, package, on, last_day, reason, known_on };
}

/// Packages that a service handed back, one row each.
inline const RecordKind& hand_back_kind() {
    namespace f = detail::hand_back_field;
    static const RecordKind kind{
        {"hand_backs",
         "Packages of care that were handed back, one row each",
         {detail::service_column(),
          {"package", CellKind::id, "The id of the package, as in the packages table"},
          {"on", CellKind::date, "The day it was handed back, as 2024-10-01"},
          detail::day_field("last_day", "The last day of care"),
          detail::open_field("reason", CellKind::text, "Why, in a few words without names"),
          detail::known_on_column()}},
        f::on,
        {f::service, f::package, f::on},
        {},
        {}};
    return kind;
}

} // namespace vermeil
