// SPDX-License-Identifier: MIT
#pragma once
// What happened to a service or a provider on a day, or for a time.

#include <vermeil/core/date.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/origin.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

/// What a review made of an event.
enum class Review : std::uint8_t {
    none,       ///< nothing to review: it counts as it stands
    under_way,  ///< nobody knows yet; it counts for nothing
    upheld,     ///< found to be so, and the service answers for it
    not_upheld, ///< found not to be so, or not the service's doing
    unclear     ///< concluded, and nobody can say what was found: whatever would count it is unknown
};

/// The words of those that a table of events can say, from `under_way`.
inline constexpr std::array<std::string_view, 3> review_names{"under review", "upheld", "not upheld"};

/// Who may enter a fact by hand: roles alone, so that no name of a person can stand there.
inline constexpr std::array<std::string_view, 8> role_names{
    "contract officer", "quality officer", "safeguarding officer", "social worker",
    "broker",           "finance officer", "commissioner",         "other officer"};

/// A default notice, an embargo, a safeguarding decision, a death: an event with its days.
///
/// One that was entered by hand says by whom, when, and until when it counts.
struct Event {
    std::string service;  ///< empty where it concerns all services of the provider
    std::string provider; ///< empty where it concerns one service
    std::string event;
    Date from;
    std::optional<Date> to;       ///< its last day, counted; nothing while it is open
    std::optional<Date> known_on; ///< the day it became known; nothing: the day it happened
    Origin origin;
    bool refused = false;   ///< its days could not be read: nobody can say whether it counts
    std::string incident{}; ///< what it belongs to with other events and ratings; empty: it stands alone
    Review review = Review::none;
    std::optional<Date> concluded_on{}; ///< the day of the finding; it was under review before
    std::optional<Date> expires_on{};   ///< the last day on which it counts; nothing: it does not expire
    std::string entered_by{};           ///< the role of who entered it by hand; empty: it came from a system
    std::optional<Date> entered_on{};   ///< the day it was entered: nobody could count with it before

    /// The day from which it could be counted with: it was known by then, and entered.
    [[nodiscard]] Date usable_on() const {
        const auto known = known_on.value_or(from);
        return entered_on ? std::max(known, *entered_on) : known;
    }
    /// Whether it was known, and entered, on that day.
    [[nodiscard]] bool is_known_on(Date day) const { return usable_on() <= day; }
    /// Whether it was known, had not expired, and no review held it back on that day.
    [[nodiscard]] bool counts_on(Date day) const {
        const bool found =
            review == Review::none || (review == Review::upheld && concluded_on.value_or(from) <= day);
        return is_known_on(day) && found && (!expires_on || day <= *expires_on);
    }
    /// Whether it had begun, had not ended and counted on that day.
    [[nodiscard]] bool is_open_on(Date day) const {
        return counts_on(day) && from <= day && (!to || day <= *to);
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
         {"known_on", CellKind::date, "The day you learnt of it, where that was later", false},
         {"incident", CellKind::id, "The id of the incident, where several events or ratings come of one",
          false},
         {"review",
          CellKind::word,
          "What a review found; empty where there is none",
          false,
          {review_names.begin(), review_names.end()}},
         {"concluded_on", CellKind::date, "The day the review was concluded; before it, it went on", false},
         {"expires_on", CellKind::date, "The last day on which it counts; fill in what is entered by hand",
          false},
         {"entered_by",
          CellKind::word,
          "The role of who entered it by hand; a name is refused, and masked in the rejects",
          false,
          {role_names.begin(), role_names.end()},
          true},
         {"entered_on", CellKind::date, "The day it was entered by hand", false}}};
    return schema;
}

namespace detail::event_field {
enum : std::size_t {
    service,
    provider,
    event,
    from,
    to,
    known_on,
    incident,
    review,
    concluded_on,
    expires_on,
    entered_by,
    entered_on
};
}

} // namespace vermeil
