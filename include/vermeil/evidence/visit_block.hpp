// SPDX-License-Identifier: MIT
#pragma once
// A log of visits read block by block, each small enough to stay in the nearest cache.

#include <vermeil/evidence/visit_log.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace vermeil::detail {

inline constexpr std::size_t visit_block_rows = std::size_t{1} << 11U;
template <class Value> using BlockOf = std::array<Value, visit_block_rows>;

/// Whole division that rounds towards the past, by a number known beforehand.
template <std::int64_t By> constexpr std::int64_t floored(std::int64_t value) {
    const auto whole = value / By;
    return whole - static_cast<std::int64_t>(value - whole * By < 0);
}

/// Calls `work` with the division of moments into seconds.
template <class Work> void with_seconds(std::int64_t units_per_second, const Work& work) {
    switch (units_per_second) {
    case 1:
        return work([](std::int64_t moment) { return moment; });
    case 1'000:
        return work([](std::int64_t moment) { return floored<1'000>(moment); });
    case 1'000'000:
        return work([](std::int64_t moment) { return floored<1'000'000>(moment); });
    default:
        return work([](std::int64_t moment) { return floored<1'000'000'000>(moment); });
    }
}

/// Some rows of one part.
class VisitBlock {
  public:
    VisitBlock(const VisitLog& log, std::size_t part, std::size_t first, std::size_t rows)
        : log_(&log), part_(part), first_(first), rows_(rows) {}

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    /// Which part of the log it lies in, and at which of its rows it begins.
    [[nodiscard]] std::size_t part_number() const noexcept { return part_; }
    [[nodiscard]] std::size_t first() const noexcept { return first_; }
    [[nodiscard]] const std::uint8_t* marks() const noexcept { return part().marks.data() + first_; }
    /// Whether the row names a worker: those of missed visits need not.
    [[nodiscard]] bool has_worker(std::size_t row) const noexcept {
        return part().worker_cells == nullptr || part().worker_cells->has(first_ + row);
    }
    /// Writes the codes of one of the log's columns of ids.
    void read(const IdColumn& ids, BlockOf<std::uint32_t>& codes) const {
        ids.read(part_, first_, rows_, codes.data());
    }
    /// Writes the seconds since 1970-01-01 at which visits are planned to start.
    void read_starts(BlockOf<std::uint32_t>& seconds) const {
        const auto& moments = part().planned_start;
        with_seconds(moments.units_per_second, [&](auto in_seconds) {
            for (std::size_t i = 0; i < rows_; ++i) {
                seconds[i] = static_cast<std::uint32_t>(in_seconds(moments.values[first_ + i]));
            }
        });
    }
    /// Writes the whole seconds between two moments of each row, rounded towards the past, and no further apart than 32
    /// bits tell: 68 years. What a row without one of them gets means nothing.
    void read_between(const Moments& from, const Moments& to, BlockOf<std::int32_t>& seconds) const {
        if (from.values.empty() || to.values.empty()) { // a column that the log does not have
            std::fill_n(seconds.begin(), rows_, 0);
            return;
        }
        // Both in the finer of the two units, so that the same moments give the same seconds in any.
        const auto units = std::max(from.units_per_second, to.units_per_second);
        const auto write = [&](auto from_finer, auto to_finer) {
            with_seconds(units, [&](auto in_seconds) {
                for (std::size_t i = 0; i < rows_; ++i) {
                    const auto apart = to_finer(static_cast<std::uint64_t>(to.values[first_ + i])) -
                                       from_finer(static_cast<std::uint64_t>(from.values[first_ + i]));
                    seconds[i] = narrowed(in_seconds(static_cast<std::int64_t>(apart)));
                }
            });
        };
        const auto as_it_is = [](std::uint64_t moment) { return moment; };
        if (from.units_per_second == to.units_per_second) {
            write(as_it_is, as_it_is);
        } else if (from.units_per_second < units) {
            const auto factor = static_cast<std::uint64_t>(units / from.units_per_second);
            write([factor](std::uint64_t moment) { return moment * factor; }, as_it_is);
        } else {
            const auto factor = static_cast<std::uint64_t>(units / to.units_per_second);
            write(as_it_is, [factor](std::uint64_t moment) { return moment * factor; });
        }
    }
    [[nodiscard]] const VisitPart& part() const noexcept { return log_->parts[part_]; }

  private:
    static std::int32_t narrowed(std::int64_t seconds) noexcept {
        using Limits = std::numeric_limits<std::int32_t>;
        return static_cast<std::int32_t>(std::clamp<std::int64_t>(seconds, Limits::min(), Limits::max()));
    }

    const VisitLog* log_;
    std::size_t part_;
    std::size_t first_;
    std::size_t rows_;
};

/// Calls `work(block)` for the rows from `begin` to `end`, in their order.
template <class Work>
void each_block(const VisitLog& log, std::size_t begin, std::size_t end, const Work& work) {
    std::size_t part_begin = 0;
    for (std::size_t part = 0; part < log.parts.size() && part_begin < end; ++part) {
        const auto part_end = part_begin + log.parts[part].rows();
        for (auto at = std::max(begin, part_begin); at < std::min(end, part_end);) {
            const auto rows = std::min({visit_block_rows, end - at, part_end - at});
            work(VisitBlock(log, part, at - part_begin, rows));
            at += rows;
        }
        part_begin = part_end;
    }
}

} // namespace vermeil::detail
