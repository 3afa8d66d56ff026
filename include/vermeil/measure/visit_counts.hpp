// SPDX-License-Identifier: MIT
#pragma once
// How many visits of a service were delivered, missed, punctual, logged: counts that can be added up.

#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/measure/visit_rules.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

namespace vermeil {

/// Counts of one service's rows. A row is one worker's part in a visit: a visit by two workers counts twice.
struct VisitCounts {
    std::uint64_t delivered = 0;
    std::uint64_t missed = 0;
    std::uint64_t cancelled_by_person = 0;
    std::uint64_t cancelled_by_provider = 0;
    std::uint64_t frustrated = 0;
    std::uint64_t logged = 0;   ///< delivered, and the actual start is known
    std::uint64_t punctual = 0; ///< this, early and late: 0 unless a `PunctualityRule` is given
    std::uint64_t early = 0;
    std::uint64_t late = 0;
    std::uint64_t critical_logged = 0; ///< of `logged`, the time-critical
    std::uint64_t critical_punctual = 0;
    std::uint64_t electronic = 0; ///< of `delivered`: start and end logged at the person's home
    std::uint64_t edited = 0;     ///< of `delivered`: a time was changed by hand

    friend bool operator==(const VisitCounts&, const VisitCounts&) = default;

    /// Visits that were to take place and that the person did not cancel: what missed visits are a share of.
    [[nodiscard]] std::uint64_t due() const noexcept {
        return delivered + missed + cancelled_by_provider + frustrated;
    }
};

/// How long the delivered visits of a service lasted, where start and end are known and neither the planned nor the
/// actual end lies before its start.
struct VisitLengths {
    std::uint64_t timed = 0; ///< visits with both times
    std::uint64_t planned_seconds = 0;
    std::uint64_t actual_seconds = 0;
    std::uint64_t too_short = 0;     ///< lasted less than the rule's minutes
    std::uint64_t planned_short = 0; ///< were planned for less
    std::uint64_t clipped = 0;       ///< lasted less than the rule's share of the planned time

    friend bool operator==(const VisitLengths&, const VisitLengths&) = default;
};

namespace detail {

/// Calls `work` with every count of visits, in an order that stays.
template <class Counts, class Work>
requires std::same_as<std::remove_const_t<Counts>, VisitCounts>
void each_count(Counts& of, const Work& work) {
    for (auto* const count : {&of.delivered, &of.missed, &of.cancelled_by_person, &of.cancelled_by_provider,
                              &of.frustrated, &of.logged, &of.punctual, &of.early, &of.late,
                              &of.critical_logged, &of.critical_punctual, &of.electronic, &of.edited}) {
        work(*count);
    }
}

/// The same of lengths.
template <class Lengths, class Work>
requires std::same_as<std::remove_const_t<Lengths>, VisitLengths>
void each_count(Lengths& of, const Work& work) {
    for (auto* const count : {&of.timed, &of.planned_seconds, &of.actual_seconds, &of.too_short,
                              &of.planned_short, &of.clipped}) {
        work(*count);
    }
}

/// Adds every count of one to the other.
template <class Counts> void add_up(Counts& sum, const Counts& more) {
    std::vector<std::uint64_t> counts;
    each_count(more, [&](std::uint64_t count) { counts.push_back(count); });
    auto next = counts.begin();
    each_count(sum, [&](std::uint64_t& count) { count += *next++; });
}

/// Rows of one service by what they are: one addition a row, and every count is a sum of cells afterwards.
class VisitClasses {
  public:
    /// The lowest three bits: the status for a row without an actual start or not delivered, else one of these.
    enum Outcome : std::uint32_t { punctual = 5, early = 6, late = 7 };

    /// The cell of a row: its outcome, and the marks electronic, edited and time-critical as they are.
    static constexpr std::uint32_t cell(std::uint32_t outcome, std::uint8_t mark) noexcept {
        return outcome | static_cast<std::uint32_t>(mark & flags) >> 2U;
    }
    /// The cell of rows that are left out, of which nothing is counted.
    static constexpr std::uint32_t not_counted = 64;

    void add(std::uint32_t cell) noexcept { ++cells_[cell]; }

    [[nodiscard]] VisitCounts counts() const noexcept {
        VisitCounts sum;
        for (std::uint32_t cell = 0; cell < not_counted; ++cell) {
            add_cell(sum, cell, cells_[cell]);
        }
        return sum;
    }

  private:
    static constexpr std::uint32_t flags =
        VisitMark::electronic | VisitMark::edited | VisitMark::time_critical;

    static void add_cell(VisitCounts& sum, std::uint32_t cell, std::uint32_t rows) noexcept {
        const auto outcome = cell & 7U;
        const auto mark = cell << 2U;
        const bool is_logged = outcome >= punctual;
        const bool is_delivered = is_logged || outcome == 0;
        const auto if_ = [rows](bool counts) { return counts ? std::uint64_t{rows} : 0; };
        sum.delivered += if_(is_delivered);
        sum.missed += if_(outcome == static_cast<std::uint32_t>(VisitStatus::missed));
        sum.cancelled_by_person +=
            if_(outcome == static_cast<std::uint32_t>(VisitStatus::cancelled_by_person));
        sum.cancelled_by_provider +=
            if_(outcome == static_cast<std::uint32_t>(VisitStatus::cancelled_by_provider));
        sum.frustrated += if_(outcome == static_cast<std::uint32_t>(VisitStatus::frustrated));
        sum.logged += if_(is_logged);
        sum.punctual += if_(outcome == punctual);
        sum.early += if_(outcome == early);
        sum.late += if_(outcome == late);
        sum.critical_logged += if_(is_logged && (mark & VisitMark::time_critical) != 0);
        sum.critical_punctual += if_(outcome == punctual && (mark & VisitMark::time_critical) != 0);
        sum.electronic += if_(is_delivered && (mark & VisitMark::electronic) != 0);
        sum.edited += if_(is_delivered && (mark & VisitMark::edited) != 0);
    }

    std::array<std::uint32_t, not_counted + 1> cells_{};
};

/// Adds one delivered visit with both times, whose planned and actual seconds are 0 or more.
inline void add_length(VisitLengths& sum, const LengthRule& rule, std::int32_t planned, std::int32_t actual) {
    const auto short_seconds = rule.short_minutes * 60 - tie_seconds;
    const auto least_seconds = rule.least_share * planned - tie_seconds;
    ++sum.timed;
    sum.planned_seconds += static_cast<std::uint32_t>(planned);
    sum.actual_seconds += static_cast<std::uint32_t>(actual);
    sum.too_short += static_cast<std::uint64_t>(actual < short_seconds);
    sum.planned_short += static_cast<std::uint64_t>(planned < short_seconds);
    sum.clipped += static_cast<std::uint64_t>(actual < least_seconds);
}

} // namespace detail

} // namespace vermeil
