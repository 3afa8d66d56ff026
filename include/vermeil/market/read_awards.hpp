// SPDX-License-Identifier: MIT
#pragma once
// Reads the table of awards.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/market/award.hpp>
#include <vermeil/market/rows.hpp>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace vermeil {

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
