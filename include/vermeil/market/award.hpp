// SPDX-License-Identifier: MIT
#pragma once
// A provider's place in a lot.

#include <vermeil/core/id.hpp>
#include <vermeil/core/period.hpp>
#include <vermeil/market/lot.hpp>
#include <vermeil/market/rows.hpp>

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

/// The table of awards: one row for each place of a provider in a lot.
inline const Schema& award_schema() {
    static const Schema schema{
        "awards",
        "Who has a place in which lot, one row for each place; a change of tier, zones or rank is a new row",
        {{"provider", CellKind::id, "The id of the provider, as in the providers table"},
         {"lot", CellKind::id, "The id of the lot, as in the lots table"},
         {"tier", CellKind::id, "The tier, written as the lot lists it"},
         {"from", CellKind::date, "The first day on which the place is held, as 2024-10-01"},
         {"to", CellKind::date, "The last day on which it is held; empty while it holds", false},
         {"zones", CellKind::text,
          "The lot's zones it is limited to, separated by ';'; empty for the whole lot", false},
         {"rank", CellKind::whole,
          "The order within the tier, 1 being first; empty where the lot does not rank", false}}};
    return schema;
}

namespace detail::award_field {
enum : std::size_t { provider, lot, tier, from, to, zones, rank };
}

/// One row of the table of awards; nothing when the row was refused.
inline std::optional<Award> read_award(RowReader& row) {
    namespace field = detail::award_field;
    const auto provider = row.id<ProviderId>(field::provider);
    const auto lot = row.id<LotId>(field::lot);
    const auto tier = row.id<TierId>(field::tier);
    const auto period = detail::period_in(row, field::from, field::to);
    auto zones = detail::ids_in<ZoneId>(row, field::zones);
    std::optional<Rank> rank;
    if (const auto number = row.whole(field::rank)) {
        rank = detail::guarded(row, field::rank, [&] { return Rank(*number); });
    }
    return row.ok() ? std::optional(Award(*provider, *lot, *tier, *period, std::move(zones), rank))
                    : std::nullopt;
}

/// The awards of a table in its order; a bad row is a reject. Two places at once are for the `Market`.
/// @throws Error when a required column is missing.
inline std::vector<Award> read_awards(const Frame& frame, Rejects& rejects) {
    std::vector<Award> awards;
    detail::for_each_row(Reader(award_schema(), frame), rejects, read_award,
                         [&](Award&& award, const RowReader&) { awards.push_back(std::move(award)); });
    return awards;
}

} // namespace vermeil
