// SPDX-License-Identifier: MIT
#pragma once
// Reads the table of changes of care packages.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/money.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/market/hours_per_week.hpp>
#include <vermeil/market/package_change.hpp>
#include <vermeil/market/read_supplier.hpp>
#include <vermeil/market/rows.hpp>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

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
