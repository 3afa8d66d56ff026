// SPDX-License-Identifier: MIT
#pragma once
// One pass over a log of visits: what its rows amount to, service by service.

#include <vermeil/core/grouped.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/evidence/visit_block.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/measure/contact_counter.hpp>
#include <vermeil/measure/people_of.hpp>
#include <vermeil/measure/visit_counts.hpp>
#include <vermeil/measure/visit_rules.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>
#include <vector>

namespace vermeil::detail {

/// Who came to whom; and when, where the order of visits matters.
struct Attendance {
    std::uint32_t person;
    std::uint32_t worker;
};
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

/// How many rows of each service are delivered, and have these marks too.
inline GroupCounts delivered_rows(const VisitLog& log, std::uint8_t marks, std::size_t shares) {
    GroupCounts counts(shares, std::vector<std::uint32_t>(log.service.size()));
    on_threads(shares, [&](std::size_t share) {
        BlockOf<std::uint32_t> services;
        auto& of_share = counts[share];
        each_block(log, first_row(log, share, shares), first_row(log, share + 1, shares),
                   [&](const VisitBlock& some) {
                       some.read(log.service, services);
                       const auto* const mark = some.marks();
                       for (std::size_t i = 0; i < some.rows(); ++i) {
                           if (has(mark[i], marks)) {
                               ++of_share[services[i]];
                           }
                       }
                   });
    });
    return counts;
}

/// One pass for rules with or without the order of visits: `Row` is what is kept of an attendance.
template <class Row> class VisitPass {
  public:
    static constexpr bool in_sequence = std::is_same_v<Row, TimedAttendance>;
    /// What is sorted or counted of one person.
    using Contact = std::conditional_t<in_sequence, std::uint64_t, std::uint32_t>;

    /// Reads the log, on so many threads.
    VisitPass(const VisitLog& log, const VisitRules& rules, std::size_t threads)
        : log_(log), rules_(rules), threads_(threads),
          classes_(threads, std::vector<VisitClasses>(log.service.size())),
          lengths_(threads, std::vector<VisitLengths>(rules.length ? log.service.size() : 0)),
          late_(rules.punctuality && !rules.punctuality->quantiles.empty()
                    ? delivered_rows(log, VisitMark::has_start, threads)
                    : nothing()),
          attendances_(rules.continuity ? delivered_rows(log, 0, threads) : nothing()) {
        on_threads(threads, [&](std::size_t share) {
            Share(*this, share).read(first_row(log, share, threads), first_row(log, share + 1, threads));
        });
    }

    [[nodiscard]] VisitCounts counts(std::size_t service) const {
        VisitCounts sum;
        for (const auto& share : classes_) {
            add_up(sum, share[service].counts());
        }
        if (!rules_.punctuality) {
            sum.punctual = sum.critical_punctual = 0; // nobody said what it is
        }
        return sum;
    }
    [[nodiscard]] VisitLengths lengths(std::size_t service) const {
        VisitLengths sum;
        for (const auto& share : lengths_) {
            if (!share.empty()) {
                add_up(sum, share[service]);
            }
        }
        return sum;
    }
    /// The seconds by which each start was late, in any order; nothing unless quantiles are asked for.
    [[nodiscard]] std::span<std::int32_t> late(std::size_t service) { return late_.of(service); }

    /// Calls `work(service)` for every service, on all threads; `make()` makes the work of one thread.
    template <class Make> void each_service(const Make& make) {
        std::atomic<std::size_t> next = 0;
        on_threads(threads_, [&](std::size_t) {
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
            : pass_(&pass), people_(pass.log_.person.size()),
              counter_(pass.log_.worker.size(), pass.recent_from()) {}

        /// Calls `work(person, Contacts, contacts)` for each person of a service, in any order.
        template <class Work> void each(std::size_t service, const Work& work) {
            const auto keep = [](const Row& row) {
                if constexpr (in_sequence) {
                    return contact(row.start, row.worker);
                } else {
                    return row.worker;
                }
            };
            people_.each(
                pass_->attendances_.of(service), [](const Row& row) { return row.person; }, keep,
                [&](std::uint32_t person, std::span<Contact> contacts) {
                    const auto counted = counter_.of(contacts);
                    work(person, counted, std::span<const Contact>(contacts));
                });
        }

      private:
        VisitPass* pass_;
        PeopleOf<Row, Contact> people_;
        ContactCounter counter_;
    };

  private:
    /// One thread's reading.
    class Share {
      public:
        Share(VisitPass& pass, std::size_t share)
            : log_(pass.log_), rules_(pass.rules_), classes_(pass.classes_[share]),
              lengths_(pass.lengths_[share]), late_(pass.late_.writer(share)),
              attendances_(pass.attendances_.writer(share)),
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
                    keep_attendances(some);
                }
            });
        }

      private:
        void count(const VisitBlock& some) {
            const auto* const marks = some.marks();
            if (rules_.punctuality) {
                some.read_between(some.part().planned_start, some.part().actual_start, late_seconds_);
            }
            for (std::size_t i = 0; i < some.rows(); ++i) {
                const auto mark = marks[i];
                auto outcome = std::uint32_t{mark} & VisitMark::status_bits;
                if (outcome == VisitMark::left_out) {
                    continue;
                }
                if (has(mark, VisitMark::has_start)) {
                    const auto late = rules_.punctuality ? late_seconds_[i] : 0;
                    outcome = VisitClasses::punctual + static_cast<std::uint32_t>(range_.is_early(late)) +
                              2 * static_cast<std::uint32_t>(range_.is_late(late));
                    if (keeps_late_) {
                        late_.put(services_[i], late);
                    }
                }
                classes_[services_[i]].add(VisitClasses::cell(outcome, mark));
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
                    add_length(lengths_[services_[i]], *rules_.length, planned_[i], actual_[i]);
                }
            }
        }
        void keep_attendances(const VisitBlock& some) {
            const auto* const marks = some.marks();
            some.read(log_.person, people_);
            some.read(log_.worker, workers_);
            if constexpr (in_sequence) {
                some.read_starts(starts_);
            }
            for (std::size_t i = 0; i < some.rows(); ++i) {
                if (is_delivered(marks[i])) {
                    if constexpr (in_sequence) {
                        attendances_.put(services_[i], {people_[i], workers_[i], starts_[i]});
                    } else {
                        attendances_.put(services_[i], {people_[i], workers_[i]});
                    }
                }
            }
        }

        const VisitLog& log_;
        const VisitRules& rules_;
        std::vector<VisitClasses>& classes_;
        std::vector<VisitLengths>& lengths_;
        typename Grouped<std::int32_t>::Writer late_;
        typename Grouped<Row>::Writer attendances_;
        PunctualRange range_;
        bool keeps_late_;
        BlockOf<std::uint32_t> services_, people_, workers_, starts_;
        BlockOf<std::int32_t> late_seconds_, planned_, actual_;
    };

    [[nodiscard]] GroupCounts nothing() const {
        return GroupCounts(threads_, std::vector<std::uint32_t>(log_.service.size()));
    }
    [[nodiscard]] std::uint32_t recent_from() const {
        const auto from = rules_.continuity ? rules_.continuity->recent_from : std::nullopt;
        return from ? static_cast<std::uint32_t>(
                          std::clamp<std::int64_t>(*from, 0, ContactCounter::no_start - 1))
                    : ContactCounter::no_start;
    }

    const VisitLog& log_;
    const VisitRules& rules_;
    std::size_t threads_;
    std::vector<std::vector<VisitClasses>> classes_;
    std::vector<std::vector<VisitLengths>> lengths_;
    Grouped<std::int32_t> late_;
    Grouped<Row> attendances_;
};

} // namespace vermeil::detail
