// SPDX-License-Identifier: MIT
#pragma once
// What reviews found of the outcomes that people had set.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::outcome_field {
enum : std::size_t { service, person, on, set, met, community_link, known_on };
}

/// Reviews of care plans, one row each.
inline const RecordKind& outcome_kind() {
    namespace f = detail::outcome_field;
    static const RecordKind kind{
        {"outcomes",
         "Reviews of care plans and the outcomes met, one row a review",
         {detail::service_column(),
          detail::person_column(),
          {"on", CellKind::date, "The day of the review, as 2024-10-01"},
          detail::whole_field("set", "Outcomes that had been set"),
          detail::whole_field("met", "Of those, the outcomes that were met"),
          detail::truth_field("community_link",
                              "Whether the plan links the person to a resource of the community"),
          detail::known_on_column()}},
        f::on,
        {},
        {{f::met, {f::set}}},
        {}};
    return kind;
}

} // namespace vermeil
