// SPDX-License-Identifier: MIT
#pragma once
// One branch, scheme, day service or micro-provider: what is rated.

#include <vermeil/core/date.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/market/rows.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// The number under which a regulator knows a place where care is given or run from.
using LocationId = Id<struct LocationTag>;
/// The short name of a regulator.
using RegulatorId = Id<struct RegulatorTag>;

/// What kind of care a service gives.
enum class ServiceKind : std::uint8_t {
    home_care,
    live_in_care,
    reablement,
    supported_living,
    extra_care,
    shared_lives,
    day_service,
    community_support,
    care_home,
    nursing_home,
    other
};

/// The kinds as tables write them, in the order of their numbers.
inline constexpr std::array<std::string_view, 11> service_kind_names{
    "home care",   "live-in care",      "reablement", "supported living", "extra care", "shared lives",
    "day service", "community support", "care home",  "nursing home",     "other"};

inline std::string_view to_string(ServiceKind kind) {
    return service_kind_names.at(static_cast<std::size_t>(kind));
}

/// What else the register may know of a service; each part may be left out.
struct ServiceFacts {
    std::string name{};
    std::optional<ServiceKind> kind{};
    std::optional<LocationId> location_id{};
    std::optional<std::vector<RegulatorId>>
        regulators{}; ///< empty list: nobody may rate it; nothing: not said
    std::optional<Date> first_day{};
    std::optional<Date> last_day{}; ///< the last day of care, counted
    friend bool operator==(const ServiceFacts&, const ServiceFacts&) = default;
};

/// One branch, scheme, day service or micro-provider of a provider.
///
/// @throws Error when a regulator is named twice or the last day lies before the first.
class Service {
  public:
    explicit Service(ServiceId id, ProviderId provider, ServiceFacts facts = {})
        : id_(std::move(id)), provider_(std::move(provider)), facts_(std::move(facts)) {
        if (const auto* twice = facts_.regulators ? detail::repeated(*facts_.regulators) : nullptr) {
            throw Error("the service " + quoted(id_.text()) + " names the regulator " +
                        quoted(twice->text()) + " twice");
        }
        if (facts_.first_day && facts_.last_day && *facts_.last_day < *facts_.first_day) {
            throw Error("a service cannot close on " + to_string(*facts_.last_day) + ", before it opens on " +
                        to_string(*facts_.first_day));
        }
    }

    [[nodiscard]] const ServiceId& id() const noexcept { return id_; }
    [[nodiscard]] const ProviderId& provider() const noexcept { return provider_; }
    /// The name to show; the id where the register gives none.
    [[nodiscard]] const std::string& name() const noexcept {
        return facts_.name.empty() ? id_.text() : facts_.name;
    }
    [[nodiscard]] std::optional<ServiceKind> kind() const noexcept { return facts_.kind; }
    /// The regulator's number of the place; a day service may have none.
    [[nodiscard]] const std::optional<LocationId>& location_id() const noexcept { return facts_.location_id; }
    /// Who may rate the service: an empty list means nobody, nothing means that the register does not say.
    [[nodiscard]] const std::optional<std::vector<RegulatorId>>& regulators() const noexcept {
        return facts_.regulators;
    }
    /// Whether that regulator may rate the service, capitals aside; nothing where the register does not say.
    [[nodiscard]] std::optional<bool> may_be_rated_by(const RegulatorId& regulator) const;
    /// Whether the service gives care on that day. A day that the register leaves open does not limit it.
    [[nodiscard]] bool is_open_on(Date day) const {
        return (!facts_.first_day || *facts_.first_day <= day) &&
               (!facts_.last_day || day <= *facts_.last_day);
    }
    [[nodiscard]] std::optional<Date> first_day() const { return facts_.first_day; }
    [[nodiscard]] std::optional<Date> last_day() const { return facts_.last_day; }
    friend bool operator==(const Service&, const Service&) = default;

  private:
    ServiceId id_;
    ProviderId provider_;
    ServiceFacts facts_;
};

inline std::optional<bool> Service::may_be_rated_by(const RegulatorId& regulator) const {
    if (!facts_.regulators) {
        return std::nullopt;
    }
    return std::any_of(facts_.regulators->begin(), facts_.regulators->end(), [&](const RegulatorId& known) {
        return folded(known.text()) == folded(regulator.text());
    });
}

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
         {"last_day", CellKind::date, "Its last day of care, as 2025-03-31; empty while it is open", false}}};
    return schema;
}

namespace detail {

namespace service_field {
enum : std::size_t { service, provider, name, kind, location_id, regulators, first_day, last_day };
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
                       row.date(field::last_day)};
    if (!row.ok()) {
        return std::nullopt;
    }
    return detail::guarded(row, field::last_day, [&] { return Service(*id, *provider, std::move(facts)); });
}

/// The services of a table in its order. A bad row or a second row of one id is a reject.
/// @throws Error when a required column is missing.
inline std::vector<Service> read_services(const Frame& frame, Rejects& rejects) {
    return detail::read_register(service_schema(), frame, rejects, read_service);
}

} // namespace vermeil
