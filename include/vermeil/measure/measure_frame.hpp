// SPDX-License-Identifier: MIT
#pragma once
// The measure table in its physical form: a row a service, and for each measure its value, state, n and count.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/measure/measure_table.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// Whether a column holds a number that stands for a name.
inline bool has_names(const MeasureTable& table, const MeasureColumn& column) {
    for (std::size_t row = 0; table.has_names() && row < column.value.size(); ++row) {
        if (column.state[row] == State::present && !table.name_of(column.value[row]).empty()) {
            return true;
        }
    }
    return false;
}

/// A column of names, in words; a number among them as it is written, null where a cell is absent.
inline Column name_column(const std::string& id, const MeasureTable& table, const MeasureColumn& column) {
    std::vector<std::string> names;
    for (std::size_t row = 0; row < column.value.size(); ++row) {
        const bool present = column.state[row] == State::present;
        const auto name = present ? table.name_of(column.value[row]) : std::string();
        names.push_back(present && name.empty() ? shortest(column.value[row]) : name);
    }
    auto made = text_column(id, std::move(names));
    const auto valid = nullable_column(id, std::vector<std::uint8_t>(column.value.size()),
                                       [&](std::size_t row) { return column.state[row] == State::present; });
    struct Holder {
        std::shared_ptr<const void> names, valid;
    };
    made.owner = std::make_shared<Holder>(Holder{made.owner, valid.owner});
    made.valid = valid.valid;
    return made;
}

} // namespace detail

/// Columns service, quarter, then for each measure `id` (null where absent), `id.state`, `id.n`, `id.count`, `id.flags`,
/// `id.day`, `id.share`; the last five where the table has them. Where a number stands for a name, `id` holds the names.
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
            detail::has_names(*table, column)
                ? detail::name_column(id, *table, column)
                : nullable_column(id, std::vector<double>(column.value.begin(), column.value.end()),
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
        if (!column.share.empty()) {
            columns.push_back({id + ".share", column.share, nullptr, 0, table});
        }
    }
    return {"measures", std::move(columns)};
}

} // namespace vermeil
