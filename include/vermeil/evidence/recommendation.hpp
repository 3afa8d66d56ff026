// SPDX-License-Identifier: MIT
#pragma once
// Proposals to change a person's care, by trusted assessors and others, and what came of them.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::recommendation_field {
enum : std::size_t {
    service,
    person,
    proposed_on,
    by,
    hours_before,
    hours_after,
    carers_before,
    carers_after,
    decision,
    decided_on,
    effective_on,
    reversed_on,
    reason,
    known_on
};
}

/// Proposals to change a package, one row each. Hours are of a week.
inline const RecordKind& recommendation_kind() {
    namespace f = detail::recommendation_field;
    static const RecordKind kind{
        {"recommendations",
         "Proposals to change packages of care, one row each",
         {detail::service_column(),
          detail::person_column(),
          {"proposed_on", CellKind::date, "The day of the proposal, as 2024-10-01"},
          {"by", CellKind::word, "Who proposed it", true, {"trusted assessor", "provider", "council"}},
          detail::open_field("hours_before", CellKind::number, "Hours a week before"),
          detail::open_field("hours_after", CellKind::number, "Hours a week as proposed"),
          detail::whole_field("carers_before", "Carers at each visit before: 2 where care is double-handed"),
          detail::whole_field("carers_after", "Carers at each visit as proposed"),
          {"decision",
           CellKind::word,
           "What was decided; empty while it is open",
           false,
           {"accepted", "declined"}},
          detail::day_field("decided_on", "The day it was decided"),
          detail::day_field("effective_on", "The first day of the change"),
          detail::day_field("reversed_on", "The day it was taken back, where it was"),
          detail::open_field("reason", CellKind::text, "Why, in a few words without names"),
          detail::known_on_column()}},
        f::proposed_on,
        {},
        {},
        {{f::proposed_on, f::decided_on}, {f::effective_on, f::reversed_on}},
        {{f::decided_on, {f::decision, f::effective_on, f::reason}}, {f::reversed_on, {f::reason}}}};
    return kind;
}

} // namespace vermeil
