// SPDX-License-Identifier: MIT
#pragma once
// The measure table in its physical form: a row a service, and for each measure its value, state, n and count.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// Columns service, quarter, then for each measure `id` (null where absent), `id.state`, `id.n`, `id.count`, `id.flags`,
/// `id.day`; the last four where the table has them.
inline Frame frame_of(const std::shared_ptr<const MeasureTable>& table) {
    std::vector<std::string_view> services(table->services().begin(), table->services().end());
    std::vector<std::string> quarters(table->rows(), quarter_text(table->quarter()));
    std::vector<Column> columns;
    columns.push_back(word_column("service", std::move(services), table));
    columns.push_back(text_column("quarter", std::move(quarters)));
    for (std::size_t m = 0; m < table->ids().size(); ++m) {
        const auto& id = table->ids()[m];
        const auto& column = table->columns()[m];
        columns.push_back(
            nullable_column(id, std::vector<double>(column.value.begin(), column.value.end()),
                            [&](std::size_t row) { return column.state[row] == State::present; }));
        const auto* states = reinterpret_cast<const std::uint8_t*>(column.state.data());
        columns.push_back(
            {id + ".state", std::span<const std::uint8_t>(states, column.state.size()), nullptr, 0, table});
        if (!column.n.empty()) {
            columns.push_back({id + ".n", column.n, nullptr, 0, table});
        }
        if (!column.count.empty()) {
            columns.push_back({id + ".count", column.count, nullptr, 0, table});
        }
        if (!column.flags.empty()) {
            columns.push_back({id + ".flags", column.flags, nullptr, 0, table});
        }
        if (!column.day.empty()) {
            columns.push_back(day_column(id + ".day", column.day, table));
        }
    }
    return {"measures", std::move(columns)};
}

} // namespace vermeil
