// SPDX-License-Identifier: MIT
#pragma once
// A provider's place in a lot.

#include <vermeil/core/error.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/period.hpp>
#include <vermeil/market/lot.hpp>
#include <vermeil/market/repeated.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// A place in the order within a tier, counted from 1.
/// @throws Error when it is 0.
class Rank {
  public:
    explicit Rank(std::uint32_t number) : number_(number) {
        if (number == 0) {
            throw Error("ranks are counted from 1");
        }
    }
    [[nodiscard]] std::uint32_t number() const noexcept { return number_; }
    friend auto operator<=>(const Rank&, const Rank&) = default;

  private:
    std::uint32_t number_;
};

/// A provider's place in a lot: its tier, its zones, its rank where the lot ranks, and the days it holds.
///
/// Whether the tier and the zones are those of the lot is for the `Market` to check.
/// @throws Error when a zone is named twice.
class Award {
  public:
    /// Without zones the award is limited to none: it holds in the whole lot.
    Award(ProviderId provider, LotId lot, TierId tier, Period period, std::vector<ZoneId> zones = {},
          std::optional<Rank> rank = std::nullopt)
        : provider_(std::move(provider)), lot_(std::move(lot)), tier_(std::move(tier)), period_(period),
          zones_(std::move(zones)), rank_(rank) {
        if (const auto* twice = detail::repeated(zones_)) {
            throw Error("the award of " + quoted(provider_.text()) + " in the lot " + quoted(lot_.text()) +
                        " names the zone " + quoted(twice->text()) + " twice");
        }
    }

    [[nodiscard]] const ProviderId& provider() const noexcept { return provider_; }
    [[nodiscard]] const LotId& lot() const noexcept { return lot_; }
    [[nodiscard]] const TierId& tier() const noexcept { return tier_; }
    [[nodiscard]] const Period& period() const noexcept { return period_; }
    [[nodiscard]] const std::vector<ZoneId>& zones() const noexcept { return zones_; }
    /// The order within the tier; nothing where the lot does not rank.
    [[nodiscard]] std::optional<Rank> rank() const noexcept { return rank_; }

    /// Whether the award holds in that zone.
    [[nodiscard]] bool covers(const ZoneId& zone) const {
        return zones_.empty() || std::find(zones_.begin(), zones_.end(), zone) != zones_.end();
    }
    /// Whether both give one provider a place in one lot, for a zone and a day that they share.
    [[nodiscard]] bool overlaps(const Award& other) const {
        const auto shared = [&](const ZoneId& zone) { return other.covers(zone); };
        return provider_ == other.provider_ && lot_ == other.lot_ && period_.overlaps(other.period_) &&
               (zones_.empty() || other.zones_.empty() || std::any_of(zones_.begin(), zones_.end(), shared));
    }
    friend bool operator==(const Award&, const Award&) = default;

  private:
    ProviderId provider_;
    LotId lot_;
    TierId tier_;
    Period period_;
    std::vector<ZoneId> zones_;
    std::optional<Rank> rank_;
};

} // namespace vermeil
