// SPDX-License-Identifier: MIT
#pragma once
// The cells that say which series and which period a row of a panel belongs to.

#include <vermeil/core/code_table.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/reader.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/risk/panel_period.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// Which series each row names, in any kind of column.
class SeriesCells {
  public:
    explicit SeriesCells(const Column& column) : column_(&column) {}

    /// Whether a row, not the first, has the very cell of the row before it; of a kind of column that names no series as a rule
    /// it says no.
    [[nodiscard]] bool is_as_before(std::size_t row) const {
        std::uint8_t same = 0;
        compare(row, 1, &same);
        return same != 0;
    }
    /// The same for some rows, 1 where it is so; for the first row of all it says no.
    void compare(std::size_t first, std::size_t count, std::uint8_t* same) const {
        const auto compare_all = [&](const auto& is_same) {
            for (std::size_t i = 0; i < count; ++i) {
                same[i] = first + i > 0 && is_same(first + i) ? 1 : 0;
            }
        };
        std::visit([&](const auto& data) { compare_with(data, compare_all); }, column_->data);
        for (std::size_t i = 0; column_->valid != nullptr && i < count; ++i) {
            same[i] = same[i] != 0 && column_->has(first + i) && column_->has(first + i - 1) ? 1 : 0;
        }
    }
    /// The name of a row's series; empty where there is none.
    [[nodiscard]] std::string name(std::size_t row) const { return cell_text(*column_, row); }

  private:
    /// Calls `compare` with whether a row has the cell of the row before it.
    template <class Data, class Compare> static void compare_with(const Data& data, const Compare& compare) {
        if constexpr (std::is_same_v<Data, Texts>) {
            data.each([&](const auto& text) {
                compare([&](std::size_t row) { return is_same_text(text(row), text(row - 1)); });
            });
        } else if constexpr (std::is_same_v<Data, Coded>) {
            compare([&](std::size_t row) { return data.places[row] == data.places[row - 1]; });
        } else if constexpr (requires { is_same_text(data[0], data[0]); }) {
            compare([&](std::size_t row) { return is_same_text(data[row], data[row - 1]); });
        } else if constexpr (requires { data[0] % 1; }) {
            compare([&](std::size_t row) { return data[row] == data[row - 1]; });
        } else {
            compare([](std::size_t) { return false; });
        }
    }

    const Column* column_;
};

/// Periods of some kind of cell: few, each written in many rows, mostly in one order.
template <class Cell> class KnownPeriods {
  public:
    /// The period of a cell, which `read` gives when it is met for the first time.
    template <class Read> std::optional<std::int64_t> of(const Cell& cell, const Read& read) {
        if (last_ < next_.size() && is_same(cells_.keys()[next_[last_]], cell)) {
            last_ = next_[last_];
            return periods_[last_];
        }
        const auto code = cells_.code(cell);
        if (code == periods_.size()) {
            periods_.push_back(read(cell));
            next_.push_back(code);
        }
        if (last_ < next_.size()) {
            next_[last_] = code;
        }
        last_ = code;
        return periods_[code];
    }

  private:
    static bool is_same(const Cell& a, const Cell& b) {
        if constexpr (std::is_same_v<Cell, std::string_view>) {
            return is_same_text(a, b);
        } else {
            return a == b;
        }
    }

    CodeTable<Cell> cells_;
    std::vector<std::optional<std::int64_t>> periods_;
    std::vector<std::uint32_t> next_; ///< what followed each the last time
    std::size_t last_ = static_cast<std::size_t>(-1);
};

/// The period of each row, in any kind of column. Learns as it reads, so each thread has its own.
class PeriodCells {
  public:
    PeriodCells(const Column& column, Every every) : column_(&column), every_(every) {}

    /// The period; nothing where there is none that can be read.
    [[nodiscard]] std::optional<std::int64_t> of(std::size_t row) {
        std::int64_t period = 0;
        return read(row, 1, &period) == 1 ? std::optional(period) : std::nullopt;
    }
    /// The periods of some rows, up to the first that has none that can be read; gives how many.
    std::size_t read(std::size_t first, std::size_t count, std::int64_t* periods) {
        const auto read_all = [&](const auto& period_of_row) {
            std::size_t i = 0;
            for (; i < count && column_->has(first + i); ++i) {
                const auto period = period_of_row(first + i);
                if (!period) {
                    break;
                }
                periods[i] = *period;
            }
            return i;
        };
        return std::visit([&](const auto& data) { return read_with(data, read_all); }, column_->data);
    }

  private:
    /// Calls `read` with the period of a row, which is nothing where there is none.
    template <class Data, class Read> std::size_t read_with(const Data& data, const Read& read) {
        const auto of_text = [&](std::string_view cell) {
            return texts_.of(cell, [&](std::string_view text) { return read_period(trimmed(text), every_); });
        };
        if constexpr (std::is_same_v<Data, Texts>) {
            return data.each(
                [&](const auto& text) { return read([&](std::size_t row) { return of_text(text(row)); }); });
        } else if constexpr (std::is_same_v<Data, Days>) {
            return read([&](std::size_t row) { return of_day(data.values[row]); });
        } else if constexpr (requires { std::string_view(data[0]); }) {
            return read([&](std::size_t row) { return of_text(data[row]); });
        } else {
            return read([&](std::size_t row) { return of_number(data, row); });
        }
    }
    std::optional<std::int64_t> of_day(std::int64_t day) {
        if (every_ == Every::number) {
            return day;
        }
        return days_.of(static_cast<std::uint64_t>(day), [&](std::uint64_t) {
            return std::optional(period_of(date_of(static_cast<std::int32_t>(day)), every_));
        });
    }
    template <class Data> std::optional<std::int64_t> of_number(const Data& data, std::size_t row) {
        if constexpr (std::is_same_v<Data, std::span<const std::int64_t>>) {
            if (every_ == Every::number) {
                return data[row];
            }
        }
        return read_period(cell_text(*column_, row), every_);
    }

    const Column* column_;
    Every every_;
    KnownPeriods<std::string_view> texts_;
    KnownPeriods<std::uint64_t> days_;
};

} // namespace vermeil::detail
