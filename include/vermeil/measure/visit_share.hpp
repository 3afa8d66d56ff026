// SPDX-License-Identifier: MIT
#pragma once
// What one thread keeps of a log of visits, service by service.

#include <vermeil/core/gathered.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/measure/circle.hpp>
#include <vermeil/measure/meeting_counts.hpp>
#include <vermeil/measure/visit_counts.hpp>
#include <vermeil/measure/visit_rules.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil::detail {

/// Who came to whom, and when: kept of each row where the order of visits matters.
struct TimedAttendance {
    std::uint32_t person;
    std::uint32_t worker;
    std::uint32_t start;
};

constexpr bool is_delivered(std::uint8_t mark) noexcept {
    return (mark & VisitMark::status_bits) == static_cast<std::uint8_t>(VisitStatus::delivered);
}
constexpr bool has(std::uint8_t mark, std::uint8_t marks) noexcept {
    return (mark & (VisitMark::status_bits | marks)) == marks;
}

/// What one thread keeps of the rows that it read, by service.
struct VisitsKept {
    VisitsKept(const VisitLog& log, const VisitRules& rules)
        : classes(log.service.size()), lengths(rules.length ? log.service.size() : 0),
          late(log.service.size()), very_late(log.service.size()),
          attendances(log.service.size(), Rooms::large),
          meetings(counts_meetings(rules) ? log.person.size() : 0, log.worker.size()),
          circles(log.service.size()) {}

    static bool counts_meetings(const VisitRules& rules) {
        return rules.continuity && !rules.continuity->sequence;
    }
    void gather_circles() {
        meetings.each([&](std::uint32_t service, const Circle& circle) { circles.put(service, circle); });
    }

    std::vector<VisitClasses> classes;
    std::vector<VisitLengths> lengths;
    Gathered<std::int16_t> late;      ///< seconds, where 16 bits hold them: nine hours
    Gathered<std::int32_t> very_late; ///< seconds of the others, early ones too
    Gathered<TimedAttendance> attendances;
    MeetingCounts meetings;
    Gathered<Circle> circles; ///< of `meetings`
};

/// One thread's counting of the rows that it is given.
class VisitShare {
  public:
    VisitShare(const VisitLog& log, const VisitRules& rules, VisitsKept& kept)
        : log_(log), rules_(rules), kept_(kept), range_(rules_.punctuality.value_or(PunctualityRule{})),
          keeps_late_(rules_.punctuality && !rules_.punctuality->quantiles.empty()) {}

    /// Takes some rows, whose marks are there.
    void add(const VisitBlock& some) {
        some.read(log_.service, services_);
        if (rules_.counts) {
            count(some);
        }
        if (rules_.length) {
            add_lengths(some);
        }
        if (rules_.continuity) {
            some.read(log_.person, people_);
            some.read(log_.worker, workers_);
            if (rules_.continuity->sequence) {
                keep_attendances(some);
            } else {
                count_meetings(some);
            }
        }
    }

  private:
    /// So many rows before its turn the place of a row's record is fetched.
    static constexpr std::size_t ahead = 16;

    void count(const VisitBlock& some) {
        if (kept_.classes.empty()) {
            return; // no row names a service, and all are left out
        }
        if (rules_.punctuality) {
            some.read_between(some.part().planned_start, some.part().actual_start, late_seconds_);
        } else {
            std::fill_n(late_seconds_.begin(), some.rows(), 0);
        }
        const auto* const marks = some.marks();
        const bool any_beyond = find_cells(some.rows(), marks);
        auto* const classes = kept_.classes.data();
        for (std::size_t i = 0; i < some.rows(); ++i) {
            classes[services_[i]].add(cells_[i]);
        }
        for (std::size_t i = 0; keeps_late_ && i < some.rows(); ++i) {
            kept_.late.expect(services_[std::min(i + ahead, some.rows() - 1)]);
            kept_.late.put_if(has(marks[i], VisitMark::has_start) && is_within_hours(late_seconds_[i]),
                              services_[i], static_cast<std::int16_t>(late_seconds_[i]));
        }
        for (std::size_t i = 0; keeps_late_ && any_beyond && i < some.rows(); ++i) {
            if (has(marks[i], VisitMark::has_start) && !is_within_hours(late_seconds_[i])) {
                kept_.very_late.put(services_[i], late_seconds_[i]);
            }
        }
    }
    static bool is_within_hours(std::int32_t late) noexcept {
        return static_cast<std::int16_t>(late) == late;
    }
    /// Writes for each row what it is counted as, many rows in a step: nothing here asks and goes another way. Says whether
    /// any start was early or late by many hours.
    bool find_cells(std::size_t rows, const std::uint8_t* marks) {
        const auto range = range_;
        std::uint32_t beyond = 0;
        for (std::size_t i = 0; i < rows; ++i) {
            const auto mark = marks[i];
            const auto late = late_seconds_[i];
            const auto status = std::uint32_t{mark} & VisitMark::status_bits;
            const auto started = VisitClasses::punctual + static_cast<std::uint32_t>(range.is_early(late)) +
                                 2 * static_cast<std::uint32_t>(range.is_late(late));
            const bool has_start = has(mark, VisitMark::has_start);
            const auto outcome = has_start ? started : status;
            beyond |= has_start ? (static_cast<std::uint32_t>(late) + 32768U) >> 16U : 0U;
            cells_[i] =
                status == VisitMark::left_out ? VisitClasses::not_counted : VisitClasses::cell(outcome, mark);
        }
        return beyond != 0;
    }
    void add_lengths(const VisitBlock& some) {
        const auto* const marks = some.marks();
        const auto& part = some.part();
        some.read_between(part.planned_start, part.planned_end, planned_);
        some.read_between(part.actual_start, part.actual_end, actual_);
        for (std::size_t i = 0; i < some.rows(); ++i) {
            const bool timed = has(marks[i], VisitMark::has_start | VisitMark::has_end);
            if (timed && planned_[i] >= 0 && actual_[i] >= 0) {
                add_length(kept_.lengths[services_[i]], *rules_.length, planned_[i], actual_[i]);
            }
        }
    }
    void keep_attendances(const VisitBlock& some) {
        const auto* const marks = some.marks();
        some.read_starts(starts_);
        for (std::size_t i = 0; i < some.rows(); ++i) {
            if (is_delivered(marks[i])) {
                kept_.attendances.put(services_[i], {people_[i], workers_[i], starts_[i]});
            }
        }
    }
    void count_meetings(const VisitBlock& some) {
        const auto* const marks = some.marks();
        kept_.meetings.add_all(some.rows(), services_.data(), people_.data(), workers_.data(),
                               [&](std::size_t row) { return is_delivered(marks[row]); });
    }

    const VisitLog& log_;
    const VisitRules& rules_;
    VisitsKept& kept_;
    PunctualRange range_;
    bool keeps_late_;
    BlockOf<std::uint32_t> services_, people_, workers_, starts_, cells_;
    BlockOf<std::int32_t> late_seconds_, planned_, actual_;
};

} // namespace vermeil::detail
