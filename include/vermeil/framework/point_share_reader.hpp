// SPDX-License-Identifier: MIT
#pragma once
// Reads how much of its points each value of a table earns.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/core/written_number.hpp>
#include <vermeil/framework/number_at.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil::detail {

/// The shares, 0 to 1, of some rows of a column. An empty cell earns all of its points, and so does one that is no share, which
/// is told to `reject(column, place among the rows, value, reason)`.
template <class Reject> std::vector<double>
read_point_shares(const Column& column, const std::vector<std::size_t>& rows, Reject reject) {
    std::vector<double> shares(rows.size(), 1.0);
    const auto* words = column.as<std::span<const std::string_view>>();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto text =
            words != nullptr && column.has(rows[i]) ? trimmed((*words)[rows[i]]) : std::string_view();
        const auto written = text.empty() ? std::nullopt : written_number(text);
        const auto number = words == nullptr ? number_at(column, rows[i])
                            : written        ? std::optional(written->value)
                                             : std::nullopt;
        if (number && *number >= 0 && *number <= 1) {
            shares[i] = *number;
        } else if (number || !text.empty()) {
            reject(column.name, i, number ? shortest(*number) : std::string(text), "not a share from 0 to 1");
        }
    }
    return shares;
}

} // namespace vermeil::detail
