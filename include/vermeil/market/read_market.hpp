// SPDX-License-Identifier: MIT
#pragma once
// Reads the tables of a market into one whole; a row that names what no table knows becomes a reject.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/market/links.hpp>
#include <vermeil/market/market.hpp>
#include <vermeil/market/read_awards.hpp>
#include <vermeil/market/read_contracts.hpp>
#include <vermeil/market/read_lots.hpp>
#include <vermeil/market/read_package_changes.hpp>
#include <vermeil/market/read_packages.hpp>
#include <vermeil/market/read_providers.hpp>
#include <vermeil/market/read_services.hpp>
#include <vermeil/market/rows.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil {

/// The tables of a market, each of which may be left out; columns as the schema of its noun says.
struct MarketTables {
    std::optional<Frame> providers{};
    std::optional<Frame> services{};
    std::optional<Frame> contracts{};
    std::optional<Frame> lots{};
    std::optional<Frame> awards{};
    std::optional<Frame> packages{};
    std::optional<Frame> package_changes{};
};

/// The schemas of those tables in the same order, for whoever offers the tables to be filled in.
inline std::array<const Schema*, 7> market_schemas() {
    return {&provider_schema(), &service_schema(), &contract_schema(),      &lot_schema(),
            &award_schema(),    &package_schema(), &package_change_schema()};
}

namespace detail {

/// A market while it is read: each table is checked against those before it.
class MarketReader {
  public:
    explicit MarketReader(Rejects& rejects) : rejects_(&rejects) {}

    void take_providers(const Frame& table) { market_.providers_ = by_id(read_providers(table, *rejects_)); }
    /// Without a table of providers every provider that a service names is known.
    void take_services(const Frame& table, bool providers_known);
    void take_contracts(const Frame& table) { market_.contracts_ = by_id(read_contracts(table, *rejects_)); }
    void take_lots(const Frame& table);
    void take_awards(const Frame& table);
    void take_packages(const Frame& table);
    void take_changes(const Frame& table);
    [[nodiscard]] Market result() && { return std::move(market_); }

  private:
    void sort_awards();
    void apply(const PackageChange& change, RowReader& row);

    Market market_;
    Rejects* rejects_;
    UnknownIds unknown_;
};

inline void MarketReader::take_services(const Frame& table, bool providers_known) {
    const auto check = [&](const Service& service, RowReader& row) {
        if (providers_known) {
            linked(row, service_field::provider, service.provider(), market_.providers_, unknown_);
        }
    };
    market_.services_ = by_id(read_register(service_schema(), table, *rejects_, read_service, check));
    if (!providers_known) {
        std::vector<Provider> providers;
        for (const auto& service : market_.services_) {
            providers.emplace_back(service.provider());
        }
        providers = by_id(std::move(providers));
        providers.erase(std::unique(providers.begin(), providers.end()), providers.end());
        market_.providers_ = std::move(providers);
    }
}

inline void MarketReader::take_lots(const Frame& table) {
    const auto check = [&](const Lot& lot, RowReader& row) {
        linked(row, lot_field::contract, lot.contract(), market_.contracts_, unknown_);
    };
    market_.lots_ = by_id(read_register(lot_schema(), table, *rejects_, read_lot, check));
}

inline void MarketReader::take_awards(const Frame& table) {
    for_each_row(Reader(award_schema(), table), *rejects_, read_award, [&](Award&& award, RowReader& row) {
        linked(row, award_field::provider, award.provider(), market_.providers_, unknown_);
        const auto* lot = linked(row, award_field::lot, award.lot(), market_.lots_, unknown_);
        if (lot != nullptr) {
            check_award(award, *lot, market_.awards_, row);
        }
        if (row.ok()) {
            flag_days(award, market_.contract(lot->contract()), row);
            market_.awards_.push_back(std::move(award));
        }
    });
    sort_awards();
}

inline void MarketReader::sort_awards() {
    const auto place = [this](const Award& award) {
        const auto tier = market_.lot(award.lot()).order_of(award.tier());
        return std::make_tuple(award.lot(), tier, !award.rank(), award.rank(), award.provider(),
                               award.period().first(), award.zones());
    };
    std::sort(market_.awards_.begin(), market_.awards_.end(),
              [&](const Award& a, const Award& b) { return place(a) < place(b); });
}

inline void MarketReader::take_packages(const Frame& table) {
    namespace field = package_field;
    const auto check = [&](CarePackage& package, RowReader& row) {
        auto terms = *package.terms_on(package.period().first());
        if (auto supplier = linked(terms.supplier, row, field::service, field::provider, market_.services_,
                                   market_.providers_, unknown_)) {
            terms.supplier = *std::move(supplier);
            package = CarePackage(package.id(), package.person(), package.period(), std::move(terms));
        }
    };
    market_.packages_ = by_id(read_register(package_schema(), table, *rejects_, read_package, check));
}

inline void MarketReader::take_changes(const Frame& table) {
    namespace field = package_change_field;
    const Reader reader(package_change_schema(), table);
    std::vector<std::pair<PackageChange, RowReader>> changes;
    for_each_row(reader, *rejects_, read_package_change, [&](PackageChange&& change, RowReader& row) {
        auto terms = change.terms();
        if (terms.supplier) {
            terms.supplier = linked(*terms.supplier, row, field::service, field::provider, market_.services_,
                                    market_.providers_, unknown_);
        }
        if (row.ok()) {
            changes.emplace_back(PackageChange(change.package(), change.from(), std::move(terms)), row);
        }
    });
    // A table may list changes in any order; a package takes them by day.
    std::stable_sort(changes.begin(), changes.end(),
                     [](const auto& a, const auto& b) { return a.first.from() < b.first.from(); });
    for (auto& [change, row] : changes) {
        apply(change, row);
    }
}

inline void MarketReader::apply(const PackageChange& change, RowReader& row) {
    auto* package = find_in(market_.packages_, change.package());
    if (package == nullptr) {
        row.reject(package_change_field::package,
                   "no such package among " + std::to_string(market_.packages_.size()));
        return;
    }
    if (auto changed = guarded(row, package_change_field::from, [&] { return package->with(change); })) {
        *package = *std::move(changed);
    }
}

} // namespace detail

/// Reads the tables of a market. A row that names what no table knows is a reject, like any other bad row.
///
/// Where no table of providers is given, the providers are those of the services. Refused are also: a tier or
/// zone that the lot does not have; a second place of one provider in one lot for a zone and a day that it
/// holds already; a package whose service belongs to another provider; a change that does not fit its
/// package. An award that leaves its contract's days is flagged and kept.
/// @throws Error when a required column is missing.
inline Market read_market(const MarketTables& tables, Rejects& rejects) {
    for (const auto* table : {&tables.providers, &tables.services, &tables.contracts, &tables.lots,
                              &tables.awards, &tables.packages, &tables.package_changes}) {
        if (*table) {
            const auto& faults = (*table)->provenance().faults;
            rejects.append(faults);
        }
    }
    detail::MarketReader reader(rejects);
    if (tables.providers) {
        reader.take_providers(*tables.providers);
    }
    if (tables.services) {
        reader.take_services(*tables.services, tables.providers.has_value());
    }
    if (tables.contracts) {
        reader.take_contracts(*tables.contracts);
    }
    if (tables.lots) {
        reader.take_lots(*tables.lots);
    }
    if (tables.awards) {
        reader.take_awards(*tables.awards);
    }
    if (tables.packages) {
        reader.take_packages(*tables.packages);
    }
    if (tables.package_changes) {
        reader.take_changes(*tables.package_changes);
    }
    return std::move(reader).result();
}

} // namespace vermeil
