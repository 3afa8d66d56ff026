// SPDX-License-Identifier: MIT
#pragma once
// Complaints and compliments that were received.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::complaint_field {
enum : std::size_t { service, received_on, kind, concluded_on, outcome, attributable, known_on };
}

/// Complaints and compliments, one row each. A complaint without a conclusion is open.
inline const RecordKind& complaint_kind() {
    namespace f = detail::complaint_field;
    static const RecordKind kind{
        {"complaints",
         "Complaints and compliments, one row each",
         {detail::service_column(),
          {"received_on", CellKind::date, "The day it was received, as 2024-10-01"},
          {"kind", CellKind::word, "complaint or compliment", true, {"complaint", "compliment"}},
          detail::day_field("concluded_on", "The day it was concluded; empty while it is open"),
          {"outcome",
           CellKind::word,
           "What was found, once concluded",
           false,
           {"upheld", "partly upheld", "not upheld"}},
          detail::truth_field("attributable", "Whether the service answers for it"),
          detail::known_on_column()}},
        f::received_on,
        {},
        {},
        {{f::received_on, f::concluded_on}},
        {{f::concluded_on, {f::outcome, f::attributable}}}};
    return kind;
}

} // namespace vermeil
