// SPDX-License-Identifier: MIT
#pragma once
// The standing of the companies that run services.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::finance_field {
enum : std::size_t { service, provider, status, from, to, known_on };
}

/// How a company stands from a day on, one row each; of rows that overlap the worst holds.
inline const RecordKind& finance_kind() {
    namespace f = detail::finance_field;
    static const RecordKind kind{
        {"finance",
         "How companies stand, one row for each time that they stood otherwise; each status but "
         "trading is an event of its name as well",
         {detail::service_or_provider_column(),
          detail::provider_column(),
          {"status",
           CellKind::word,
           "How the company stands",
           true,
           {"trading", "voluntary arrangement", "administration", "receivership", "liquidation",
            "dissolved"}},
          {"from", CellKind::date, "The first day of it, as 2024-10-01"},
          detail::day_field("to", "Its last day; leave empty while it lasts"),
          detail::known_on_column()}},
        f::from,
        {},
        {},
        {{f::from, f::to}},
        {{f::to}}};
    return kind;
}

} // namespace vermeil
