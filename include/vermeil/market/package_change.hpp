// SPDX-License-Identifier: MIT
#pragma once
// What changes in a care package from one day on.

#include <vermeil/core/date.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/money.hpp>
#include <vermeil/market/hours_per_week.hpp>
#include <vermeil/market/supplier.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// Hours that one person can be given. @throws Error above the 168 hours of a week.
inline HoursPerWeek checked_hours(HoursPerWeek hours) {
    static const auto whole_week = HoursPerWeek::hundredths(24 * 7 * 100);
    if (hours > whole_week) {
        throw Error("a week has " + to_string(whole_week) + " hours; " + to_string(hours) +
                    " cannot be planned for one person");
    }
    return hours;
}

/// A rate that can be paid. @throws Error at £0 or below.
inline Money checked_rate(Money rate) {
    if (rate <= Money()) {
        throw Error("an hourly rate of " + to_string(rate) +
                    " cannot be; leave it empty where it is not known");
    }
    return rate;
}

} // namespace detail

/// What is new in a package; what is left out stays as it was.
struct NewTerms {
    std::optional<HoursPerWeek> hours{};
    std::optional<Supplier> supplier{};
    std::optional<Money> rate{}; ///< pounds an hour
};

/// A change of one care package from a day on: other hours, rate or provider, or several of them.
///
/// @throws Error when nothing changes, the hours exceed 168 or the rate is not above £0.
class PackageChange {
  public:
    PackageChange(PackageId package, Date from, NewTerms terms)
        : package_(std::move(package)), from_(from), terms_(std::move(terms)) {
        if (!terms_.hours && !terms_.supplier && !terms_.rate) {
            throw Error("the change from " + to_string(from_) +
                        " changes nothing: fill in hours, rate, service or provider");
        }
        if (terms_.hours) {
            detail::checked_hours(*terms_.hours);
        }
        if (terms_.rate) {
            detail::checked_rate(*terms_.rate);
        }
    }

    [[nodiscard]] const PackageId& package() const noexcept { return package_; }
    /// The first day on which the new terms hold.
    [[nodiscard]] Date from() const { return from_; }
    [[nodiscard]] const NewTerms& terms() const noexcept { return terms_; }

  private:
    PackageId package_;
    Date from_;
    NewTerms terms_;
};

} // namespace vermeil
