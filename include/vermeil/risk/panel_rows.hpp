// SPDX-License-Identifier: MIT
#pragma once
// Which rows of a table make which points of a panel.

#include <vermeil/core/code_table.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/risk/panel_cells.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Rows that stand together as points do: of one series, each for the period after the one before it.
struct PanelStretch {
    std::size_t row = 0;
    std::size_t rows = 1;
    std::int64_t period = 0; ///< of the first of the rows
    bool is_new_series = false;
};

/// Why a row is no point.
enum class NoPoint : std::uint8_t { no_period, no_series, twice, misread };

/// A row that is no point; one that names a series and a period is known by them.
struct LeftOut {
    std::size_t row = 0;
    NoPoint why = NoPoint::no_period;
    std::size_t series = 0;
    std::int64_t period = 0;
};

/// The rows of a table in the order of a panel: series as they first came, each in the order of time.
struct PanelRows {
    std::vector<std::string> names{};
    std::vector<PanelStretch> stretches{};
    std::vector<LeftOut> left_out{};
};

/// A row so many periods after the one before it, centuries of months, must be misread.
inline constexpr std::uint64_t longest_gap = 10'000;

/// How many periods lie between two of which `later` is the later.
inline std::uint64_t periods_between(std::int64_t earlier, std::int64_t later) {
    return static_cast<std::uint64_t>(later) - static_cast<std::uint64_t>(earlier);
}

/// Finds stretches in rows that are in the order of a panel already, some rows at a time.
class OrderedRows {
  public:
    OrderedRows(const SeriesCells& series, PeriodCells periods)
        : series_(series), periods_(std::move(periods)) {}

    /// The rows from `begin` to before `end` as stretches; nothing where they are not in order, or where one is no point.
    std::optional<std::vector<PanelStretch>> stretches(std::size_t begin, std::size_t end) {
        const auto before = begin == 0 ? std::nullopt : periods_.of(begin - 1);
        if (begin > 0 && !before) {
            return std::nullopt;
        }
        before_ = before.value_or(0);
        for (auto row = begin; row < end; row += at_once) {
            if (!take(row, std::min(at_once, end - row), row == begin)) {
                return std::nullopt;
            }
        }
        return std::move(made_);
    }

  private:
    static constexpr std::size_t at_once = 512;

    bool take(std::size_t row, std::size_t count, bool is_first) {
        if (periods_.read(row, count, of_rows_.data()) < count) {
            return false;
        }
        series_.compare(row, count, goes_on_.data());
        for (std::size_t i = 0; i < count; ++i) {
            const auto period = of_rows_[i];
            const bool goes_on = goes_on_[i] != 0;
            const auto gap = period > before_ ? periods_between(before_, period) : 0;
            before_ = period;
            if (goes_on && gap == 1 && !(is_first && i == 0)) {
                ++made_.back().rows;
                continue;
            }
            if (goes_on && (gap == 0 || gap > longest_gap)) {
                return false;
            }
            made_.push_back({row + i, 1, period, !goes_on});
        }
        return true;
    }

    SeriesCells series_;
    PeriodCells periods_;
    std::int64_t before_ = 0;
    std::array<std::int64_t, at_once> of_rows_{};
    std::array<std::uint8_t, at_once> goes_on_{};
    std::vector<PanelStretch> made_;
};

/// Gives each series its name, once all are seen to differ; false where one is empty or comes twice.
inline bool name_series(const SeriesCells& series, PanelRows& rows) {
    const auto count = std::count_if(rows.stretches.begin(), rows.stretches.end(),
                                     [](const PanelStretch& each) { return each.is_new_series; });
    rows.names.reserve(static_cast<std::size_t>(count)); // so that none moves while it is looked at
    CodeTable<std::string_view> seen;
    for (const auto& stretch : rows.stretches) {
        if (stretch.is_new_series) {
            const auto& name = rows.names.emplace_back(series.name(stretch.row));
            if (name.empty() || seen.code(name) + 1 != rows.names.size()) {
                return false;
            }
        }
    }
    return true;
}

/// The rows of a table that is in the order of a panel; nothing where it is not.
inline std::optional<PanelRows> rows_in_order(const SeriesCells& series, const PeriodCells& periods,
                                              std::size_t rows, std::size_t shares) {
    std::vector<std::optional<std::vector<PanelStretch>>> found(shares);
    on_threads(shares, [&](std::size_t share) {
        found[share] = OrderedRows(series, periods)
                           .stretches(share_begin(rows, share, shares), share_begin(rows, share + 1, shares));
    });
    PanelRows made;
    for (const auto& part : found) {
        if (!part) {
            return std::nullopt;
        }
        made.stretches.insert(made.stretches.end(), part->begin(), part->end());
    }
    return name_series(series, made) ? std::optional(std::move(made)) : std::nullopt;
}

/// Reads the rows of a table one by one, in any order, then puts them in that of a panel.
class PanelSorter {
  public:
    PanelSorter(const SeriesCells& series, PeriodCells periods)
        : series_(series), periods_(std::move(periods)) {}

    [[nodiscard]] PanelRows sorted(std::size_t rows) {
        points_.reserve(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            take(row);
        }
        const auto comes_first = [](const Point& a, const Point& b) {
            return std::tie(a.series, a.period, a.row) < std::tie(b.series, b.period, b.row);
        };
        if (!std::is_sorted(points_.begin(), points_.end(), comes_first)) {
            std::sort(points_.begin(), points_.end(), comes_first);
        }
        const Point* before = nullptr;
        for (const auto& point : points_) {
            if (follows(before, point)) {
                before = &point;
            }
        }
        return std::move(made_);
    }

  private:
    struct Point {
        std::uint32_t series;
        std::int64_t period;
        std::size_t row;
    };

    void take(std::size_t row) {
        const auto period = periods_.of(row);
        if (!period) {
            made_.left_out.push_back({row, NoPoint::no_period});
            return;
        }
        if (points_.empty() || points_.back().row + 1 != row || !series_.is_as_before(row)) {
            auto name = series_.name(row);
            if (name.empty()) {
                made_.left_out.push_back({row, NoPoint::no_series});
                return;
            }
            const auto [found, is_new] =
                places_.try_emplace(std::move(name), static_cast<std::uint32_t>(made_.names.size()));
            if (is_new) {
                made_.names.push_back(found->first);
            }
            last_ = found->second;
        }
        points_.push_back({last_, *period, row});
    }

    /// Adds a point to the stretches unless it is left out.
    bool follows(const Point* before, const Point& point) {
        const bool goes_on = before != nullptr && before->series == point.series;
        const auto gap = goes_on ? periods_between(before->period, point.period) : 1;
        if (gap == 0 || gap > longest_gap) {
            made_.left_out.push_back(
                {point.row, gap == 0 ? NoPoint::twice : NoPoint::misread, point.series, point.period});
            return false;
        }
        if (goes_on && gap == 1 && point.row == before->row + 1) {
            ++made_.stretches.back().rows;
        } else {
            made_.stretches.push_back({point.row, 1, point.period, !goes_on});
        }
        return true;
    }

    SeriesCells series_;
    PeriodCells periods_;
    std::unordered_map<std::string, std::uint32_t> places_;
    std::uint32_t last_ = 0;
    std::vector<Point> points_;
    PanelRows made_;
};

/// The rows of a table in the order of a panel, of which `shares` threads look for an order that is there already.
inline PanelRows panel_rows(const Column& series, const Column& period, Every every, std::size_t rows,
                            std::size_t shares) {
    const SeriesCells names(series);
    const PeriodCells periods(period, every);
    auto in_order = rows_in_order(names, periods, rows, shares);
    return in_order ? std::move(*in_order) : PanelSorter(names, periods).sorted(rows);
}

} // namespace vermeil::detail
