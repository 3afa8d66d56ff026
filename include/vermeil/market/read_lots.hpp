// SPDX-License-Identifier: MIT
#pragma once
// Reads the table of lots.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/market/lot.hpp>
#include <vermeil/market/rows.hpp>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace vermeil {

/// The table of lots, one row each.
inline const Schema& lot_schema() {
    static const Schema schema{
        "lots",
        "The parts of each contract that are let as one, with their order of tiers, one row each",
        {{"lot", CellKind::id, "A short id of your own for the lot, one of its kind over all contracts"},
         {"contract", CellKind::id, "The id of the contract it is a part of, as in the contracts table"},
         {"tiers", CellKind::text,
          "The tiers, first offered first, separated by ';', such as tier 1;tier 2. Write all where there "
          "are none"},
         {"zones", CellKind::text,
          "The patches it is divided into, separated by ';'; empty where it is let as a whole", false},
         {"name", CellKind::text, "The lot's name as it is to be shown; empty: the id is shown", false}}};
    return schema;
}

namespace detail::lot_field {
enum : std::size_t { lot, contract, tiers, zones, name };
}

/// One row of the table of lots; nothing when the row was refused.
inline std::optional<Lot> read_lot(RowReader& row) {
    using namespace detail::lot_field;
    const auto id = row.id<LotId>(lot);
    const auto of_contract = row.id<ContractId>(contract);
    auto order = detail::ids_in<TierId>(row, tiers);
    auto patches = detail::ids_in<ZoneId>(row, zones);
    auto shown = row.text(name);
    if (!row.ok()) {
        return std::nullopt;
    }
    return detail::guarded(row, tiers, [&] {
        return Lot(*id, *of_contract, std::move(order), std::move(patches), std::move(shown).value_or(""));
    });
}

/// The lots of a table in its order. A bad row or a second row of one id is a reject.
/// @throws Error when a required column is missing.
inline std::vector<Lot> read_lots(const Frame& frame, Rejects& rejects) {
    return detail::read_register(lot_schema(), frame, rejects, read_lot);
}

} // namespace vermeil
