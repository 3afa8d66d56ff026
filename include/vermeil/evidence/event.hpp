// SPDX-License-Identifier: MIT
#pragma once
// What happened to a service or a provider on a day, or for a time.

#include <vermeil/core/date.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/origin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace vermeil {

/// A default notice, an embargo, a safeguarding decision, a death: an event with its days.
struct Event {
    std::string service;  ///< empty where it concerns all services of the provider
    std::string provider; ///< empty where it concerns one service
    std::string event;
    Date from;
    std::optional<Date> to;       ///< its last day, counted; nothing while it is open
    std::optional<Date> known_on; ///< the day it became known; nothing: the day it happened
    Origin origin;
    bool refused = false; ///< its days could not be read: nobody can say whether it counts

    /// Whether it was known on that day.
    [[nodiscard]] bool is_known_on(Date day) const { return known_on.value_or(from) <= day; }
    /// Whether it had begun, had not ended and was known on that day.
    [[nodiscard]] bool is_open_on(Date day) const {
        return is_known_on(day) && from <= day && (!to || day <= *to);
    }
    /// Whether it began after one day and not after another.
    [[nodiscard]] bool began_between(Date before, Date last) const { return from > before && from <= last; }
};

/// Contract events, safeguarding decisions, deaths and other facts, one row each.
inline const Schema& events_schema() {
    static const Schema schema{
        "events",
        "What happened: notices, embargoes, safeguarding decisions, deaths and other facts, one row each",
        {{"service", CellKind::id, "The service it concerns, as in the services table", false},
         {"provider", CellKind::id,
          "The provider, where it concerns all its services; then leave service empty", false},
         {"event", CellKind::text, "What happened, by its id in the framework, such as default_notice"},
         {"from", CellKind::date, "The day it happened or began, as 2024-10-01"},
         {"to", CellKind::date, "Its last day; leave empty while it is open", false},
         {"known_on", CellKind::date, "The day you learnt of it, where that was later", false}}};
    return schema;
}

namespace detail::event_field {
enum : std::size_t { service, provider, event, from, to, known_on };
}

} // namespace vermeil
