// SPDX-License-Identifier: MIT
#pragma once
// Contracting concerns, and whether they were substantiated.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::concern_field {
enum : std::size_t {
    service,
    raised_on,
    about,
    concluded_on,
    substantiated,
    attributable,
    known_on,
    incident
};
}

/// Contracting concerns, one row each. One without a conclusion is open.
inline const RecordKind& concern_kind() {
    namespace f = detail::concern_field;
    static const RecordKind kind{
        {"concerns",
         "Contracting concerns, one row each",
         {detail::service_column(),
          {"raised_on", CellKind::date, "The day it was raised, as 2024-10-01"},
          detail::open_field("about", CellKind::text, "What it is about, in a few words without names"),
          detail::day_field("concluded_on", "The day it was concluded; empty while it is open"),
          detail::truth_field("substantiated", "Whether it was found to be so, once concluded"),
          detail::truth_field("attributable", "Whether the service answers for it"),
          detail::known_on_column(),
          detail::incident_column()}},
        f::raised_on,
        {},
        {},
        {{f::raised_on, f::concluded_on}},
        {{f::concluded_on, {f::substantiated, f::attributable}}}};
    return kind;
}

} // namespace vermeil
