// SPDX-License-Identifier: MIT
#pragma once
// What was agreed to be done about a service or a provider, by when, and whether it was.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::action_field {
enum : std::size_t { service, provider, action, set_on, due_on, role, done_on, known_on };
}

/// Actions, one row each. One without a day on which it was done is open, and overdue once its day has passed.
inline const RecordKind& action_kind() {
    namespace f = detail::action_field;
    static const RecordKind kind{
        {"actions",
         "Actions that were agreed, one row each",
         {detail::service_or_provider_column(),
          detail::provider_column(),
          {"action", CellKind::text, "What is to be done, in a few words without names"},
          {"set_on", CellKind::date, "The day it was agreed, as 2024-10-01"},
          {"due_on", CellKind::date, "The day by which it is to be done"},
          {"role", CellKind::text, "Who does it, by role and never by name"},
          detail::day_field("done_on", "The day it was done; leave empty until then"),
          detail::known_on_column()}},
        f::set_on,
        {f::service, f::provider, f::action, f::set_on},
        {},
        {{f::set_on, f::due_on}, {f::set_on, f::done_on}},
        {{f::done_on}}};
    return kind;
}

} // namespace vermeil
