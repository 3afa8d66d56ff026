// SPDX-License-Identifier: MIT
#pragma once
// An event or a rating as a row of numbers, ready to be counted.

#include <vermeil/core/date.hpp>
#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/inspection.hpp>

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>

namespace vermeil {

/// The day that never comes: of what is open, and of what does not expire.
inline constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

/// One event or rating in numbers; days are counted from 1970-01-01. Facts have an order of their own, which does not depend
/// on the rows that they came from until all else is the same.
struct Fact {
    std::uint32_t kind = 0;          ///< which kind of event, or whose rating of what
    std::int32_t from = 0;           ///< the day it happened or began, or the rating was given
    std::int32_t last = never;       ///< its last day, counted
    std::int32_t known = 0;          ///< the day from which it could be counted with
    std::int32_t expires = never;    ///< the last day on which it counts
    std::int32_t concluded = no_day; ///< the day on which a review was concluded
    std::uint32_t incident = 0;      ///< 0: it stands alone
    std::uint16_t position = 0; ///< of a rating's word on its scale, from 1; beyond the last: an unknown word
    Review review = Review::none;
    bool refused = false;  ///< nobody can say whether it counts
    std::uint32_t row = 0; ///< its place among the events or the ratings of the evidence

    friend auto operator<=>(const Fact&, const Fact&) = default;

    /// The day from which it is a finding: that of the conclusion where there was a review.
    [[nodiscard]] std::int32_t began() const noexcept {
        return is_found() && concluded != no_day ? concluded : from;
    }
    /// Whether a review found it to be so, or may have: then nobody can say.
    [[nodiscard]] bool is_found() const noexcept {
        return review == Review::upheld || review == Review::unclear;
    }
    /// Whether it could be counted with on that day, and had not expired.
    [[nodiscard]] bool is_usable(std::int32_t day) const noexcept { return known <= day && day <= expires; }
    /// Whether it was a fact on that day: usable, and not held back by a review.
    [[nodiscard]] bool counts(std::int32_t day) const noexcept {
        return is_usable(day) && (review == Review::none || (is_found() && began() <= day));
    }
    /// Whether it counted, had begun and had not ended on that day.
    [[nodiscard]] bool is_open(std::int32_t day) const noexcept {
        return counts(day) && from <= day && day <= last;
    }
    /// Whether a review of it was going on that day.
    [[nodiscard]] bool is_under_review(std::int32_t day) const noexcept {
        const bool goes_on = review == Review::under_way || (concluded != no_day && day < concluded);
        return is_usable(day) && from <= day && goes_on && review != Review::none;
    }
};

/// The numbers of an event; `kind` and `incident` are the codes of its names.
inline Fact fact_of(const Event& event, std::uint32_t kind, std::uint32_t incident, std::uint32_t row) {
    const auto day = [](const std::optional<Date>& date, std::int32_t otherwise) {
        return date ? day_number(*date) : otherwise;
    };
    Fact fact;
    fact.kind = kind;
    fact.incident = incident;
    fact.row = row;
    fact.refused = event.refused;
    if (!event.refused) {
        fact.from = day_number(event.from);
        fact.last = day(event.to, never);
        fact.known = day_number(event.usable_on());
        fact.expires = day(event.expires_on, never);
        fact.concluded = day(event.concluded_on, no_day);
        fact.review = event.review;
    }
    return fact;
}

/// The numbers of a rating whose word has that position.
inline Fact fact_of(const Inspection& rating, std::uint32_t kind, std::uint32_t incident,
                    std::uint16_t position, std::uint32_t row) {
    Fact fact;
    fact.kind = kind;
    fact.incident = incident;
    fact.row = row;
    fact.refused = rating.refused;
    if (!rating.refused) {
        fact.from = day_number(rating.on);
        fact.known = day_number(rating.known_on.value_or(rating.on));
        fact.position = position;
    }
    return fact;
}

} // namespace vermeil
