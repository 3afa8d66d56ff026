// SPDX-License-Identifier: MIT
#pragma once
// One batch of a log of visits: what each of its rows says, and what is wrong with it.

#include <vermeil/core/batch.hpp>
#include <vermeil/core/large_buffer.hpp>
#include <vermeil/evidence/id_column.hpp>
#include <vermeil/evidence/moment_column.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/evidence/word_column.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace vermeil {

/// How closely the rows of a log are looked at.
enum class VisitChecks : std::uint8_t {
    needed, ///< what a measure could not do without: empty cells, moments, words
    rows    ///< also what each row says: lengths, visits that were and were not made
};

namespace detail {

/// The columns of a log while it is read; those that are not there have no cells.
struct VisitColumns {
    std::shared_ptr<const Batches> table;
    VisitChecks checks = VisitChecks::rows;
    IdColumn service;
    IdColumn person;
    IdColumn worker;
    std::array<MomentColumn, visit_field::time_critical + 1> moments; ///< by the field's position
    std::array<WordColumn, visit_field::time_critical + 1> words;     ///< likewise
    std::shared_ptr<LargeBuffer<std::uint8_t>> marks;                 ///< what is made of the rows
};

/// One thread's reading of one batch.
class VisitPartReader {
  public:
    VisitPartReader(const VisitColumns& columns, std::size_t part, std::size_t first_row,
                    std::vector<VisitFault>& faults)
        : columns_(columns), part_(part), first_row_(first_row), faults_(faults),
          empty_{columns.service.find(""), columns.person.find(""), columns.worker.find("")} {
        for (const auto* name : {"service", "person", "worker"}) {
            ids_.push_back(columns.table->parts[part].find(name));
        }
    }

    /// Reads rows, as the log counts them.
    void read(std::size_t row, std::size_t end) {
        while (row < end) {
            const auto count = std::min(block_rows, end - row);
            read_block(row - first_row_, count);
            row += count;
        }
    }

  private:
    static constexpr std::size_t block_rows = 2048;

    void read_block(std::size_t first, std::size_t count) {
        first_ = first;
        auto* const marks = columns_.marks->data() + first_row_ + first;
        columns_.words[visit_field::status].read(part_, first, count, codes_.data(), marks);
        for (std::size_t i = 0; i < count; ++i) {
            if (marks[i] > VisitMark::left_out) {
                leave_out(marks, i, visit_field::status,
                          marks[i] == WordColumn::missing ? VisitDoubt::empty : VisitDoubt::not_a_word);
            }
        }
        for (std::size_t field = visit_field::service; field <= visit_field::worker; ++field) {
            find_empty_ids(field, count, marks);
        }
        for (const auto field : {visit_field::planned_start, visit_field::planned_end}) {
            find_missing_moments(field, count, marks);
        }
        note_actual(visit_field::actual_start, VisitMark::has_start, count, marks);
        note_actual(visit_field::actual_end, VisitMark::has_end, count, marks);
        note_words(visit_field::logged, VisitMark::electronic, count, marks);
        note_words(visit_field::edited, VisitMark::edited, count, marks);
        note_words(visit_field::time_critical, VisitMark::time_critical, count, marks);
        if (columns_.checks == VisitChecks::rows) {
            check_lengths(count, marks);
        }
    }

    void leave_out(std::uint8_t* marks, std::size_t i, std::size_t field, VisitDoubt doubt) {
        marks[i] = VisitMark::left_out;
        tell(i, field, doubt);
    }
    void tell(std::size_t i, std::size_t field, VisitDoubt doubt) {
        faults_.push_back(
            {first_row_ + first_ + i, doubt, static_cast<std::uint8_t>(field), is_kept(doubt)});
    }
    static bool is_out(std::uint8_t mark) {
        return (mark & VisitMark::status_bits) == VisitMark::left_out;
    }

    /// An id must be there; that of a worker only where somebody came.
    void find_empty_ids(std::size_t field, std::size_t count, std::uint8_t* marks) {
        const auto& column = *ids_[field];
        const auto& ids = field == visit_field::service  ? columns_.service
                          : field == visit_field::person ? columns_.person
                                                         : columns_.worker;
        if (column.valid == nullptr && !empty_[field]) {
            return;
        }
        ids.read(part_, first_, count, codes_.data());
        for (std::size_t i = 0; i < count; ++i) {
            const bool empty = !column.has(first_ + i) || (empty_[field] && codes_[i] == *empty_[field]);
            const bool needed = field != visit_field::worker || marks[i] == 0;
            if (empty && needed && !is_out(marks[i])) {
                leave_out(marks, i, field, VisitDoubt::empty);
            }
        }
    }

    static VisitDoubt doubt_of(MomentCell cell) {
        switch (cell) {
        case MomentCell::missing:
            return VisitDoubt::empty;
        case MomentCell::skipped:
            return VisitDoubt::skipped_hour;
        case MomentCell::repeated:
            return VisitDoubt::repeated_hour;
        case MomentCell::unknown:
            return VisitDoubt::unknown_year;
        default:
            return VisitDoubt::not_a_moment;
        }
    }
    /// A moment that was read must lie in years that 32 bits of seconds hold.
    [[nodiscard]] MomentCell cell(std::size_t field, std::size_t i) const {
        const auto& column = columns_.moments[field];
        const auto cell = column.cell(part_, first_ + i);
        if (cell != MomentCell::read && cell != MomentCell::repeated) {
            return cell;
        }
        const auto moments = column.moments(part_);
        const auto seconds = moments.values[first_ + i] / moments.units_per_second;
        constexpr std::int64_t least = 820'454'400; // 1996-01-01
        constexpr std::int64_t after = 4'291'747'200; // 2106-01-01
        return seconds >= least && seconds < after ? cell : MomentCell::unknown;
    }

    void find_missing_moments(std::size_t field, std::size_t count, std::uint8_t* marks) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto found = cell(field, i);
            if (found == MomentCell::read || is_out(marks[i])) {
                continue;
            }
            if (found == MomentCell::repeated) {
                tell(i, field, VisitDoubt::repeated_hour);
            } else {
                leave_out(marks, i, field, doubt_of(found));
            }
        }
    }

    void note_actual(std::size_t field, std::uint8_t mark, std::size_t count, std::uint8_t* marks) {
        if (!columns_.moments[field].is_there()) {
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            const auto found = cell(field, i);
            if (is_out(marks[i]) || found == MomentCell::missing) {
                continue;
            }
            if (found != MomentCell::read && found != MomentCell::repeated) {
                leave_out(marks, i, field, doubt_of(found));
                continue;
            }
            marks[i] |= mark;
            if (found == MomentCell::repeated) {
                tell(i, field, VisitDoubt::repeated_hour);
            }
        }
    }

    void note_words(std::size_t field, std::uint8_t mark, std::size_t count, std::uint8_t* marks) {
        if (!columns_.words[field].is_there()) {
            return;
        }
        columns_.words[field].read(part_, first_, count, codes_.data(), read_words_.data());
        for (std::size_t i = 0; i < count; ++i) {
            if (is_out(marks[i])) {
                continue;
            }
            if (read_words_[i] == WordColumn::not_allowed) {
                leave_out(marks, i, field, VisitDoubt::not_a_word);
            } else if (read_words_[i] == 1) {
                marks[i] |= mark;
            }
        }
    }

    [[nodiscard]] std::int64_t seconds_between(std::size_t from, std::size_t to, std::size_t i) const {
        const auto at = [&](std::size_t field) {
            const auto moments = columns_.moments[field].moments(part_);
            return moments.values[first_ + i] / moments.units_per_second;
        };
        return at(to) - at(from);
    }

    void check_lengths(std::size_t count, std::uint8_t* marks) {
        constexpr std::int64_t day = 86'400;
        for (std::size_t i = 0; i < count; ++i) {
            if (is_out(marks[i])) {
                continue;
            }
            const bool begun = (marks[i] & VisitMark::has_start) != 0;
            const bool both = begun && (marks[i] & VisitMark::has_end) != 0;
            const auto planned = seconds_between(visit_field::planned_start, visit_field::planned_end, i);
            const auto actual =
                both ? seconds_between(visit_field::actual_start, visit_field::actual_end, i) : 0;
            if (planned <= 0 || planned > day) {
                leave_out(marks, i, visit_field::planned_end, too_short_or_long(planned));
            } else if (both && (actual < 0 || actual > day)) {
                leave_out(marks, i, visit_field::actual_end, too_short_or_long(actual));
            } else if (begun) {
                doubt_start(i, marks[i]);
            }
        }
    }
    static VisitDoubt too_short_or_long(std::int64_t seconds) {
        return seconds <= 0 ? VisitDoubt::ends_before_it_begins : VisitDoubt::longer_than_a_day;
    }
    void doubt_start(std::size_t i, std::uint8_t mark) {
        constexpr std::int64_t day = 86'400;
        const auto late = seconds_between(visit_field::planned_start, visit_field::actual_start, i);
        const auto status = static_cast<VisitStatus>(mark & VisitMark::status_bits);
        if (status != VisitStatus::delivered && status != VisitStatus::frustrated) {
            tell(i, visit_field::status, VisitDoubt::came_though_not_delivered);
        } else if (late > day || late < -day) {
            tell(i, visit_field::actual_start, VisitDoubt::a_day_from_plan);
        }
    }

    const VisitColumns& columns_;
    std::size_t part_;
    std::size_t first_row_;
    std::vector<VisitFault>& faults_;
    std::array<std::optional<std::uint32_t>, 3> empty_; ///< the codes of empty texts
    std::vector<const BatchColumn*> ids_;
    std::size_t first_ = 0;
    std::array<std::uint32_t, block_rows> codes_;
    std::array<std::uint8_t, block_rows> read_words_;
};

} // namespace detail

} // namespace vermeil
