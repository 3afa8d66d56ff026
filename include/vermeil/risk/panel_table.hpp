// SPDX-License-Identifier: MIT
#pragma once
// The columns of a table that hold a panel, and what is told of its rows.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/reject.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/risk/chart_kind.hpp>
#include <vermeil/risk/panel_columns.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// The columns of a table, by what they hold; null where an optional one is not named. Looks at the table.
struct PanelTable {
    const Frame* frame;
    ChartKind kind;
    const Column* series;
    const Column* period;
    const Column* value;
    const Column* n;
    const Column* phase;
    const Column* baseline;
    const Column* counted;

    /// What is told of a cell.
    [[nodiscard]] Reject note(std::size_t row, const Column& column, std::string reason, bool kept) const {
        return {frame->source(row),
                frame->row_number(row),
                frame->label(column),
                cell_text(column, row),
                std::move(reason),
                kept,
                false};
    }
};

/// The column of that name; null where the name is empty.
/// @throws Error when it is not there; the message lists those that are.
inline const Column* panel_column(const Frame& frame, const std::string& name) {
    if (name.empty()) {
        return nullptr;
    }
    if (const auto* found = frame.find(name)) {
        return found;
    }
    std::vector<std::string> there;
    for (const auto& each : frame.columns()) {
        there.push_back(each.name);
    }
    throw Error(frame.source() + ": no column " + quoted(name) + "; it has " + one_of(there));
}

/// Finds the columns of a panel.
/// @throws Error when one that is named is not there, or none is named that the kind needs.
inline PanelTable panel_table(const Frame& frame, const PanelColumns& names, ChartKind kind) {
    const auto needed = [&](const std::string& name, const char* what) {
        if (name.empty()) {
            throw Error(frame.source() + ": a panel needs a column of " + what);
        }
        return panel_column(frame, name);
    };
    const PanelTable table{&frame,
                           kind,
                           needed(names.series, "series"),
                           needed(names.period, "periods"),
                           needed(names.value, "values"),
                           panel_column(frame, names.n),
                           panel_column(frame, names.phase),
                           panel_column(frame, names.baseline),
                           panel_column(frame, names.counted)};
    if (needs_base(kind) && table.n == nullptr) {
        throw Error(frame.source() + ": a " + std::string(to_string(kind)) + " chart needs a column of n");
    }
    return table;
}

/// What was told of a row. What hangs on the order of a series comes after all else, in that order.
struct PanelNote {
    bool is_of_order = false;
    std::size_t series = 0;
    std::int64_t period = 0;
    std::size_t row = 0;
    Reject reject{};

    friend bool operator<(const PanelNote& a, const PanelNote& b) {
        const auto rank = [](const PanelNote& each) {
            return each.is_of_order ? std::tuple(true, each.series, each.period, each.row)
                                    : std::tuple(false, std::size_t{0}, std::int64_t{0}, each.row);
        };
        return rank(a) < rank(b);
    }
};

} // namespace vermeil::detail
