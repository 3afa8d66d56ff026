// SPDX-License-Identifier: MIT
#pragma once
// A row of a log of visits as far as it is compared with the others of its person.

#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_log.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <tuple>

namespace vermeil::detail {

inline bool is_left_out(std::uint8_t mark) noexcept {
    return (mark & VisitMark::status_bits) == VisitMark::left_out;
}

/// One attendance as far as two are compared.
struct AttendanceRow {
    std::uint64_t row;
    std::uint32_t service;
    std::uint32_t start;
    std::uint32_t worker;
    std::int32_t length; ///< planned, in seconds
    std::int32_t late;   ///< 0 where the start is not known
    std::int32_t lasted; ///< 0 where start or end is not known
    std::uint8_t mark;

    /// Whose attendance it is to which visit.
    [[nodiscard]] auto visit() const { return std::tuple(service, start, worker); }
    /// What else its row says.
    [[nodiscard]] auto rest() const { return std::tuple(length, late, lasted, mark); }
};

/// The worker of a row in which nobody is named.
inline constexpr std::uint32_t no_worker = 0xffffffff;

/// Calls `put(person, row)` for the rows of a block that are used. `unnamed` is the code of the worker with an empty id.
template <class Put> void each_attendance(const VisitLog& log, const VisitBlock& block, std::uint64_t first,
                                          const BlockOf<std::uint32_t>& people,
                                          std::optional<std::uint32_t> unnamed, const Put& put) {
    BlockOf<std::uint32_t> services, workers, starts;
    BlockOf<std::int32_t> length, late, lasted;
    block.read(log.service, services);
    block.read(log.worker, workers);
    block.read_starts(starts);
    const auto& part = block.part();
    block.read_between(part.planned_start, part.planned_end, length);
    block.read_between(part.planned_start, part.actual_start, late);
    block.read_between(part.actual_start, part.actual_end, lasted);
    for (std::size_t i = 0; i < block.rows(); ++i) {
        const auto mark = block.marks()[i];
        if (is_left_out(mark)) {
            continue;
        }
        const bool started = (mark & VisitMark::has_start) != 0;
        const bool ended = started && (mark & VisitMark::has_end) != 0;
        const bool named = workers[i] != unnamed && block.has_worker(i);
        put(people[i], AttendanceRow{first + i, services[i], starts[i], named ? workers[i] : no_worker,
                                     length[i], started ? late[i] : 0, ended ? lasted[i] : 0, mark});
    }
}

} // namespace vermeil::detail
