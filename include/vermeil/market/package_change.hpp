// SPDX-License-Identifier: MIT
#pragma once
// What changes in a care package from one day on.

#include <vermeil/core/date.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/money.hpp>
#include <vermeil/market/hours_per_week.hpp>
#include <vermeil/market/rows.hpp>
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

inline std::optional<HoursPerWeek> hours_in(RowReader& row, std::size_t field) {
    const auto text = row.text(field);
    return text ? guarded(row, field, [&] { return checked_hours(HoursPerWeek::parse(*text)); })
                : std::nullopt;
}

inline std::optional<Money> rate_in(RowReader& row, std::size_t field) {
    const auto rate = row.money(field);
    return rate ? guarded(row, field, [&] { return checked_rate(*rate); }) : std::nullopt;
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

/// The table of changes, one row each.
inline const Schema& package_change_schema() {
    static const Schema schema{
        "package_changes",
        "What changed in a care package and from when, one row each; an empty cell means no change",
        {{"package", CellKind::id, "The id of the package, as in the packages table"},
         {"from", CellKind::date, "The first day on which the change holds, as 2024-10-01"},
         {"hours_per_week", CellKind::number, "The new planned hours a week, as 10.5; empty where they stay",
          false},
         {"hourly_rate", CellKind::money, "The new rate in pounds an hour, as 21.40; empty where it stays",
          false},
         {"service", CellKind::id, "The id of the new service; empty where it stays", false},
         {"provider", CellKind::id, "The id of the new provider, where its service is not known", false}}};
    return schema;
}

namespace detail::package_change_field {
enum : std::size_t { package, from, hours_per_week, hourly_rate, service, provider };
}

/// One row of the table of changes; nothing when the row was refused.
inline std::optional<PackageChange> read_package_change(RowReader& row) {
    namespace field = detail::package_change_field;
    const auto package = row.id<PackageId>(field::package);
    const auto from = row.date(field::from);
    NewTerms terms{detail::hours_in(row, field::hours_per_week),
                   detail::supplier_in(row, field::service, field::provider),
                   detail::rate_in(row, field::hourly_rate)};
    if (!row.ok()) {
        return std::nullopt;
    }
    return detail::guarded(row, field::from,
                           [&] { return PackageChange(*package, *from, std::move(terms)); });
}

/// The changes of a table in its order; a bad row is a reject. Whether they fit is for the `Market`.
/// @throws Error when a required column is missing.
inline std::vector<PackageChange> read_package_changes(const Frame& frame, Rejects& rejects) {
    std::vector<PackageChange> changes;
    detail::for_each_row(
        Reader(package_change_schema(), frame), rejects, read_package_change,
        [&](PackageChange&& change, const RowReader&) { changes.push_back(std::move(change)); });
    return changes;
}

} // namespace vermeil
