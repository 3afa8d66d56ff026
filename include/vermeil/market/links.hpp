// SPDX-License-Identifier: MIT
#pragma once
// How the rows of a market are checked against each other: each id that a row names must stand for something.

#include <vermeil/market/award.hpp>
#include <vermeil/market/by_id.hpp>
#include <vermeil/market/contract.hpp>
#include <vermeil/market/lot.hpp>
#include <vermeil/market/provider.hpp>
#include <vermeil/market/read_awards.hpp>
#include <vermeil/market/rows.hpp>
#include <vermeil/market/service.hpp>
#include <vermeil/market/supplier.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// What is said of ids that stand for nothing, worded once each: a table that goes by other ids altogether names
/// the same few thousand times, and the search for what was meant is slow.
class UnknownIds {
  public:
    template <class IdType, class Known>
    const std::string& said_of(const IdType& id, const std::vector<Known>& known) {
        auto& words = words_[std::string(kind_of(id)) + ' ' + id.text()];
        if (words.empty()) {
            words = no_such(id, known);
        }
        return words;
    }

  private:
    std::unordered_map<std::string, std::string> words_; // by kind and id
};

/// What bears the id that a cell names; null and a reject where nothing does.
template <class Noun, class IdType> const Noun* linked(RowReader& row, std::size_t field, const IdType& id,
                                                       const std::vector<Noun>& known, UnknownIds& unknown) {
    const auto* found = find_in(known, id);
    if (found == nullptr) {
        row.reject(field, unknown.said_of(id, known));
    }
    return found;
}

/// A supplier whose ids resolve, with the provider filled in; nothing and a reject where that cannot be.
inline std::optional<Supplier> linked(const Supplier& named, RowReader& row, std::size_t service_field,
                                      std::size_t provider_field, const std::vector<Service>& services,
                                      const std::vector<Provider>& providers, UnknownIds& unknown) {
    if (!named.service()) {
        const auto* provider = linked(row, provider_field, *named.provider(), providers, unknown);
        return provider != nullptr ? std::optional(named) : std::nullopt;
    }
    const auto* service = linked(row, service_field, *named.service(), services, unknown);
    if (service != nullptr && named.provider() && *named.provider() != service->provider()) {
        row.reject(provider_field, "the service " + quoted(service->id().text()) +
                                       " belongs to the provider " + quoted(service->provider().text()));
    }
    return row.ok() ? std::optional(Supplier(service->id(), service->provider())) : std::nullopt;
}

/// Flags an award that holds on days on which its contract does not.
inline void flag_days(const Award& award, const Contract& contract, RowReader& row) {
    const auto& period = contract.period();
    const auto name = "the contract " + quoted(contract.id().text());
    if (award.period().first() < period.first()) {
        row.flag(award_field::from, "before " + name + " begins on " + to_string(period.first()));
    }
    if (period.last() && award.period().first() > *period.last()) {
        row.flag(award_field::from, "after " + name + " ends on " + to_string(*period.last()));
    } else if (period.last() && award.period().last() > period.last()) {
        row.flag(award_field::to, "after " + name + " ends on " + to_string(*period.last()));
    }
}

/// Refuses an award that does not fit its lot, or gives a place that an earlier one gives already.
inline void check_award(const Award& award, const Lot& lot, const std::vector<Award>& earlier,
                        RowReader& row) {
    if (!lot.order_of(award.tier())) {
        row.reject(award_field::tier, no_such(award.tier(), lot.tiers()));
    }
    for (const auto& zone : award.zones()) {
        if (std::find(lot.zones().begin(), lot.zones().end(), zone) == lot.zones().end()) {
            row.reject(award_field::zones, quoted(zone.text()) + ": " + no_such(zone, lot.zones()));
        }
    }
    const auto held =
        std::find_if(earlier.begin(), earlier.end(), [&](const Award& e) { return e.overlaps(award); });
    if (held != earlier.end()) {
        row.reject(award_field::from, "this provider holds a place in this lot already, in " +
                                          quoted(held->tier().text()) + " from " +
                                          to_string(held->period().first()));
    }
}

} // namespace vermeil::detail
