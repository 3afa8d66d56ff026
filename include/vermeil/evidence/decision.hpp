// SPDX-License-Identifier: MIT
#pragma once
// What people decided about the step of escalation on which a service or a provider stands.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::decision_field {
enum : std::size_t { service, provider, ladder, step, on, role, reason, seen, review_on, known_on };
}

/// Decisions on a ladder of escalation, one row each: somebody put a service or a provider on a step. Whether the ladder has the
/// step and allows the move is for the ladder to say.
inline const RecordKind& decision_kind() {
    namespace f = detail::decision_field;
    static const RecordKind kind{
        {"decisions",
         "Decisions on a ladder of escalation, one row each",
         {detail::service_or_provider_column(),
          detail::provider_column(),
          detail::open_field("ladder", CellKind::text,
                             "The ladder's id, as in its file; empty: the one that is used"),
          {"step", CellKind::text, "The step decided on, as the ladder names it"},
          {"on", CellKind::date, "The day of the decision, as 2024-10-01"},
          {"role", CellKind::text, "Who decided, by role and never by name, such as head of commissioning"},
          {"reason", CellKind::text, "Why, in a few words without names"},
          detail::open_field("seen", CellKind::text,
                             "The evidence seen, in the words of the ladder, separated by ';'"),
          detail::day_field("review_on", "The day on which the decision is looked at again"),
          detail::known_on_column()}},
        f::on,
        {f::service, f::provider, f::ladder, f::step, f::on},
        {},
        {{f::on, f::review_on}, {f::on, f::known_on}}};
    return kind;
}

} // namespace vermeil
