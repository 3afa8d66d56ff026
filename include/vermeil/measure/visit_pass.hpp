// SPDX-License-Identifier: MIT
#pragma once
// One pass over a log of visits: what its rows amount to, service by service.

#include <vermeil/core/gathered.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/measure/circle.hpp>
#include <vermeil/measure/contact_counter.hpp>
#include <vermeil/measure/meeting_counts.hpp>
#include <vermeil/measure/people_of.hpp>
#include <vermeil/measure/visit_counts.hpp>
#include <vermeil/measure/visit_rules.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace vermeil::detail {

/// Who came to whom, and when: kept of each row where the order of visits matters.
struct TimedAttendance {
    std::uint32_t person;
    std::uint32_t worker;
    std::uint32_t start;
};

/// The first row of a share of the log; that of the share after the last is the end.
inline std::size_t first_row(const VisitLog& log, std::size_t share, std::size_t shares) {
    return share_begin(log.rows(), share, shares);
}

constexpr bool is_delivered(std::uint8_t mark) noexcept {
    return (mark & VisitMark::status_bits) == static_cast<std::uint8_t>(VisitStatus::delivered);
}
constexpr bool has(std::uint8_t mark, std::uint8_t marks) noexcept {
    return (mark & (VisitMark::status_bits | marks)) == marks;
}

/// One pass for all that some rules ask for.
class VisitPass {
  public:
    /// Looks at a log, on so many threads.
    VisitPass(const VisitLog& log, const VisitRules& rules, std::size_t threads) : log_(log), rules_(rules) {
        for (std::size_t share = 0; share < threads; ++share) {
            kept_.emplace_back(log, rules);
        }
        on_threads(threads, [&](std::size_t share) {
            Share(*this, kept_[share])
                .read(first_row(log, share, threads), first_row(log, share + 1, threads));
            kept_[share].gather_circles();
        });
    }

    [[nodiscard]] VisitCounts counts(std::size_t service) const {
        VisitCounts sum;
        for (const auto& kept : kept_) {
            add_up(sum, kept.classes[service].counts());
        }
        if (!rules_.punctuality) {
            sum.punctual = sum.critical_punctual = 0; // nobody said what it is
        }
        return sum;
    }
    [[nodiscard]] VisitLengths lengths(std::size_t service) const {
        VisitLengths sum;
        for (const auto& kept : kept_) {
            if (rules_.length) {
                add_up(sum, kept.lengths[service]);
            }
        }
        return sum;
    }
    /// Writes the seconds by which each start was late, in any order; nothing unless quantiles are asked for.
    void late(std::size_t service, std::vector<std::int32_t>& seconds) const {
        all_of(&Kept::late, service, seconds);
    }

    /// Calls `work(service)` for every service, on all threads; `make()` makes the work of one thread.
    template <class Make> void each_service(const Make& make) {
        std::atomic<std::size_t> next = 0;
        on_threads(kept_.size(), [&](std::size_t) {
            auto work = make(*this);
            for (auto service = next++; service < log_.service.size(); service = next++) {
                work(service);
            }
        });
    }

    /// Counts the contacts of people, for one thread.
    class People {
      public:
        explicit People(VisitPass& pass)
            : pass_(&pass), people_(pass.in_sequence() ? pass.log_.person.size() : 0),
              counter_(pass.log_.worker.size(), pass.start_of(&ContinuityRule::recent_from),
                       pass.start_of(&ContinuityRule::new_from)) {}

        /// Calls `work(person, Contacts, whom)` for each person of a service, in any order. `whom` are the person's
        /// contacts in the order of time where the rules ask for the sequence, else how often which worker came, a
        /// worker once or more.
        template <class Work> void each(std::size_t service, const Work& work) {
            if (pass_->in_sequence()) {
                each_in_sequence(service, work);
            } else {
                each_counted(service, work);
            }
        }

      private:
        template <class Work> void each_in_sequence(std::size_t service, const Work& work) {
            pass_->all_of(&Kept::attendances, service, attendances_);
            people_.each(
                std::span<const TimedAttendance>(attendances_),
                [](const TimedAttendance& row) { return row.person; },
                [](const TimedAttendance& row) { return contact(row.start, row.worker); },
                [&](std::uint32_t person, std::span<std::uint64_t> contacts) {
                    const auto counted = counter_.of(contacts);
                    work(person, counted, std::span<const std::uint64_t>(contacts));
                });
        }
        template <class Work> void each_counted(std::size_t service, const Work& work) {
            pass_->all_of(&Kept::circles, service, circles_);
            std::sort(circles_.begin(), circles_.end(),
                      [](const Circle& a, const Circle& b) { return a.person < b.person; });
            for (auto next = circles_.begin(); next != circles_.end();) {
                const auto person = next->person;
                meetings_.clear();
                for (; next != circles_.end() && next->person == person; ++next) {
                    next->each([&](const Meeting& meeting) { meetings_.push_back(meeting); });
                }
                const auto counted = counter_.of(std::span<const Meeting>(meetings_));
                work(person, counted, std::span<const Meeting>(meetings_));
            }
        }

        VisitPass* pass_;
        PeopleOf<TimedAttendance, std::uint64_t> people_;
        ContactCounter counter_;
        std::vector<TimedAttendance> attendances_;
        std::vector<Circle> circles_;
        std::vector<Meeting> meetings_;
    };

  private:
    /// What one thread keeps of the rows that it read, by service.
    struct Kept {
        Kept(const VisitLog& log, const VisitRules& rules)
            : classes(log.service.size()), lengths(rules.length ? log.service.size() : 0),
              late(log.service.size()), attendances(log.service.size()),
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
        Gathered<std::int32_t> late;
        Gathered<TimedAttendance> attendances;
        MeetingCounts meetings;
        Gathered<Circle> circles; ///< of `meetings`
    };
    /// Writes what all threads kept of a service.
    template <class Record>
    void all_of(Gathered<Record> Kept::*what, std::size_t service, std::vector<Record>& list) const {
        list.clear();
        for (const auto& kept : kept_) {
            (kept.*what).append_to(list, service);
        }
    }

    /// One thread's reading.
    class Share {
      public:
        Share(const VisitPass& pass, Kept& kept)
            : log_(pass.log_), rules_(pass.rules_), kept_(kept),
              range_(rules_.punctuality.value_or(PunctualityRule{})),
              keeps_late_(rules_.punctuality && !rules_.punctuality->quantiles.empty()) {}

        void read(std::size_t begin, std::size_t end) {
            each_block(log_, begin, end, [&](const VisitBlock& some) {
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
            });
        }

      private:
        void count(const VisitBlock& some) {
            const auto* const marks = some.marks();
            auto* const classes = kept_.classes.data();
            if (rules_.punctuality) {
                some.read_between(some.part().planned_start, some.part().actual_start, late_seconds_);
            } else {
                std::fill_n(late_seconds_.begin(), some.rows(), 0);
            }
            for (std::size_t i = 0; i < some.rows(); ++i) {
                const auto mark = marks[i];
                auto outcome = std::uint32_t{mark} & VisitMark::status_bits;
                if (outcome == VisitMark::left_out) {
                    continue;
                }
                if (has(mark, VisitMark::has_start)) {
                    const auto late = late_seconds_[i];
                    outcome = VisitClasses::punctual + static_cast<std::uint32_t>(range_.is_early(late)) +
                              2 * static_cast<std::uint32_t>(range_.is_late(late));
                    if (keeps_late_) {
                        kept_.late.put(services_[i], late);
                    }
                }
                classes[services_[i]].add(VisitClasses::cell(outcome, mark));
            }
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
        Kept& kept_;
        PunctualRange range_;
        bool keeps_late_;
        BlockOf<std::uint32_t> services_, people_, workers_, starts_;
        BlockOf<std::int32_t> late_seconds_, planned_, actual_;
    };

    [[nodiscard]] bool in_sequence() const noexcept {
        return rules_.continuity && rules_.continuity->sequence;
    }
    /// A moment of the rules among the starts of visits; none is as late where it is not given.
    [[nodiscard]] std::uint32_t start_of(std::optional<std::int64_t> ContinuityRule::*moment) const {
        const auto from = rules_.continuity ? (*rules_.continuity).*moment : std::nullopt;
        return from ? static_cast<std::uint32_t>(
                          std::clamp<std::int64_t>(*from, 0, ContactCounter::no_start - 1))
                    : ContactCounter::no_start;
    }

    const VisitLog& log_;
    const VisitRules& rules_;
    std::vector<Kept> kept_; ///< one a thread
};

} // namespace vermeil::detail
