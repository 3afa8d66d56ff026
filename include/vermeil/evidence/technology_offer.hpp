// SPDX-License-Identifier: MIT
#pragma once
// Whether people were offered care technology at a review, and took it up.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::technology_offer_field {
enum : std::size_t { service, person, on, offered, taken_up, known_on };
}

/// Reviews at which technology was or was not offered, one row each.
inline const RecordKind& technology_offer_kind() {
    namespace f = detail::technology_offer_field;
    static const RecordKind kind{
        {"technology_offers",
         "Reviews of care and whether technology was offered, one row a review",
         {detail::service_column(),
          detail::person_column(),
          {"on", CellKind::date, "The day of the review, as 2024-10-01"},
          {"offered", CellKind::truth, "Whether technology was offered"},
          detail::truth_field("taken_up", "Whether it was taken up; empty while the person thinks about it, "
                                          "or where nothing was offered"),
          detail::known_on_column()}},
        f::on,
        {},
        {},
        {}};
    return kind;
}

} // namespace vermeil
