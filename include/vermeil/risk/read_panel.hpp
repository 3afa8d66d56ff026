// SPDX-License-Identifier: MIT
#pragma once
// Reads a panel from a table with a row for each series and period.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/risk/chart_kind.hpp>
#include <vermeil/risk/panel.hpp>
#include <vermeil/risk/panel_columns.hpp>
#include <vermeil/risk/panel_filler.hpp>
#include <vermeil/risk/panel_period.hpp>
#include <vermeil/risk/panel_rows.hpp>
#include <vermeil/risk/panel_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// A panel, and what of its table could not be used.
struct ReadPanel {
    Panel panel{};
    Rejects rejects{};
};

namespace detail {

/// Lays out a panel: where each series begins, in the table's stretches and among the points, with room for all of them.
inline std::vector<std::size_t> lay_out(const PanelTable& table, PanelRows& rows, Panel& panel) {
    std::vector<std::size_t> first_stretches;
    std::size_t points = 0;
    for (std::size_t i = 0; i < rows.stretches.size(); ++i) {
        const auto& stretch = rows.stretches[i];
        if (stretch.is_new_series) {
            first_stretches.push_back(i);
            panel.periods.push_back(stretch.period);
            points = panel.begins.back();
        }
        const auto end = points + periods_between(panel.periods.back(), stretch.period) + stretch.rows;
        const bool is_last = i + 1 == rows.stretches.size() || rows.stretches[i + 1].is_new_series;
        if (is_last) {
            panel.begins.push_back(end);
        }
    }
    first_stretches.push_back(rows.stretches.size());
    panel.names = std::move(rows.names);
    const auto size = panel.begins.back();
    panel.values.resize(size);
    panel.has.resize(size);
    panel.n.resize(table.n == nullptr ? 0 : size);
    panel.phases.resize(table.phase == nullptr ? 0 : size);
    panel.in_baseline.resize(table.baseline == nullptr ? 0 : size);
    panel.counted.resize(table.counted == nullptr ? 0 : size);
    return first_stretches;
}

/// Why a row is no point, as it is told.
inline PanelNote note_of(const PanelTable& table, const LeftOut& left, Every every) {
    const bool is_of_order = left.why == NoPoint::twice || left.why == NoPoint::misread;
    const auto& column = left.why == NoPoint::no_series ? *table.series : *table.period;
    const auto reason = left.why == NoPoint::no_period   ? "not a " + std::string(to_string(every))
                        : left.why == NoPoint::no_series ? "empty, and this column must be filled"
                        : left.why == NoPoint::twice
                            ? "this series has a row for the period already"
                            : "so long after the row before it that it must be misread";
    return {is_of_order, left.series, left.period, left.row, table.note(left.row, column, reason, false)};
}

/// Fills the series of a panel on so many threads; gives what is told of their rows.
inline std::vector<PanelNote> fill_panel(const PanelTable& table, PanelRows rows, Panel& panel,
                                         std::size_t threads) {
    const auto firsts = lay_out(table, rows, panel);
    const auto count = panel.size();
    const auto shares = std::min(threads, std::max<std::size_t>(count, 1));
    std::vector<std::vector<PanelNote>> told(shares);
    on_threads(shares, [&](std::size_t share) {
        PanelFiller filler(table, panel, told[share]);
        const auto end = share_begin(count, share + 1, shares);
        for (auto i = share_begin(count, share, shares); i < end; ++i) {
            filler.fill(i, std::span(rows.stretches).subspan(firsts[i], firsts[i + 1] - firsts[i]));
        }
    });
    for (std::size_t share = 1; share < shares; ++share) {
        std::move(told[share].begin(), told[share].end(), std::back_inserter(told.front()));
    }
    PanelFiller filler(table, panel, told.front());
    for (const auto& left : rows.left_out) {
        if (left.why == NoPoint::twice || left.why == NoPoint::misread) {
            filler.look(left.row);
        }
        told.front().push_back(note_of(table, left, panel.every));
    }
    return std::move(told.front());
}

} // namespace detail

/// Reads a panel for a chart of that kind, in any order of rows.
///
/// A period without a row, or whose value is null, not finite, or cannot be on such a chart (a count below 0 or above its n, a
/// base of 0) is a period without a value; all but the first two are told as rejects that are kept. Of two rows for one period
/// the first counts and the second is left out. A row without a series or a readable period is left out. A phase below the one
/// before it in time is told, and that one goes on. The result does not depend on the threads.
/// @param threads how many work at once, 1 or more.
/// @throws Error when a column that is named is not there; the message lists those that are.
inline ReadPanel read_panel(const Frame& frame, const PanelColumns& columns, ChartKind kind,
                            unsigned threads = 1) {
    const auto table = detail::panel_table(frame, columns, kind);
    const std::size_t shares = std::max(threads, 1U);
    ReadPanel made{{}, frame.provenance().faults};
    made.panel.every = columns.every;
    auto rows = detail::panel_rows(*table.series, *table.period, columns.every, frame.rows(), shares);
    auto notes = detail::fill_panel(table, std::move(rows), made.panel, shares);
    std::stable_sort(notes.begin(), notes.end());
    for (auto& note : notes) {
        made.rejects.push_back(std::move(note.reject));
    }
    return made;
}

} // namespace vermeil
