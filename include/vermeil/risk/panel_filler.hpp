// SPDX-License-Identifier: MIT
#pragma once
// Fills a panel from the rows of its points, and tells what in them cannot be used.

#include <vermeil/risk/chart_kind.hpp>
#include <vermeil/risk/chart_series.hpp>
#include <vermeil/risk/number_cells.hpp>
#include <vermeil/risk/panel.hpp>
#include <vermeil/risk/panel_rows.hpp>
#include <vermeil/risk/panel_table.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Fills the columns of a panel from the rows of its points.
class PanelFiller {
  public:
    PanelFiller(const PanelTable& table, Panel& panel, std::vector<PanelNote>& notes)
        : table_(table), panel_(panel), notes_(notes) {}

    /// Fills one series from its stretches; what has no row has no value and the phase of the point before it.
    void fill(std::size_t series, std::span<const PanelStretch> stretches) {
        series_ = series;
        phase_ = 0;
        auto at = panel_.begins[series];
        for (const auto& stretch : stretches) {
            const auto begin =
                panel_.begins[series] + static_cast<std::size_t>(stretch.period - panel_.periods[series]);
            leave_empty(at, begin);
            period_ = stretch.period;
            fill_flags(stretch, begin);
            fill_values(stretch, begin);
            at = begin + stretch.rows;
        }
    }
    /// Tells what is wrong with a row that is no point, as of any other.
    void look(std::size_t row) {
        flag(table_.baseline, row);
        flag(table_.counted, row);
        phase(row);
        static_cast<void>(point(row));
    }

  private:
    struct Point {
        double value = 0;
        double n = 0;
        bool has = false;
    };

    void note(std::size_t row, const Column& column, std::string reason) {
        notes_.push_back({false, 0, 0, row, table_.note(row, column, std::move(reason), true)});
    }

    /// Points without a row are as the point before them, but for a value.
    void leave_empty(std::size_t from, std::size_t to) {
        if (from == to) {
            return;
        }
        const auto fill = [&](auto& column, auto value) {
            const auto first = column.begin() + static_cast<std::ptrdiff_t>(column.empty() ? 0 : from);
            std::fill_n(first, column.empty() ? 0 : to - from, value);
        };
        fill(panel_.values, 0.0);
        fill(panel_.n, 0.0);
        fill(panel_.has, std::uint8_t{0});
        fill(panel_.in_baseline, table_.baseline == nullptr ? std::uint8_t{1} : panel_.in_baseline[from - 1]);
        fill(panel_.counted, table_.counted == nullptr ? std::uint8_t{1} : panel_.counted[from - 1]);
        fill(panel_.phases, phase_);
    }

    void fill_values(const PanelStretch& stretch, std::size_t begin) {
        auto* const values = panel_.values.data() + begin;
        auto* const n = table_.n == nullptr ? nullptr : panel_.n.data() + begin;
        auto* const has = panel_.has.data() + begin;
        if (read_numbers(*table_.value, stretch.row, stretch.rows, values) &&
            (n == nullptr || read_numbers(*table_.n, stretch.row, stretch.rows, n)) &&
            are_sound(table_.kind, {values, stretch.rows}, {n, n == nullptr ? 0 : stretch.rows})) {
            std::fill_n(has, stretch.rows, std::uint8_t{1});
            return;
        }
        for (std::size_t i = 0; i < stretch.rows; ++i) {
            const auto made = point(stretch.row + i);
            values[i] = made.value;
            has[i] = made.has ? 1 : 0;
            if (n != nullptr) {
                n[i] = made.n;
            }
        }
    }

    void fill_flags(const PanelStretch& stretch, std::size_t begin) {
        for (std::size_t i = 0; table_.baseline != nullptr && i < stretch.rows; ++i) {
            panel_.in_baseline[begin + i] = flag(table_.baseline, stretch.row + i);
        }
        for (std::size_t i = 0; table_.counted != nullptr && i < stretch.rows; ++i) {
            panel_.counted[begin + i] = flag(table_.counted, stretch.row + i);
        }
        for (std::size_t i = 0; table_.phase != nullptr && i < stretch.rows; ++i) {
            const auto given = phase(stretch.row + i);
            if (given < phase_) {
                notes_.push_back({true, series_, period_ + static_cast<std::int64_t>(i), stretch.row + i,
                                  table_.note(stretch.row + i, *table_.phase,
                                              "a phase below the one before it; it goes on", true)});
            }
            phase_ = std::max(given, phase_);
            panel_.phases[begin + i] = phase_;
        }
    }

    /// A cell that is 1 unless it says 0.
    std::uint8_t flag(const Column* column, std::size_t row) {
        bool fault = false;
        const auto number = column == nullptr ? std::nullopt : NumberCells(*column).number(row, fault);
        if (fault) {
            note(row, *column, "not 0 or 1; taken as 1");
        }
        return !number || *number != 0 ? 1 : 0;
    }

    std::uint32_t phase(std::size_t row) {
        bool fault = false;
        const auto phase =
            table_.phase == nullptr ? std::nullopt : NumberCells(*table_.phase).number(row, fault);
        if (fault || (phase && (*phase < 0 || std::floor(*phase) != *phase || *phase > 4294967295.0))) {
            note(row, *table_.phase, "not a whole number of 0 or more; taken as 0");
            return 0;
        }
        return static_cast<std::uint32_t>(phase.value_or(0));
    }

    /// Reads value and n of a point; what cannot be plotted leaves the period without a value.
    Point point(std::size_t row) {
        bool fault = false;
        bool base_fault = false;
        const bool of_base = needs_base(table_.kind);
        const auto value = NumberCells(*table_.value).number(row, fault);
        const auto n = table_.n == nullptr ? std::nullopt : NumberCells(*table_.n).number(row, base_fault);
        Point made{value.value_or(0), n.value_or(0), value && (n || !of_base)};
        if (fault || base_fault) {
            note(row, fault ? *table_.value : *table_.n, "not a finite number; the period has no value");
            made.has = false;
            return made;
        }
        if (!made.has) {
            return made;
        }
        const auto reason =
            of_base && made.n == 0 ? std::string("a base of 0") : fault_of(table_.kind, made.value, made.n);
        if (!reason.empty()) {
            note(row, of_base && made.n <= 0 ? *table_.n : *table_.value,
                 reason + "; the period has no value");
            made.has = false;
        }
        return made;
    }

    PanelTable table_;
    Panel& panel_;
    std::vector<PanelNote>& notes_;
    std::size_t series_ = 0;
    std::int64_t period_ = 0;
    std::uint32_t phase_ = 0;
};

} // namespace vermeil::detail
