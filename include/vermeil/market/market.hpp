// SPDX-License-Identifier: MIT
#pragma once
// Everyone who was asked to do something, held together so that every id stands for something.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/market/award.hpp>
#include <vermeil/market/by_id.hpp>
#include <vermeil/market/care_package.hpp>
#include <vermeil/market/contract.hpp>
#include <vermeil/market/hours_per_week.hpp>
#include <vermeil/market/lot.hpp>
#include <vermeil/market/provider.hpp>
#include <vermeil/market/service.hpp>
#include <vermeil/market/supplier.hpp>

#include <vector>

namespace vermeil {

namespace detail {
class MarketReader;
}

/// Providers, services, contracts, lots, awards and care packages of which every id resolves.
///
/// Read with `read_market`, it never changes. Pointers that it hands out live as long as it does.
class Market {
  public:
    /// All of a kind, by id; awards by lot, tier, rank and provider.
    [[nodiscard]] const std::vector<Provider>& providers() const noexcept { return providers_; }
    [[nodiscard]] const std::vector<Service>& services() const noexcept { return services_; }
    [[nodiscard]] const std::vector<Contract>& contracts() const noexcept { return contracts_; }
    [[nodiscard]] const std::vector<Lot>& lots() const noexcept { return lots_; }
    [[nodiscard]] const std::vector<Award>& awards() const noexcept { return awards_; }
    [[nodiscard]] const std::vector<CarePackage>& packages() const noexcept { return packages_; }

    /// What bears that id, or null.
    [[nodiscard]] const Provider* find(const ProviderId& id) const { return detail::find_in(providers_, id); }
    [[nodiscard]] const Service* find(const ServiceId& id) const { return detail::find_in(services_, id); }
    [[nodiscard]] const Contract* find(const ContractId& id) const { return detail::find_in(contracts_, id); }
    [[nodiscard]] const Lot* find(const LotId& id) const { return detail::find_in(lots_, id); }
    [[nodiscard]] const CarePackage* find(const PackageId& id) const {
        return detail::find_in(packages_, id);
    }

    /// What bears that id.
    /// @throws Error when nothing does; the message lists what is known, or what comes near.
    [[nodiscard]] const Provider& provider(const ProviderId& id) const { return known(id, providers_); }
    [[nodiscard]] const Service& service(const ServiceId& id) const { return known(id, services_); }
    [[nodiscard]] const Contract& contract(const ContractId& id) const { return known(id, contracts_); }
    [[nodiscard]] const Lot& lot(const LotId& id) const { return known(id, lots_); }

    /// The services of a provider, by id.
    /// @throws Error when the provider is not known; so do the next ones for theirs.
    [[nodiscard]] std::vector<const Service*> services_of(const ProviderId& provider) const;
    /// The places held in a lot on a day in the order of offers: by tier, rank (unranked last), provider.
    [[nodiscard]] std::vector<const Award*> awards_on(const LotId& lot, Date day) const;
    /// The packages that run on a day with a service, by id.
    [[nodiscard]] std::vector<const CarePackage*> packages_on(const ServiceId& service, Date day) const;
    /// The packages that run on a day with a provider, whether or not the service is known.
    [[nodiscard]] std::vector<const CarePackage*> packages_on(const ProviderId& provider, Date day) const;
    /// The hours planned a week in the packages that run on a day: of a service, a provider, or all.
    /// 0 where none runs.
    [[nodiscard]] HoursPerWeek planned_hours_on(const ServiceId& service, Date day) const;
    [[nodiscard]] HoursPerWeek planned_hours_on(const ProviderId& provider, Date day) const;
    [[nodiscard]] HoursPerWeek planned_hours_on(Date day) const;

  private:
    friend class detail::MarketReader;
    Market() = default;

    template <class Noun, class IdType>
    static const Noun& known(const IdType& id, const std::vector<Noun>& nouns) {
        const auto* found = detail::find_in(nouns, id);
        if (found == nullptr) {
            throw Error(quoted(id.text()) + ": " + detail::no_such(id, nouns));
        }
        return *found;
    }
    template <class Runs>
    [[nodiscard]] std::vector<const CarePackage*> packages_where(Date day, Runs runs) const;

    std::vector<Provider> providers_;
    std::vector<Service> services_;
    std::vector<Contract> contracts_;
    std::vector<Lot> lots_;
    std::vector<Award> awards_;
    std::vector<CarePackage> packages_;
};

namespace detail {

inline HoursPerWeek hours_of(const std::vector<const CarePackage*>& packages, Date day) {
    HoursPerWeek sum;
    for (const auto* package : packages) {
        sum = sum + package->terms_on(day)->hours;
    }
    return sum;
}

} // namespace detail

inline std::vector<const Service*> Market::services_of(const ProviderId& provider) const {
    const auto& owner = this->provider(provider).id();
    std::vector<const Service*> found;
    for (const auto& service : services_) {
        if (service.provider() == owner) {
            found.push_back(&service);
        }
    }
    return found;
}

inline std::vector<const Award*> Market::awards_on(const LotId& lot, Date day) const {
    const auto& part = this->lot(lot).id();
    std::vector<const Award*> found;
    for (const auto& award : awards_) {
        if (award.lot() == part && award.period().contains(day)) {
            found.push_back(&award);
        }
    }
    return found;
}

template <class Runs> std::vector<const CarePackage*> Market::packages_where(Date day, Runs runs) const {
    std::vector<const CarePackage*> found;
    for (const auto& package : packages_) {
        const auto* terms = package.terms_on(day);
        if (terms != nullptr && runs(terms->supplier)) {
            found.push_back(&package);
        }
    }
    return found;
}

inline std::vector<const CarePackage*> Market::packages_on(const ServiceId& service, Date day) const {
    const auto& id = this->service(service).id();
    return packages_where(day, [&](const Supplier& supplier) { return supplier.service() == id; });
}
inline std::vector<const CarePackage*> Market::packages_on(const ProviderId& provider, Date day) const {
    const auto& id = this->provider(provider).id();
    return packages_where(day, [&](const Supplier& supplier) { return supplier.provider() == id; });
}
inline HoursPerWeek Market::planned_hours_on(const ServiceId& service, Date day) const {
    return detail::hours_of(packages_on(service, day), day);
}
inline HoursPerWeek Market::planned_hours_on(const ProviderId& provider, Date day) const {
    return detail::hours_of(packages_on(provider, day), day);
}
inline HoursPerWeek Market::planned_hours_on(Date day) const {
    return detail::hours_of(packages_where(day, [](const Supplier&) { return true; }), day);
}

} // namespace vermeil
