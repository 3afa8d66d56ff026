// SPDX-License-Identifier: MIT
#pragma once
// How many people arrange their care with a direct payment.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::direct_payment_field {
enum : std::size_t {
    service,
    quarter,
    direct_payment,
    part_direct_payment,
    commissioned,
    due_on,
    received_on,
    reminded_on
};
}

/// People by the way their care is arranged, one row a service (or area) and quarter.
inline const RecordKind& direct_payment_kind() {
    namespace f = detail::direct_payment_field;
    static const RecordKind kind{
        {"direct_payments",
         "People by the way in which their care is arranged, one row for each service or area and quarter",
         {detail::service_column(), detail::quarter_column(),
          detail::whole_field("direct_payment", "People with a direct payment alone"),
          detail::whole_field("part_direct_payment", "People with a direct payment for a part"),
          detail::whole_field("commissioned", "People whose care is all commissioned"),
          detail::day_field("due_on", "The day the figures were due"),
          detail::day_field("received_on", "The day they came"),
          detail::day_field("reminded_on", "The day a reminder went out, where they did not come")}},
        f::quarter,
        {f::service, f::quarter},
        {},
        {}};
    return kind;
}

} // namespace vermeil
