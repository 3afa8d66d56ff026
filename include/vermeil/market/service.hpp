// SPDX-License-Identifier: MIT
#pragma once
// One branch, scheme, day service or micro-provider: what is rated.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/market/repeated.hpp>

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
    std::optional<Date> last_day{};        ///< the last day of care, counted
    std::vector<ServiceId> predecessors{}; ///< the services that it took over from
    std::string group{}; ///< the group of companies that its provider belongs to; empty: none
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
    /// The services that it took over from: registered anew, or merged into it.
    [[nodiscard]] const std::vector<ServiceId>& predecessors() const noexcept { return facts_.predecessors; }
    /// The group of companies that its provider belongs to; empty where it belongs to none.
    [[nodiscard]] const std::string& group() const noexcept { return facts_.group; }
    /// The same service without one of them.
    [[nodiscard]] Service without_predecessor(const ServiceId& before) const {
        auto facts = facts_;
        std::erase(facts.predecessors, before);
        return Service(id_, provider_, std::move(facts));
    }
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

} // namespace vermeil
