// SPDX-License-Identifier: MIT
#pragma once
// Reads the register of services.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/market/predecessors.hpp>
#include <vermeil/market/rows.hpp>
#include <vermeil/market/service.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace vermeil {

/// The register of services, one row each: what ratings are made for.
inline const Schema& service_schema() {
    static const Schema schema{
        "services",
        "The services that are rated, one row each: a branch, a scheme, a day service, a micro-provider",
        {{"service", CellKind::id,
          "A short id of your own for the service, such as S017; other tables use it"},
         {"provider", CellKind::id, "The id of the organisation that runs it, as in the providers table"},
         {"name", CellKind::text, "The service's name as it is to be shown; empty: the id is shown", false},
         {"kind",
          CellKind::word,
          "What kind of care it gives",
          false,
          {service_kind_names.begin(), service_kind_names.end()}},
         {"location_id", CellKind::id, "The regulator's number of the location; empty where it has none",
          false},
         {"regulators", CellKind::text,
          "Who may rate it, separated by ';'. Write none where nobody may; empty means not known", false},
         {"first_day", CellKind::date, "The day on which it opened, as 2024-10-01; empty where not known",
          false},
         {"last_day", CellKind::date, "Its last day of care, as 2025-03-31; empty while it is open", false},
         {"predecessors", CellKind::text,
          "The services it took over from, separated by ';': registered anew, or merged into it", false},
         {"group", CellKind::id, "The group of companies that the provider belongs to; empty: none", false}}};
    return schema;
}

namespace detail {

namespace service_field {
enum : std::size_t {
    service,
    provider,
    name,
    kind,
    location_id,
    regulators,
    first_day,
    last_day,
    predecessors,
    group
};
}

/// The regulators of a row: nothing for an empty cell, an empty list for `none`.
inline std::optional<std::vector<RegulatorId>> regulators_in(RowReader& row) {
    const auto cell = row.text(service_field::regulators);
    if (!cell) {
        return std::nullopt;
    }
    return folded(*cell) == "none" ? std::vector<RegulatorId>{}
                                   : ids_in<RegulatorId>(row, service_field::regulators);
}

inline std::optional<ServiceKind> service_kind_in(RowReader& row) {
    const auto word = row.word(service_field::kind);
    const auto* found = std::find(service_kind_names.begin(), service_kind_names.end(), word.value_or(""));
    return found == service_kind_names.end()
               ? std::nullopt
               : std::optional(static_cast<ServiceKind>(found - service_kind_names.begin()));
}

} // namespace detail

/// One row of the register of services; nothing when the row was refused.
inline std::optional<Service> read_service(RowReader& row) {
    namespace field = detail::service_field;
    auto id = row.id<ServiceId>(field::service);
    auto provider = row.id<ProviderId>(field::provider);
    ServiceFacts facts{row.text(field::name).value_or(""),
                       detail::service_kind_in(row),
                       row.id<LocationId>(field::location_id),
                       detail::regulators_in(row),
                       row.date(field::first_day),
                       row.date(field::last_day),
                       detail::ids_in<ServiceId>(row, field::predecessors),
                       row.text(field::group).value_or("")};
    if (!row.ok()) {
        return std::nullopt;
    }
    return detail::guarded(row, field::last_day, [&] { return Service(*id, *provider, std::move(facts)); });
}

/// The services of a table in its order. A bad row or a second row of one id is a reject; a predecessor that is not in the
/// table, or that would make a service its own predecessor, is struck out and told.
/// @throws Error when a required column is missing.
inline std::vector<Service> read_services(const Frame& frame, Rejects& rejects) {
    auto services = detail::read_register(service_schema(), frame, rejects, read_service);
    detail::refuse_bad_predecessors(frame, services, rejects);
    return services;
}

} // namespace vermeil
