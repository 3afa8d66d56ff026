// SPDX-License-Identifier: MIT
#pragma once
// Rows of a log of visits that cannot all be true: the same attendance twice, a worker in two places at once.

#include <vermeil/core/grouped.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/evidence/attendance.hpp>
#include <vermeil/evidence/planned_twice.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_fault.hpp>
#include <vermeil/evidence/visit_log.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// Puts rows together by an id and looks at each group, the groups shared out among threads.
template <class Row> class RowsTogether {
  public:
    RowsTogether(VisitLog& log, std::size_t threads)
        : log_(log), threads_(std::max<std::size_t>(threads, 1)) {}

    /// `fill(block, first_row, codes, put)` calls `put(code, row)` for the rows that take part; `look(rows, tell)` is given
    /// the rows of one code, and calls `tell(row number, doubt, field)`.
    template <class Fill, class Look> void each(const IdColumn& by, const Fill& fill, const Look& look) {
        GroupCounts counts(threads_, std::vector<std::uint32_t>(by.size()));
        pass(by, fill, [&](std::size_t share, std::uint32_t code, const Row&) { ++counts[share][code]; });
        Grouped<Row> groups(counts);
        std::vector<typename Grouped<Row>::Writer> writers;
        for (std::size_t share = 0; share < threads_; ++share) {
            writers.push_back(groups.writer(share));
        }
        pass(by, fill,
             [&](std::size_t share, std::uint32_t code, const Row& row) { writers[share].put(code, row); });
        std::vector<std::vector<VisitFault>> faults(threads_);
        std::atomic<std::size_t> next = 0;
        on_threads(threads_, [&](std::size_t share) {
            const auto tell = [&](std::uint64_t row, VisitDoubt doubt, std::size_t field) {
                faults[share].push_back({row, doubt, static_cast<std::uint8_t>(field), is_kept(doubt)});
            };
            for (auto code = next++; code < by.size(); code = next++) {
                look(groups.of(code), tell);
            }
        });
        for (const auto& each : faults) {
            log_.faults.insert(log_.faults.end(), each.begin(), each.end());
        }
    }

  private:
    template <class Fill, class Put> void pass(const IdColumn& by, const Fill& fill, const Put& put) {
        const auto rows = log_.rows();
        on_threads(threads_, [&](std::size_t share) {
            BlockOf<std::uint32_t> codes;
            auto row = share_begin(rows, share, threads_);
            each_block(log_, row, share_begin(rows, share + 1, threads_), [&](const VisitBlock& block) {
                block.read(by, codes);
                fill(block, row, codes, [&](std::uint32_t code, const Row& of) { put(share, code, of); });
                row += block.rows();
            });
        });
    }

    VisitLog& log_;
    std::size_t threads_;
};

/// Tells the rows, put in the order of visits, that name no worker and were missed or cancelled, though another row says
/// that somebody came. A row that names its worker may be the other half of a visit by two.
template <class Tell> void tell_came_and_came_not(std::span<const AttendanceRow> rows, const Tell& tell) {
    const auto status = [](const AttendanceRow& row) {
        return static_cast<VisitStatus>(row.mark & VisitMark::status_bits);
    };
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
        bool came = false;
        for (end = begin; end < rows.size() && rows[end].service == rows[begin].service &&
                          rows[end].start == rows[begin].start;
             ++end) {
            came = came || status(rows[end]) == VisitStatus::delivered;
        }
        for (auto at = begin; came && at < end; ++at) {
            if (rows[at].worker == no_worker && status(rows[at]) != VisitStatus::frustrated) {
                tell(rows[at].row, VisitDoubt::delivered_by_another, visit_field::status);
            }
        }
    }
}

/// Where a worker was, and with whom, by the times that were logged.
struct PresenceRow {
    std::uint64_t row;
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t person;
};

/// Calls `put(worker, row)` for the rows of a block that tell from when to when a worker was there.
template <class Put> void each_presence(const VisitLog& log, const VisitBlock& block, std::uint64_t first,
                                        const BlockOf<std::uint32_t>& workers, const Put& put) {
    constexpr auto both = VisitMark::has_start | VisitMark::has_end;
    BlockOf<std::uint32_t> people, starts;
    BlockOf<std::int32_t> late, lasted;
    block.read(log.person, people);
    block.read_starts(starts);
    const auto& part = block.part();
    block.read_between(part.planned_start, part.actual_start, late);
    block.read_between(part.actual_start, part.actual_end, lasted);
    for (std::size_t i = 0; i < block.rows(); ++i) {
        const auto mark = block.marks()[i];
        if (!is_left_out(mark) && (mark & both) == both && lasted[i] > 0 && block.has_worker(i)) {
            const auto begin = starts[i] + static_cast<std::uint32_t>(late[i]);
            put(workers[i],
                PresenceRow{first + i, begin, begin + static_cast<std::uint32_t>(lasted[i]), people[i]});
        }
    }
}

/// Whether two rows name the same service and planned start.
inline bool is_one_visit(const VisitLog& log, std::uint64_t one, std::uint64_t other) {
    const auto visit = [&](std::uint64_t row) {
        std::size_t part = 0;
        for (; row >= log.parts[part].rows(); ++part) {
            row -= log.parts[part].rows();
        }
        std::uint32_t service = 0;
        log.service.read(part, row, 1, &service);
        BlockOf<std::uint32_t> starts;
        VisitBlock(log, part, row, 1).read_starts(starts);
        return std::pair(service, starts[0]);
    };
    return visit(one) == visit(other);
}

/// Tells the rows, in the order of time, that begin before the worker has left another person, or the same one in a row that
/// is not told as a near double already.
template <class Tell>
void tell_two_places(const VisitLog& log, std::span<PresenceRow> rows, const Tell& tell) {
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.begin, a.end, a.row) < std::tuple(b.begin, b.end, b.row);
    });
    // Until when the worker is with whom: the latest end so far, and the latest with anybody else.
    std::uint32_t end = 0, person = 0, other_end = 0;
    std::uint64_t last = 0; // the row with the latest end
    for (const auto& row : rows) {
        if (row.begin < (row.person == person ? other_end : end)) {
            tell(row.row, VisitDoubt::in_two_places, visit_field::actual_start);
        } else if (row.begin < end && !is_one_visit(log, last, row.row)) {
            tell(row.row, VisitDoubt::at_once_again, visit_field::actual_start);
        }
        last = row.end > end ? row.row : last;
        if (row.person == person) {
            end = std::max(end, row.end);
        } else if (row.end > end) {
            other_end = end;
            end = row.end;
            person = row.person;
        } else {
            other_end = std::max(other_end, row.end);
        }
    }
}

} // namespace detail

/// Leaves out rows that say just what an earlier row of the log says, and doubts those that name the same service,
/// person, worker and planned start as another and differ otherwise; those that name no worker and say of a visit to
/// which somebody came that it was missed or cancelled; and those known by their plan alone during which another row has
/// the worker with the same person. What stays does not depend on the order of rows.
inline void check_duplicates(VisitLog& log, std::size_t threads = 1) {
    using Row = detail::AttendanceRow;
    const auto unnamed = log.worker.find("");
    const auto fill = [&](const auto& block, auto first, const auto& people, const auto& put) {
        detail::each_attendance(log, block, first, people, unnamed, put);
    };
    detail::RowsTogether<Row>(log, threads)
        .each(log.person, fill, [&](std::span<Row> rows, const auto& tell) {
            std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
                return std::tuple_cat(a.visit(), a.rest(), std::tuple(a.row)) <
                       std::tuple_cat(b.visit(), b.rest(), std::tuple(b.row));
            });
            detail::tell_came_and_came_not(rows, tell);
            detail::tell_planned_twice(rows, tell);
            for (std::size_t i = 1; i < rows.size(); ++i) {
                if (rows[i].visit() != rows[i - 1].visit()) {
                    continue;
                }
                const bool is_same = rows[i].rest() == rows[i - 1].rest();
                tell(rows[i].row, is_same ? VisitDoubt::duplicate : VisitDoubt::near_duplicate,
                     detail::visit_field::planned_start);
                if (is_same) {
                    log.marks->data()[rows[i].row] = VisitMark::left_out;
                }
            }
        });
    log.is_free_of_doubles = true;
}

/// Doubts visits during which the worker is with another person too, or once more with the same, by the times that were
/// logged.
inline void check_places(VisitLog& log, std::size_t threads = 1) {
    const auto fill = [&](const auto& block, auto first, const auto& workers, const auto& put) {
        detail::each_presence(log, block, first, workers, put);
    };
    detail::RowsTogether<detail::PresenceRow>(log, threads)
        .each(log.worker, fill,
              [&](auto rows, const auto& tell) { detail::tell_two_places(log, rows, tell); });
}

} // namespace vermeil
