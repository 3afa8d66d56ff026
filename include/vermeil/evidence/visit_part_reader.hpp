// SPDX-License-Identifier: MIT
#pragma once
// One batch of a log of visits: what each of its rows says, and what is wrong with it.

#include <vermeil/core/batch.hpp>
#include <vermeil/core/large_buffer.hpp>
#include <vermeil/evidence/id_column.hpp>
#include <vermeil/evidence/moment_column.hpp>
#include <vermeil/evidence/moments_apart.hpp>
#include <vermeil/evidence/visit_block.hpp>
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

/// Columns of a table of visits, a bit for each field of `visits_schema()` by its position.
using VisitFields = std::uint32_t;
/// The bit of one field.
constexpr VisitFields visit_field_bit(std::size_t field) noexcept { return 1U << field; }
inline constexpr VisitFields all_visit_fields = 0xffffffff;

namespace detail {

/// The columns of a log while it is read; those that are not there have no cells.
struct VisitColumns {
    std::shared_ptr<const Batches> table;
    VisitChecks checks = VisitChecks::rows;
    VisitFields fields = all_visit_fields; ///< those that are looked at
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
        : columns_(columns), part_(part), first_row_(first_row),
          faults_(faults), empty_{columns.service.find(""), columns.person.find(""),
                                  columns.worker.find("")} {
        for (const auto* name : {"service", "person", "worker"}) {
            ids_.push_back(columns.table->parts[part].find(name));
        }
    }

    /// Reads some rows of the batch, as many as a block has at most.
    void read(std::size_t first, std::size_t count) {
        const auto told = static_cast<std::ptrdiff_t>(faults_.size());
        read_block(first, count);
        // A block is looked at column by column; it is told row by row, wherever blocks begin.
        std::stable_sort(faults_.begin() + told, faults_.end(),
                         [](const auto& a, const auto& b) { return a.row < b.row; });
    }

  private:
    void read_block(std::size_t first, std::size_t count) {
        first_ = first;
        auto* const marks = columns_.marks->data() + first_row_ + first;
        columns_.words[visit_field::status].read(part_, first, count, codes_.data(), marks);
        find_bad_words(count, marks);
        for (const auto field : {visit_field::service, visit_field::person, visit_field::worker}) {
            if (is_looked_at(field)) {
                find_empty_ids(field, count, marks);
            }
        }
        for (const auto field : {visit_field::planned_start, visit_field::planned_end}) {
            if (is_looked_at(field)) {
                find_missing_moments(field, count, marks);
            }
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

    /// A status must be there, and one of its words.
    void find_bad_words(std::size_t count, std::uint8_t* marks) {
        std::uint8_t most = 0;
        for (std::size_t i = 0; i < count; ++i) {
            most = std::max(most, marks[i]);
        }
        if (most <= VisitMark::left_out) {
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (marks[i] > VisitMark::left_out) {
                leave_out(marks, i, visit_field::status,
                          marks[i] == WordColumn::missing ? VisitDoubt::empty : VisitDoubt::not_a_word);
            }
        }
    }
    [[nodiscard]] bool is_looked_at(std::size_t field) const {
        return (columns_.fields & visit_field_bit(field)) != 0;
    }
    void leave_out(std::uint8_t* marks, std::size_t i, std::size_t field, VisitDoubt doubt) {
        marks[i] = VisitMark::left_out;
        tell(i, field, doubt);
    }
    void tell(std::size_t i, std::size_t field, VisitDoubt doubt) {
        faults_.push_back({first_row_ + first_ + i, doubt, static_cast<std::uint8_t>(field), is_kept(doubt)});
    }
    static bool is_out(std::uint8_t mark) { return (mark & VisitMark::status_bits) == VisitMark::left_out; }

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
    void find_missing_moments(std::size_t field, std::size_t count, std::uint8_t* marks) {
        if (columns_.moments[field].cells(part_, first_, count, cells_.data())) {
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (cells_[i] == MomentCell::read || is_out(marks[i])) {
                continue;
            }
            if (cells_[i] == MomentCell::repeated) {
                tell(i, field, VisitDoubt::repeated_hour);
            } else {
                leave_out(marks, i, field, doubt_of(cells_[i]));
            }
        }
    }

    /// Marks where there is an actual time; one that cannot be read makes the row useless.
    void note_actual(std::size_t field, std::uint8_t mark, std::size_t count, std::uint8_t* marks) {
        if (!columns_.moments[field].is_there()) {
            return;
        }
        (void)columns_.moments[field].cells(part_, first_, count, cells_.data());
        std::uint8_t doubtful = 0; // bytes alone, so that many rows are looked at in one step
        for (std::size_t i = 0; i < count; ++i) {
            const auto is_read = static_cast<std::uint8_t>(cells_[i] == MomentCell::read);
            const auto is_missing = static_cast<std::uint8_t>(cells_[i] == MomentCell::missing);
            const auto is_in =
                static_cast<std::uint8_t>((marks[i] & VisitMark::status_bits) != VisitMark::left_out);
            marks[i] = static_cast<std::uint8_t>(marks[i] | (is_read & is_in) * mark);
            doubtful = static_cast<std::uint8_t>(doubtful | ((is_read | is_missing) ^ 1U));
        }
        for (std::size_t i = 0; doubtful != 0 && i < count; ++i) {
            if (cells_[i] == MomentCell::repeated && !is_out(marks[i])) {
                marks[i] = static_cast<std::uint8_t>(marks[i] | mark);
                tell(i, field, VisitDoubt::repeated_hour);
            } else if (cells_[i] > MomentCell::missing && !is_out(marks[i])) {
                leave_out(marks, i, field, doubt_of(cells_[i]));
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

    [[nodiscard]] MomentsApart between(std::size_t from, std::size_t to) const {
        const auto of = [&](std::size_t field) {
            const auto& column = columns_.moments[field];
            return column.is_there() ? column.moments(part_) : Moments{};
        };
        return {of(from), of(to)};
    }

    void check_lengths(std::size_t count, std::uint8_t* marks) {
        const auto planned = between(visit_field::planned_start, visit_field::planned_end);
        const auto actual = between(visit_field::actual_start, visit_field::actual_end);
        const auto late = between(visit_field::planned_start, visit_field::actual_start);
        for (std::size_t i = 0; i < count; ++i) {
            const auto row = first_ + i;
            const auto mark = marks[i];
            if (is_out(mark)) {
                continue;
            }
            const auto length = taken_as_second(planned, visit_field::planned_end, i);
            if (length <= 0 || length > planned.day()) {
                leave_out(marks, i, visit_field::planned_end, too_short_or_long(length));
                continue;
            }
            if ((mark & VisitMark::has_start) == 0) {
                continue;
            }
            const bool ended = (mark & VisitMark::has_end) != 0;
            const auto lasted = ended ? taken_as_second(actual, visit_field::actual_end, i) : 0;
            if (lasted < 0 || lasted > actual.day()) {
                leave_out(marks, i, visit_field::actual_end, too_short_or_long(lasted));
                continue;
            }
            doubt_start(i, mark, late(row), late.day());
        }
    }
    /// A length whose end, where it lies before its start in the first of the hour that comes twice, was in the second.
    std::int64_t taken_as_second(const MomentsApart& length, std::size_t end, std::size_t i) {
        const auto row = first_ + i;
        if (length(row) < 0 && columns_.moments[end].take_second(part_, row)) {
            std::find_if(faults_.rbegin(), faults_.rend(), [&](const VisitFault& fault) {
                return fault.row == first_row_ + row && fault.field == end;
            })->doubt = VisitDoubt::second_hour; // it was told as the first when the column was read
        }
        return length(row);
    }
    static VisitDoubt too_short_or_long(std::int64_t length) {
        return length <= 0 ? VisitDoubt::ends_before_it_begins : VisitDoubt::longer_than_a_day;
    }
    void doubt_start(std::size_t i, std::uint8_t mark, std::int64_t late, std::int64_t day) {
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
    BlockOf<std::uint32_t> codes_;
    BlockOf<std::uint8_t> read_words_;
    BlockOf<MomentCell> cells_;
};

} // namespace detail

} // namespace vermeil
