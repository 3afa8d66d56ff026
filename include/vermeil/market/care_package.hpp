// SPDX-License-Identifier: MIT
#pragma once
// One person's commissioned care, and what it was on any day.

#include <vermeil/core/date.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/money.hpp>
#include <vermeil/core/period.hpp>
#include <vermeil/market/hours_per_week.hpp>
#include <vermeil/market/package_change.hpp>
#include <vermeil/market/supplier.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// What a package is between two changes.
struct PackageTerms {
    HoursPerWeek hours; ///< planned, of care given at the person's side
    Supplier supplier;
    std::optional<Money> rate{}; ///< pounds an hour; nothing where it is not known
};

/// One person's commissioned care: planned hours a week, rate, who gives it, and its dated changes.
///
/// Hours of 0 are a pause. Care planned and care given are two things: the package holds what was planned.
/// @throws Error when the hours exceed 168 a week or the rate is not above £0.
class CarePackage {
  public:
    /// The terms hold from the period's first day.
    CarePackage(PackageId id, PersonId person, Period period, PackageTerms terms)
        : id_(std::move(id)), person_(std::move(person)), period_(period) {
        detail::checked_hours(terms.hours);
        if (terms.rate) {
            detail::checked_rate(*terms.rate);
        }
        history_.push_back({period.first(), std::move(terms)});
    }

    /// The package with one more change, which must come after all those that it has.
    /// @throws Error when the change is of another package, lies outside the package's days, or does not come
    /// after the day from which the latest terms hold.
    [[nodiscard]] CarePackage with(const PackageChange& change) const;

    [[nodiscard]] const PackageId& id() const noexcept { return id_; }
    /// Whose care it is: never to be shown outside the council.
    [[nodiscard]] const PersonId& person() const noexcept { return person_; }
    [[nodiscard]] const Period& period() const noexcept { return period_; }

    /// What the package is on that day, or null when it has not begun or has ended.
    [[nodiscard]] const PackageTerms* terms_on(Date day) const {
        const PackageTerms* found = nullptr;
        for (const auto& step : history_) {
            found = period_.contains(day) && step.from <= day ? &step.terms : found;
        }
        return found;
    }
    /// The hours planned a week on that day; nothing when the package has not begun or has ended.
    [[nodiscard]] std::optional<HoursPerWeek> hours_on(Date day) const {
        const auto* terms = terms_on(day);
        return terms != nullptr ? std::optional(terms->hours) : std::nullopt;
    }
    /// Since when each set of terms holds, the earliest first: the start and then each change.
    [[nodiscard]] std::vector<Date> change_days() const {
        std::vector<Date> days;
        for (const auto& step : history_) {
            days.push_back(step.from);
        }
        return days;
    }

  private:
    struct Step {
        Date from;
        PackageTerms terms;
    };

    PackageId id_;
    PersonId person_;
    Period period_;
    std::vector<Step> history_; // by day, never empty
};

inline CarePackage CarePackage::with(const PackageChange& change) const {
    const auto name = "the package " + quoted(id_.text());
    if (change.package() != id_) {
        throw Error("a change of the package " + quoted(change.package().text()) + " does not belong to " +
                    name);
    }
    if (!period_.contains(change.from())) {
        throw Error(name + " runs from " + to_string(period_.first()) +
                    (period_.last() ? " to " + to_string(*period_.last()) : "") +
                    ", so nothing can change on " + to_string(change.from()));
    }
    if (change.from() <= history_.back().from) {
        throw Error(name + " has terms from " + to_string(history_.back().from) +
                    ", so the next change must come after, not on " + to_string(change.from()));
    }
    auto changed = *this;
    auto terms = history_.back().terms;
    terms.hours = change.terms().hours.value_or(terms.hours);
    terms.supplier = change.terms().supplier.value_or(terms.supplier);
    terms.rate = change.terms().rate ? change.terms().rate : terms.rate;
    changed.history_.push_back({change.from(), std::move(terms)});
    return changed;
}

} // namespace vermeil
