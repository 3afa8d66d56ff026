// SPDX-License-Identifier: MIT
#pragma once
// Services that left, and who ended it.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::exit_field {
enum : std::size_t { service, provider, on, kind, people, last_day, known_on };
}

/// Services that left a contract or the market, one row each.
inline const RecordKind& exit_kind() {
    namespace f = detail::exit_field;
    static const RecordKind kind{{"exits",
                                  "Services that left a contract or the market, one row each",
                                  {detail::service_or_provider_column(),
                                   detail::provider_column(),
                                   {"on", CellKind::date, "The day of the notice, as 2024-10-01"},
                                   {"kind",
                                    CellKind::word,
                                    "Who ended it",
                                    true,
                                    {"provider withdrew", "council ended", "forced termination",
                                     "business failure", "contract ran out"}},
                                   detail::whole_field("people", "People who had to move"),
                                   detail::day_field("last_day", "The last day of care"),
                                   detail::known_on_column()}},
                                 f::on,
                                 {},
                                 {},
                                 {{f::on, f::last_day}}};
    return kind;
}

} // namespace vermeil
