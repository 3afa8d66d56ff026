// SPDX-License-Identifier: MIT
#pragma once
// Reads the table of providers.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/market/provider.hpp>
#include <vermeil/market/rows.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace vermeil {

/// The table of providers, one row each.
inline const Schema& provider_schema() {
    static const Schema schema{
        "providers",
        "The organisations that give care, one row each",
        {{"provider", CellKind::id,
          "A short id of your own for the organisation, such as P017; other tables use it"},
         {"name", CellKind::text, "The organisation's name as it is to be shown; empty: the id is shown",
          false}}};
    return schema;
}

/// One row of the table of providers; nothing when the row was refused.
inline std::optional<Provider> read_provider(RowReader& row) {
    auto id = row.id<ProviderId>(0);
    auto name = row.text(1);
    return id ? std::optional(Provider(*std::move(id), std::move(name).value_or(""))) : std::nullopt;
}

/// The providers of a table in its order. A bad row or a second row of one id is a reject.
/// @throws Error when a required column is missing.
inline std::vector<Provider> read_providers(const Frame& frame, Rejects& rejects) {
    return detail::read_register(provider_schema(), frame, rejects, read_provider);
}

} // namespace vermeil
