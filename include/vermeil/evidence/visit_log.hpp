// SPDX-License-Identifier: MIT
#pragma once
// Visits from electronic call monitoring, in columns: who was to go to whom, when, and what came of it.

#include <vermeil/core/batch.hpp>
#include <vermeil/core/large_buffer.hpp>
#include <vermeil/evidence/id_column.hpp>
#include <vermeil/evidence/visit_fault.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace vermeil {

/// What became of a visit.
enum class VisitStatus : std::uint8_t {
    delivered,             ///< a worker came and gave care
    missed,                ///< nobody came
    cancelled_by_person,   ///< by the person or the family; also while in hospital
    cancelled_by_provider, ///< by the provider
    frustrated,            ///< a worker came and found nobody, or was sent away
};

/// What is known of a row, as bits of one number. The lowest three are the `VisitStatus`, or 7: the row is left out.
enum VisitMark : std::uint8_t {
    status_bits = 7,
    left_out = 7,
    has_start = 8,      ///< the actual start is known
    has_end = 16,       ///< the actual end is known
    electronic = 32,    ///< start and end were logged at the person's home
    edited = 64,        ///< a time was changed by hand afterwards
    time_critical = 128 ///< the visit must be at its time
};

/// Some rows of a log that lie together in memory.
struct VisitPart {
    Moments planned_start;
    Moments planned_end;
    Moments actual_start;                      ///< read only where the mark `has_start` is set
    Moments actual_end;                        ///< read only where the mark `has_end` is set
    std::span<const std::uint8_t> marks;       ///< `VisitMark`, one a row
    const BatchColumn* worker_cells = nullptr; ///< where a worker is named; null: everywhere

    [[nodiscard]] std::size_t rows() const noexcept { return marks.size(); }
};

/// A log of visits: a row for each worker who attended, or was to attend, a visit.
///
/// Rows of one service and person that are planned to start together are one visit, made by several workers. It looks
/// at memory that its owners keep alive.
struct VisitLog {
    IdColumn service;
    IdColumn person;
    IdColumn worker;
    std::vector<VisitPart> parts;
    std::vector<VisitFault> faults{};                                   ///< in the order of the rows
    std::shared_ptr<const Batches> table = nullptr;                     ///< what the log was read from
    std::shared_ptr<detail::LargeBuffer<std::uint8_t>> marks = nullptr; ///< what `parts` look at
    std::vector<std::shared_ptr<const void>> owners{};
    bool is_free_of_doubles = false; ///< rows that stand twice were looked for and left out

    /// Whether a row, counted from 0, is left out.
    [[nodiscard]] bool is_left_out(std::uint64_t row) const noexcept {
        return (marks->data()[row] & VisitMark::status_bits) == VisitMark::left_out;
    }
    [[nodiscard]] std::size_t rows() const noexcept {
        std::size_t sum = 0;
        for (const auto& part : parts) {
            sum += part.rows();
        }
        return sum;
    }
};

} // namespace vermeil
