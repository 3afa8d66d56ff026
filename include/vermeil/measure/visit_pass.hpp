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
#include <vermeil/measure/visit_share.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vermeil::detail {

/// One pass for all that some rules ask for.
class VisitPass {
  public:
    /// Looks at a log, on so many threads.
    VisitPass(const VisitLog& log, const VisitRules& rules, std::size_t threads)
        : VisitPass(log, rules, threads, [] { return [](const VisitBlock&) {}; }) {}

    /// The same of a log whose rows are read only now: `reader()` makes what reads blocks for one thread, each just before
    /// it is looked at, while it is near.
    template <class Reader>
    VisitPass(const VisitLog& log, const VisitRules& rules, std::size_t threads, const Reader& reader)
        : log_(log), rules_(rules) {
        for (std::size_t share = 0; share < threads; ++share) {
            kept_.emplace_back(log, rules);
        }
        // Stretches, and each thread takes the next when it is done with one: none waits long for another.
        const std::size_t stretches = threads > 1 ? 16 * threads : 1;
        std::atomic<std::size_t> next = 0;
        on_threads(threads, [&](std::size_t thread) {
            auto read = reader();
            VisitShare share(log, rules, kept_[thread]);
            for (auto stretch = next++; stretch < stretches; stretch = next++) {
                each_block(log, share_begin(log.rows(), stretch, stretches),
                           share_begin(log.rows(), stretch + 1, stretches), [&](const VisitBlock& some) {
                               read(some);
                               share.add(some);
                           });
            }
            kept_[thread].gather_circles();
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
        seconds.clear();
        for (const auto& kept : kept_) {
            kept.late.append_to(seconds, service);
            kept.very_late.append_to(seconds, service);
        }
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
            pass_->all_of(&VisitsKept::attendances, service, attendances_);
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
            pass_->all_of(&VisitsKept::circles, service, circles_);
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
    /// Writes what all threads kept of a service.
    template <class Record>
    void all_of(Gathered<Record> VisitsKept::*what, std::size_t service, std::vector<Record>& list) const {
        list.clear();
        for (const auto& kept : kept_) {
            (kept.*what).append_to(list, service);
        }
    }

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
    std::vector<VisitsKept> kept_; ///< one a thread
};

} // namespace vermeil::detail
