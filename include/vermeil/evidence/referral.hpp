// SPDX-License-Identifier: MIT
#pragma once
// Requests for care and how long people wait for it.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>

namespace vermeil {

namespace detail::referral_field {
enum : std::size_t {
    service,
    person,
    referred_on,
    answer,
    answered_on,
    planned_start,
    started_on,
    withdrawn_on,
    delays_discharge,
    interim_care,
    reason,
    known_on
};
}

/// Requests for care that a service was asked to give, one row each. Without a start and a withdrawal the person waits.
inline const RecordKind& referral_kind() {
    namespace f = detail::referral_field;
    static const RecordKind kind{
        {"referrals",
         "Requests for care, one row for each service that was asked",
         {detail::service_column(),
          detail::person_column(),
          {"referred_on", CellKind::date, "The day the service was asked, as 2024-10-01"},
          {"answer",
           CellKind::word,
           "What the service answered; empty while it is open",
           false,
           {"accepted", "declined"}},
          detail::day_field("answered_on", "The day it answered"),
          detail::day_field("planned_start", "The day on which care was to start"),
          detail::day_field("started_on", "The day of the first visit"),
          detail::day_field("withdrawn_on", "The day the request fell away"),
          detail::truth_field("delays_discharge", "Whether the wait keeps the person in hospital"),
          detail::truth_field("interim_care", "Whether other care bridges the wait"),
          detail::open_field("reason", CellKind::text, "Why it waits, in a few words without names"),
          detail::known_on_column()}},
        f::referred_on,
        {},
        {},
        {{f::referred_on, f::answered_on},
         {f::referred_on, f::started_on},
         {f::referred_on, f::withdrawn_on}},
        {{f::answered_on, {f::answer}}, {f::started_on}, {f::withdrawn_on}}};
    return kind;
}

} // namespace vermeil
