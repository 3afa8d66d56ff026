// SPDX-License-Identifier: MIT
#pragma once
// Reads a panel from a table with a row for each series and period.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/risk/chart_kind.hpp>
#include <vermeil/risk/number_cells.hpp>
#include <vermeil/risk/panel.hpp>
#include <vermeil/risk/panel_columns.hpp>
#include <vermeil/risk/panel_period.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vermeil {

/// A panel, and what of its table could not be used.
struct ReadPanel {
    Panel panel{};
    Rejects rejects{};
};

namespace detail {

/// Reads the rows of a table one by one, then puts them in order.
class PanelReader {
  public:
    PanelReader(const Frame& frame, const PanelColumns& names, ChartKind kind, Rejects& rejects)
        : frame_(&frame), names_(names), kind_(kind), rejects_(&rejects), series_(column(names.series)),
          period_(column(names.period)), value_(column(names.value)) {
        optional(names.n, n_);
        optional(names.phase, phase_);
        optional(names.baseline, baseline_);
        optional(names.counted, counted_);
        if (needs_base(kind) && n_ == nullptr) {
            throw Error(frame.source() + ": a " + std::string(to_string(kind)) +
                        " chart needs a column of n");
        }
    }

    [[nodiscard]] Panel read() {
        points_.reserve(frame_->rows());
        for (std::size_t row = 0; row < frame_->rows(); ++row) {
            take(row);
        }
        return ordered();
    }

  private:
    struct Point {
        std::uint32_t series;
        std::uint32_t phase;
        std::int64_t period;
        double value;
        double n;
        std::size_t row;
        bool has;
        bool baseline;
        bool counted;
    };

    [[nodiscard]] const Column& column(const std::string& name) const {
        if (const auto* found = frame_->find(name)) {
            return *found;
        }
        std::vector<std::string> there;
        for (const auto& each : frame_->columns()) {
            there.push_back(each.name);
        }
        throw Error(frame_->source() + ": no column " + quoted(name) + "; it has " + one_of(there));
    }
    void optional(const std::string& name, const Column*& place) const {
        place = name.empty() ? nullptr : &column(name);
    }

    void note(std::size_t row, const Column& column, std::string reason, bool kept) {
        rejects_->push_back({frame_->source(row), frame_->row_number(row), frame_->label(column),
                             cell_text(column, row), std::move(reason), kept, false});
    }

    [[nodiscard]] std::optional<std::int64_t> period(std::size_t row) {
        if (!period_.has(row)) {
            return std::nullopt;
        }
        if (const auto* days = period_.as<Days>()) {
            return names_.every == Every::number ? std::optional<std::int64_t>(days->values[row])
                                                 : period_of(date_of(days->values[row]), names_.every);
        }
        if (const auto* whole = period_.as<std::span<const std::int64_t>>();
            whole != nullptr && names_.every == Every::number) {
            return (*whole)[row];
        }
        if (const auto* words = period_.as<std::span<const std::string_view>>()) {
            // Few periods, each written in many rows: each is read once.
            const auto [found, is_new] = read_.try_emplace((*words)[row]);
            if (is_new) {
                found->second = read_period(trimmed((*words)[row]), names_.every);
            }
            return found->second;
        }
        return read_period(cell_text(period_, row), names_.every);
    }

    [[nodiscard]] std::optional<std::uint32_t> series(std::size_t row) {
        if (const auto* words = series_.as<std::span<const std::string_view>>();
            words != nullptr && series_.has(row)) {
            return place_of(trimmed((*words)[row]));
        }
        return place_of(cell_text(series_, row));
    }
    [[nodiscard]] std::optional<std::uint32_t> place_of(std::string_view name) {
        if (name.empty()) {
            return std::nullopt;
        }
        // Rows of one series mostly stand together.
        if (last_ < panel_.names.size() && panel_.names[last_] == name) {
            return last_;
        }
        const auto [found, is_new] =
            places_.try_emplace(std::string(name), static_cast<std::uint32_t>(panel_.names.size()));
        if (is_new) {
            panel_.names.emplace_back(name);
        }
        return last_ = found->second;
    }

    /// A cell that is 1 unless it says 0.
    [[nodiscard]] bool flag(const Column* column, std::size_t row) {
        bool fault = false;
        const auto number = column == nullptr ? std::nullopt : NumberCells(*column).number(row, fault);
        if (fault) {
            note(row, *column, "not 0 or 1; taken as 1", true);
        }
        return !number || *number != 0;
    }

    void take(std::size_t row) {
        const auto when = period(row);
        if (!when) {
            note(row, period_, "not a " + std::string(to_string(names_.every)), false);
            return;
        }
        const auto which = series(row);
        if (!which) {
            note(row, series_, "empty, and this column must be filled", false);
            return;
        }
        Point point{*which, 0, *when, 0, 0, row, true, flag(baseline_, row), flag(counted_, row)};
        bool fault = false;
        if (phase_ != nullptr) {
            const auto phase = NumberCells(*phase_).number(row, fault);
            if (fault || (phase && (*phase < 0 || std::floor(*phase) != *phase || *phase > 4294967295.0))) {
                note(row, *phase_, "not a whole number of 0 or more; taken as 0", true);
            } else {
                point.phase = static_cast<std::uint32_t>(phase.value_or(0));
            }
        }
        fill(point);
        points_.push_back(point);
    }

    /// Reads value and n of a point; what cannot be plotted leaves the period without a value.
    void fill(Point& point) {
        bool fault = false;
        bool base_fault = false;
        const auto value = NumberCells(value_).number(point.row, fault);
        const auto n = n_ == nullptr ? std::nullopt : NumberCells(*n_).number(point.row, base_fault);
        point.value = value.value_or(0);
        point.n = n.value_or(0);
        point.has = value && (n || !needs_base(kind_));
        if (fault || base_fault) {
            note(point.row, fault ? value_ : *n_, "not a finite number; the period has no value", true);
            point.has = false;
            return;
        }
        if (!point.has) {
            return;
        }
        const bool no_base = needs_base(kind_) && point.n == 0;
        const auto reason = no_base ? std::string("a base of 0") : fault_of(kind_, point.value, point.n);
        const bool of_base = needs_base(kind_) && point.n <= 0;
        if (!reason.empty()) {
            note(point.row, of_base ? *n_ : value_, reason + "; the period has no value", true);
            point.has = false;
        }
    }

    /// A series from its first to its last period: what has no row has no value and the phase of the point before it.
    [[nodiscard]] Panel ordered();
    void add(const Point& point, std::int64_t period, bool is_row);

    const Frame* frame_;
    PanelColumns names_;
    ChartKind kind_;
    Rejects* rejects_;
    const Column& series_;
    const Column& period_;
    const Column& value_;
    const Column* n_ = nullptr;
    const Column* phase_ = nullptr;
    const Column* baseline_ = nullptr;
    const Column* counted_ = nullptr;
    std::unordered_map<std::string, std::uint32_t> places_;
    std::unordered_map<std::string_view, std::optional<std::int64_t>> read_;
    std::uint32_t last_ = 0;
    std::vector<Point> points_;
    Panel panel_;
};

inline void PanelReader::add(const Point& point, std::int64_t period, bool is_row) {
    panel_.periods.push_back(period);
    panel_.values.push_back(is_row ? point.value : 0);
    if (n_ != nullptr) {
        panel_.n.push_back(is_row ? point.n : 0);
    }
    panel_.has.push_back(is_row && point.has ? 1 : 0);
    if (phase_ != nullptr) {
        panel_.phases.push_back(point.phase);
    }
    if (baseline_ != nullptr) {
        panel_.in_baseline.push_back(point.baseline ? 1 : 0);
    }
    if (counted_ != nullptr) {
        panel_.counted.push_back(point.counted ? 1 : 0);
    }
}

inline Panel PanelReader::ordered() {
    constexpr std::int64_t longest = 10'000; // periods: centuries of months
    const auto comes_first = [](const Point& a, const Point& b) {
        return a.series != b.series ? a.series < b.series : a.period < b.period;
    };
    if (!std::is_sorted(points_.begin(), points_.end(), comes_first)) {
        std::stable_sort(points_.begin(), points_.end(), comes_first);
    }
    const Point* before = nullptr;
    std::size_t filled = 0;
    for (const auto& point : points_) {
        const bool follows = before != nullptr && before->series == point.series;
        if (follows && before->period == point.period) {
            note(point.row, period_, "this series has a row for the period already", false);
            continue;
        }
        if (follows && point.period - before->period > longest) {
            note(point.row, period_, "so long after the row before it that it must be misread", false);
            continue;
        }
        for (; !follows && filled < point.series; ++filled) {
            panel_.begins.push_back(panel_.periods.size());
        }
        for (auto gap = follows ? before->period + 1 : point.period; gap < point.period; ++gap) {
            add(*before, gap, false);
        }
        auto kept = point;
        if (follows && point.phase < before->phase) {
            note(point.row, *phase_, "a phase below the one before it; it goes on", true);
            kept.phase = panel_.phases.back();
        }
        add(kept, kept.period, true);
        before = &point;
    }
    for (; filled < panel_.names.size(); ++filled) {
        panel_.begins.push_back(panel_.periods.size());
    }
    panel_.every = names_.every;
    return std::move(panel_);
}

} // namespace detail

/// Reads a panel for a chart of that kind, in any order of rows.
///
/// A period without a row, or whose value is null, not finite, or cannot be on such a chart (a count below 0 or above its n, a
/// base of 0) is a period without a value; all but the first two are told as rejects that are kept. Of two rows for one period
/// the first counts and the second is left out. A row without a series or a readable period is left out.
/// @throws Error when a column that is named is not there; the message lists those that are.
inline ReadPanel read_panel(const Frame& frame, const PanelColumns& columns, ChartKind kind) {
    ReadPanel made;
    made.rejects = frame.provenance().faults;
    made.panel = detail::PanelReader(frame, columns, kind, made.rejects).read();
    return made;
}

} // namespace vermeil
