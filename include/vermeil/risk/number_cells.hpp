// SPDX-License-Identifier: MIT
#pragma once
// The cells of any kind of column as numbers.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>

namespace vermeil::detail {

/// The cells of a column as numbers, whatever it holds; looked up once, read many times.
class NumberCells {
  public:
    explicit NumberCells(const Column& column) : column_(&column) {}

    /// The number; nothing for a null, an empty cell or a NaN that stands for one in frames without nulls. What is
    /// written there and is no finite number gives `fault`.
    [[nodiscard]] std::optional<double> number(std::size_t row, bool& fault) const {
        fault = false;
        if (!column_->has(row)) {
            return std::nullopt;
        }
        if (const auto* numbers = column_->as<std::span<const double>>()) {
            fault = !std::isfinite((*numbers)[row]);
            return fault ? std::nullopt : std::optional((*numbers)[row]);
        }
        if (const auto* whole = column_->as<std::span<const std::int64_t>>()) {
            return static_cast<double>((*whole)[row]);
        }
        const auto text = cell_text(*column_, row);
        const auto number = finite_number(text);
        fault = !text.empty() && !number;
        return number;
    }

  private:
    const Column* column_;
};

/// Reads some rows of a column of numbers at once; false where one holds none, or the column holds something else.
inline bool read_numbers(const Column& column, std::size_t row, std::size_t count, double* numbers) {
    for (std::size_t i = 0; column.valid != nullptr && i < count; ++i) {
        if (!column.has(row + i)) {
            return false;
        }
    }
    return std::visit(
        [&]<class Data>(const Data& data) {
            if constexpr (requires { static_cast<double>(data[row]); }) {
                const auto part = data.subspan(row, count);
                std::transform(part.begin(), part.end(), numbers,
                               [](auto each) { return static_cast<double>(each); });
                return true;
            } else {
                return false;
            }
        },
        column.data);
}

} // namespace vermeil::detail
