// SPDX-License-Identifier: MIT
#pragma once
// When no new care was placed with a service or a provider, and who decided so.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::embargo_field {
enum : std::size_t { service, provider, from, to, role, reason, review_on, known_on };
}

/// Embargoes on new placements, one row each. One without a last day is open; it stands beside the steps of a ladder.
inline const RecordKind& embargo_kind() {
    namespace f = detail::embargo_field;
    static const RecordKind kind{
        {"embargoes",
         "Embargoes on new placements, one row each; each is an event `embargo` as well",
         {detail::service_or_provider_column(),
          detail::provider_column(),
          {"from", CellKind::date, "The day from which no new care is placed, as 2024-10-01"},
          detail::day_field("to", "Its last day; leave empty until it is lifted"),
          {"role", CellKind::text, "Who decided, by role and never by name"},
          {"reason", CellKind::text, "Why, in a few words without names"},
          detail::day_field("review_on", "The day on which it is looked at again"),
          detail::known_on_column()}},
        f::from,
        {f::service, f::provider, f::from},
        {},
        {{f::from, f::to}, {f::from, f::review_on}},
        {{f::to}}};
    return kind;
}

} // namespace vermeil
