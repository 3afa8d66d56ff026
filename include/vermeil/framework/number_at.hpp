// SPDX-License-Identifier: MIT
#pragma once
// The number in a cell, of whatever type its column is.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>
#include <variant>

namespace vermeil::detail {

/// The number in a cell of a column of numbers; nothing where it is null, or the column holds none.
inline std::optional<double> number_at(const Column& column, std::size_t row) {
    if (!column.has(row)) {
        return std::nullopt;
    }
    return std::visit(
        [row](const auto& part) -> std::optional<double> {
            if constexpr (requires { part.values; }) {
                return std::nullopt;
            } else if constexpr (std::is_same_v<std::decay_t<decltype(part[0])>, std::string_view>) {
                return finite_number(trimmed(part[row]));
            } else {
                return static_cast<double>(part[row]);
            }
        },
        column.data);
}

} // namespace vermeil::detail
