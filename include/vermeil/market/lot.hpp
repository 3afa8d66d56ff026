// SPDX-License-Identifier: MIT
#pragma once
// A part of a contract that is let as one.

#include <vermeil/core/error.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/market/repeated.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The name of a tier within a lot, such as `tier 1`.
using TierId = Id<struct TierTag>;

/// A part of a contract let as one: its tiers in the order in which they are offered work, and its zones.
///
/// The lot owns the order; the tier itself belongs to each `Award`.
/// @throws Error when there is no tier, or a tier or zone is named twice.
class Lot {
  public:
    /// `tiers`: whoever is offered work first comes first; a lot without tiers has one, under any name.
    /// `zones`: the patches of the map that it is divided into; none where it is let as a whole.
    Lot(LotId id, ContractId contract, std::vector<TierId> tiers, std::vector<ZoneId> zones = {},
        std::string name = {})
        : id_(std::move(id)), contract_(std::move(contract)), tiers_(std::move(tiers)),
          zones_(std::move(zones)), name_(std::move(name)) {
        if (tiers_.empty()) {
            throw Error("the lot " + quoted(id_.text()) +
                        " has no tier; a lot without tiers needs one, such as 'all'");
        }
        if (const auto* twice = detail::repeated(tiers_)) {
            throw Error("the lot " + quoted(id_.text()) + " names the tier " + quoted(twice->text()) +
                        " twice");
        }
        if (const auto* twice = detail::repeated(zones_)) {
            throw Error("the lot " + quoted(id_.text()) + " names the zone " + quoted(twice->text()) +
                        " twice");
        }
    }

    [[nodiscard]] const LotId& id() const noexcept { return id_; }
    [[nodiscard]] const ContractId& contract() const noexcept { return contract_; }
    [[nodiscard]] const std::vector<TierId>& tiers() const noexcept { return tiers_; }
    [[nodiscard]] const std::vector<ZoneId>& zones() const noexcept { return zones_; }
    /// The name to show; the id where none is given.
    [[nodiscard]] const std::string& name() const noexcept { return name_.empty() ? id_.text() : name_; }
    /// The place of a tier in the order of offers, 0 being first; nothing where the lot has no such tier.
    [[nodiscard]] std::optional<std::size_t> order_of(const TierId& tier) const {
        const auto found = std::find(tiers_.begin(), tiers_.end(), tier);
        return found == tiers_.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - tiers_.begin()));
    }
    friend bool operator==(const Lot&, const Lot&) = default;

  private:
    LotId id_;
    ContractId contract_;
    std::vector<TierId> tiers_;
    std::vector<ZoneId> zones_;
    std::string name_;
};

} // namespace vermeil
