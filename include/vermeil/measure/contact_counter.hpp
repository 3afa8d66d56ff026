// SPDX-License-Identifier: MIT
#pragma once
// Counts one person's contacts in one pass.

#include <vermeil/measure/circle.hpp>
#include <vermeil/measure/contacts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vermeil::detail {

/// One worker at one planned start, as a number that sorts by start and then by worker.
constexpr std::uint64_t contact(std::uint32_t start, std::uint32_t worker) noexcept {
    return std::uint64_t{start} << 32U | worker;
}
constexpr std::uint32_t start_of(std::uint64_t contact) noexcept {
    return static_cast<std::uint32_t>(contact >> 32U);
}
constexpr std::uint32_t worker_of(std::uint64_t contact) noexcept {
    return static_cast<std::uint32_t>(contact);
}

/// Counts contacts, person after person, with memory for each worker that is used again.
class ContactCounter {
  public:
    /// Workers met from `recent_from` on are counted as recent, those met first from `new_from` on as new.
    ContactCounter(std::size_t workers, std::uint32_t recent_from, std::uint32_t new_from = no_start)
        : met_(workers), recently_(recent_from == no_start ? 0 : workers), recent_from_(recent_from),
          new_from_(new_from) {}

    /// No start is as late as this.
    static constexpr std::uint32_t no_start = 0xffffffff;

    /// What the meetings of one person amount to, a worker once or more among them; nothing is said of visits and their
    /// sequence.
    Contacts of(std::span<const Meeting> meetings) {
        begin();
        for (const auto& meeting : meetings) {
            count(meeting.worker, meeting.times);
        }
        return made_;
    }

    /// What the contacts of one person amount to; they are put in order.
    Contacts of(std::span<std::uint64_t> contacts) {
        begin();
        put_in_order(contacts);
        for (const auto each : contacts) {
            const auto known = made_.workers;
            count(worker_of(each), 1);
            if (start_of(each) >= new_from_) {
                ++made_.since;
                made_.firsts += made_.workers - known;
            }
            if (start_of(each) >= recent_from_) {
                auto& met = recently_[worker_of(each)];
                made_.recent += static_cast<std::uint32_t>(met != turn_);
                met = turn_;
            }
        }
        count_sequence(contacts);
        return made_;
    }

  private:
    struct Met {
        std::uint32_t turn = 0;
        std::uint32_t times = 0;
    };

    void begin() {
        ++turn_;
        made_ = {};
    }
    void count(std::uint32_t worker, std::uint32_t more) {
        auto& met = met_[worker];
        const bool is_new = met.turn != turn_;
        const auto times = is_new ? 0 : met.times;
        met = {turn_, times + more};
        made_.contacts += more;
        made_.workers += static_cast<std::uint32_t>(is_new);
        made_.squares += more * (2 * std::uint64_t{times} + more);
        made_.most = std::max(made_.most, times + more);
    }

    /// Counts visits, and those at which a worker of the visit before came again: both lists are in order.
    void count_sequence(std::span<const std::uint64_t> contacts) {
        std::span<const std::uint64_t> before;
        for (std::size_t begin = 0; begin < contacts.size();) {
            auto end = begin + 1;
            while (end < contacts.size() && start_of(contacts[end]) == start_of(contacts[begin])) {
                ++end;
            }
            const auto visit = contacts.subspan(begin, end - begin);
            made_.same += static_cast<std::uint32_t>(any_again(before, visit));
            ++made_.visits;
            before = visit;
            begin = end;
        }
    }
    static bool any_again(std::span<const std::uint64_t> before, std::span<const std::uint64_t> now) {
        for (std::size_t i = 0, j = 0; i < before.size() && j < now.size();) {
            const auto one = worker_of(before[i]);
            const auto other = worker_of(now[j]);
            if (one == other) {
                return true;
            }
            i += static_cast<std::size_t>(one < other);
            j += static_cast<std::size_t>(other < one);
        }
        return false;
    }

    /// Sorts; logs that come in the order of time are left as they are.
    void put_in_order(std::span<std::uint64_t> contacts) {
        if (!std::is_sorted(contacts.begin(), contacts.end())) {
            std::sort(contacts.begin(), contacts.end());
        }
    }

    std::vector<Met> met_;
    std::vector<std::uint32_t> recently_; ///< the turn in which each worker was last met since `recent_from_`
    std::uint32_t recent_from_;
    std::uint32_t new_from_;
    std::uint32_t turn_ = 0;
    Contacts made_;
};

} // namespace vermeil::detail
