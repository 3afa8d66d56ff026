// SPDX-License-Identifier: MIT
#pragma once
// Reads the table of contracts.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/market/contract.hpp>
#include <vermeil/market/rows.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace vermeil {

/// The table of contracts, one row each.
inline const Schema& contract_schema() {
    static const Schema schema{
        "contracts",
        "The agreements under which care is bought, one row each",
        {{"contract", CellKind::id, "A short id of your own for the contract; lots and frameworks use it"},
         {"kind",
          CellKind::word,
          "How it is let",
          true,
          {contract_kind_names.begin(), contract_kind_names.end()}},
         {"from", CellKind::date, "Its first day of service (not of award), as 2024-10-01"},
         {"to", CellKind::date, "Its last day, as 2028-09-30; empty where no end is set", false},
         {"name", CellKind::text, "The contract's name as it is to be shown; empty: the id is shown", false},
         {"awarded_on", CellKind::date, "The day of the decision to award; empty where not known", false}}};
    return schema;
}

/// One row of the table of contracts; nothing when the row was refused.
inline std::optional<Contract> read_contract(RowReader& row) {
    enum : std::size_t { contract, kind, from, to, name, awarded_on };
    auto id = row.id<ContractId>(contract);
    const auto word = row.word(kind);
    const auto period = detail::period_in(row, from, to);
    auto shown = row.text(name);
    const auto awarded = row.date(awarded_on);
    if (!row.ok()) {
        return std::nullopt;
    }
    const auto* found = std::find(contract_kind_names.begin(), contract_kind_names.end(), *word);
    return detail::guarded(row, awarded_on, [&] {
        return Contract(*id, static_cast<ContractKind>(found - contract_kind_names.begin()), *period,
                        std::move(shown).value_or(""), awarded);
    });
}

/// The contracts of a table in its order. A bad row or a second row of one id is a reject.
/// @throws Error when a required column is missing.
inline std::vector<Contract> read_contracts(const Frame& frame, Rejects& rejects) {
    return detail::read_register(contract_schema(), frame, rejects, read_contract);
}

} // namespace vermeil
