// SPDX-License-Identifier: MIT
#pragma once
// Reads who gives the care of a package from two columns.

#include <vermeil/core/id.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/market/supplier.hpp>

#include <cstddef>
#include <optional>
#include <utility>

namespace vermeil {

namespace detail {

/// The supplier that a row names in two columns; nothing when both are empty or one was refused.
inline std::optional<Supplier> supplier_in(RowReader& row, std::size_t service, std::size_t provider) {
    auto named = row.id<ServiceId>(service);
    auto by = row.id<ProviderId>(provider);
    if (named && by) {
        return Supplier(*std::move(named), *std::move(by));
    }
    return named ? std::optional(Supplier(*std::move(named)))
           : by  ? std::optional(Supplier(*std::move(by)))
                 : std::nullopt;
}

} // namespace detail

} // namespace vermeil
