// SPDX-License-Identifier: MIT
#pragma once
// Reads the table of care packages.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/market/care_package.hpp>
#include <vermeil/market/read_package_changes.hpp>
#include <vermeil/market/read_supplier.hpp>
#include <vermeil/market/rows.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace vermeil {

/// The table of care packages, one row each.
inline const Schema& package_schema() {
    static const Schema schema{
        "packages",
        "The commissioned care of each person, one row a package, as it was on its first day",
        {{"package", CellKind::id,
          "A short id of your own for the package, not the person's; changes and visits use it"},
         {"person",
          CellKind::id,
          "The person's id in your case system; never a name. It is masked in every output",
          true,
          {},
          true},
         {"hours_per_week", CellKind::number,
          "The planned hours of care a week, as 10.5; 0 while care is paused"},
         {"from", CellKind::date, "The first day of care, as 2024-10-01"},
         {"to", CellKind::date, "The last day of care; empty while it goes on", false},
         {"service", CellKind::id, "The id of the service that gives the care, as in the services table",
          false},
         {"provider", CellKind::id, "The id of the provider; needed only where the service is not known",
          false},
         {"hourly_rate", CellKind::money, "The rate in pounds an hour, as 21.40; empty where it is not known",
          false}}};
    return schema;
}

namespace detail::package_field {
enum : std::size_t { package, person, hours_per_week, from, to, service, provider, hourly_rate };
}

/// One row of the table of packages; nothing when the row was refused.
inline std::optional<CarePackage> read_package(RowReader& row) {
    namespace field = detail::package_field;
    const auto id = row.id<PackageId>(field::package);
    const auto person = row.id<PersonId>(field::person);
    const auto hours = detail::hours_in(row, field::hours_per_week);
    const auto period = detail::period_in(row, field::from, field::to);
    const auto supplier = detail::supplier_in(row, field::service, field::provider);
    const auto rate = detail::rate_in(row, field::hourly_rate);
    if (row.ok() && !supplier) {
        row.reject(field::service, "empty, and so is provider: one of the two must be filled");
    }
    return row.ok() ? std::optional(CarePackage(*id, *person, *period, {*hours, *supplier, rate}))
                    : std::nullopt;
}

/// The packages of a table in its order, without changes. A bad row or a second row of one id is a reject.
/// @throws Error when a required column is missing.
inline std::vector<CarePackage> read_packages(const Frame& frame, Rejects& rejects) {
    return detail::read_register(package_schema(), frame, rejects, read_package);
}

} // namespace vermeil
