// SPDX-License-Identifier: MIT
#pragma once
// When visits were cancelled, where their log says so.

#include <vermeil/evidence/moment_column.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace vermeil {

namespace detail {

/// The column `cancelled_at` of a log, which is looked at only where it is asked for: few visits are cancelled.
class CancelledAt {
  public:
    /// @throws Error when the column holds something else than moments and texts.
    explicit CancelledAt(const VisitLog& log, std::size_t threads = 1) {
        const auto& name = visits_schema().fields[visit_field::cancelled_at].name;
        const bool is_there = std::any_of(log.table->parts.begin(), log.table->parts.end(),
                                          [&](const Batch& part) { return part.find(name) != nullptr; });
        if (is_there) {
            column_ = MomentColumn(*log.table, name, threads);
        }
    }

    [[nodiscard]] bool is_there() const noexcept { return column_.is_there(); }
    /// What some rows of a part hold.
    void read(std::size_t part, std::size_t first, std::size_t count, MomentCell* cells) const {
        (void)column_.cells(part, first, count, cells);
    }
    /// The moment of a row that was read, in seconds of UTC since 1970-01-01.
    [[nodiscard]] std::int64_t seconds(std::size_t part, std::size_t row) const {
        const auto moments = column_.moments(part);
        const auto value = moments.values[row];
        const auto whole = value / moments.units_per_second;
        return whole - static_cast<std::int64_t>(value % moments.units_per_second < 0);
    }

  private:
    MomentColumn column_;
};

/// Whether a row with that mark was cancelled, by whomever.
inline bool is_cancelled(std::uint8_t mark) noexcept {
    const auto status = mark & VisitMark::status_bits;
    return status == static_cast<std::uint8_t>(VisitStatus::cancelled_by_person) ||
           status == static_cast<std::uint8_t>(VisitStatus::cancelled_by_provider);
}

/// What is wrong with a cell of `cancelled_at`, in a row with that mark.
inline VisitDoubt doubt_of_cancelling(MomentCell cell, std::uint8_t mark) noexcept {
    switch (cell) {
    case MomentCell::skipped:
        return VisitDoubt::skipped_hour;
    case MomentCell::unknown:
        return VisitDoubt::unknown_year;
    case MomentCell::unreadable:
        return VisitDoubt::not_a_moment;
    default:
        return is_cancelled(mark) ? VisitDoubt::repeated_hour : VisitDoubt::cancelled_though_otherwise;
    }
}

} // namespace detail

/// Leaves out rows whose `cancelled_at` cannot be read, and doubts those that tell of it and were not cancelled.
/// @throws Error when the column holds something else than moments and texts.
inline void check_cancellations(VisitLog& log, std::size_t threads = 1) {
    using detail::MomentCell;
    const detail::CancelledAt cancelled(log, threads);
    if (!cancelled.is_there()) {
        return;
    }
    detail::BlockOf<MomentCell> cells;
    std::uint64_t begin = 0;
    for (std::size_t part = 0; part < log.parts.size(); ++part) {
        const auto rows = log.parts[part].rows();
        auto* const marks = log.marks->data() + begin;
        for (std::size_t first = 0; first < rows; first += cells.size()) {
            const auto count = std::min(cells.size(), rows - first);
            cancelled.read(part, first, count, cells.data());
            for (std::size_t i = 0; i < count; ++i) {
                auto& mark = marks[first + i];
                const bool is_out = (mark & VisitMark::status_bits) == VisitMark::left_out;
                const bool is_fine = cells[i] == MomentCell::read && detail::is_cancelled(mark);
                if (is_out || is_fine || cells[i] == MomentCell::missing) {
                    continue;
                }
                const auto doubt = detail::doubt_of_cancelling(cells[i], mark);
                log.faults.push_back({begin + first + i, doubt,
                                      static_cast<std::uint8_t>(detail::visit_field::cancelled_at),
                                      is_kept(doubt)});
                mark = is_kept(doubt) ? mark : std::uint8_t{VisitMark::left_out};
            }
        }
        begin += rows;
    }
}

} // namespace vermeil
