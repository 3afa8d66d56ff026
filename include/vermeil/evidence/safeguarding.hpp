// SPDX-License-Identifier: MIT
#pragma once
// Safeguarding enquiries and what was decided.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::safeguarding_field {
enum : std::size_t { service, opened_on, concluded_on, decision, attributable, known_on, incident };
}

/// Safeguarding enquiries, one row each. One without a conclusion is open.
inline const RecordKind& safeguarding_kind() {
    namespace f = detail::safeguarding_field;
    static const RecordKind kind{
        {"safeguarding",
         "Safeguarding enquiries, one row each",
         {detail::service_column(),
          {"opened_on", CellKind::date, "The day the enquiry was opened, as 2024-10-01"},
          detail::day_field("concluded_on", "The day it was concluded; empty while it is open"),
          {"decision",
           CellKind::word,
           "What was decided, once concluded",
           false,
           {"substantiated", "partly substantiated", "inconclusive", "not substantiated", "ceased"}},
          detail::truth_field("attributable", "Whether the service answers for it"),
          detail::known_on_column(),
          detail::incident_column()}},
        f::opened_on,
        {},
        {},
        {{f::opened_on, f::concluded_on}},
        {{f::concluded_on, {f::decision, f::attributable}}}};
    return kind;
}

} // namespace vermeil
