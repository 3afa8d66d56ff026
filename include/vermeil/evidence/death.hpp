// SPDX-License-Identifier: MIT
#pragma once
// Unexpected deaths, and what a review found.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::death_field {
enum : std::size_t { service, on, concluded_on, attributable, known_on, incident };
}

/// Unexpected deaths, one row each. One without a conclusion is under review.
inline const RecordKind& death_kind() {
    namespace f = detail::death_field;
    static const RecordKind kind{
        {"deaths",
         "Unexpected deaths, one row each; no name, no id of the person",
         {detail::service_column(),
          {"on", CellKind::date, "The day of the death, as 2024-10-01"},
          detail::day_field("concluded_on", "The day the review was concluded; empty while it goes on"),
          detail::truth_field("attributable", "Whether the service answers for it"),
          detail::known_on_column(),
          detail::incident_column()}},
        f::on,
        {},
        {},
        {{f::on, f::concluded_on}},
        {{f::concluded_on, {f::attributable}}}};
    return kind;
}

} // namespace vermeil
