// SPDX-License-Identifier: MIT
#pragma once
// How often each worker came to each person, counted row by row in any order.

#include <vermeil/core/code_table.hpp>
#include <vermeil/core/large_buffer.hpp>
#include <vermeil/measure/circle.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Counts who came to whom, in memory that grows with the different pairs. A person whom two services visit is counted
/// once for each of them.
///
/// Nearly every worker works for one service, which has not so many of them. So the workers of a service get numbers as
/// they are met, and each of its people a row of counts by these numbers: there is nothing to search for. Workers of a
/// second service, and those beyond the first few hundred of one, are looked up.
class MeetingCounts {
  public:
    /// So many codes of persons and of workers there are.
    explicit MeetingCounts(std::size_t people = 0, std::size_t workers = 0)
        : people_(people), homes_(people), posts_(workers) {}

    /// Counts one meeting.
    void add(std::uint32_t service, std::uint32_t person, std::uint32_t worker) {
        add_all(1, &service, &person, &worker, [](std::size_t) { return true; });
    }

    /// Counts a meeting for each of some rows of which `met(row)` says that there was one.
    template <class Met> void add_all(std::size_t rows, const std::uint32_t* services,
                                      const std::uint32_t* people, const std::uint32_t* workers,
                                      const Met& met) {
        constexpr std::size_t ahead = 16; // as many rows as it takes to fetch a line from far away
        for (std::size_t row = 0; row < rows;) {
            // What is read often stands still until a row is met that needs more room.
            const Home* const homes = homes_.data();
            const Post* const posts = posts_.data();
            std::uint32_t* const counts = counts_.data();
            for (; row < rows; ++row) {
                if (row + ahead < rows) {
                    const auto next = homes[people[row + ahead]];
                    __builtin_prefetch(counts + next.first() + posts[workers[row + ahead]].number);
                }
                if (!met(row)) {
                    continue;
                }
                const auto home = homes[people[row]];
                const auto post = posts[workers[row]];
                const bool known = (home.service == services[row]) & (post.service == services[row]) &
                                   (post.number < home.room());
                if (!known) [[unlikely]] {
                    break;
                }
                ++counts[home.first() + post.number];
            }
            if (row < rows) {
                add_slowly(services[row], people[row], workers[row]);
                ++row;
            }
        }
    }

    /// Calls `work(service, circle)` for every person of every service, in any order. What the circles show stays until the
    /// next call of anything.
    template <class Work> void each(const Work& work) {
        auto others = others_;
        std::sort(others.begin(), others.end(), [](const auto& a, const auto& b) { return a.home < b.home; });
        met_.clear();
        for (const auto& other : others) {
            met_.push_back(other.meeting);
        }
        std::size_t other = 0;
        for (std::size_t at = 0; at < homes_.size(); ++at) {
            const auto home = homes_[at];
            const auto first = other;
            while (other < others.size() && others[other].home == at) {
                ++other;
            }
            if (home.service != nobody) {
                const auto person = at < people_ ? static_cast<std::uint32_t>(at) : further_[at - people_];
                const auto& workers = workers_[home.service];
                const std::span times(counts(home), std::min<std::size_t>(home.room(), workers.size()));
                const auto met = std::span(met_).subspan(first, other - first);
                work(home.service, Circle{person, times, workers, met});
            }
        }
    }

  private:
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t most_numbers = 512; // 2 KiB of counts a person
    static constexpr std::uint32_t unnumbered = most_numbers;

    /// Where the counts of a person of a service lie: their first line of 16, and the bits of how many lines there are.
    struct Home {
        std::uint32_t service = nobody;
        std::uint32_t line_and_bits = 0;

        [[nodiscard]] std::uint32_t room() const noexcept { return 16U << (line_and_bits & 31U); }
        [[nodiscard]] std::size_t first() const noexcept { return std::size_t{16} * (line_and_bits >> 5U); }
    };
    /// The service at which a worker was met first, and the number there.
    struct Post {
        std::uint32_t service = nobody;
        std::uint32_t number = unnumbered;
    };
    /// A meeting of somebody with a worker who has no number there.
    struct Other {
        std::size_t home;
        Meeting meeting;
    };

    [[nodiscard]] std::uint32_t* counts(Home home) const noexcept { return counts_.data() + home.first(); }

    void add_slowly(std::uint32_t service, std::uint32_t person, std::uint32_t worker) {
        const auto at = home_at(service, person);
        const auto number = number_at(service, worker);
        if (number == unnumbered) {
            const auto code = codes_of_others_.code(std::uint64_t{at} << 32U | worker);
            if (code == others_.size()) {
                others_.push_back({at, {worker, 0}});
            }
            ++others_[code].meeting.times;
            return;
        }
        if (number >= homes_[at].room()) {
            widen(homes_[at], number);
        }
        ++counts(homes_[at])[number];
    }
    /// The position of the home of a person at a service, made where there is none.
    std::size_t home_at(std::uint32_t service, std::uint32_t person) {
        if (homes_[person].service == nobody) {
            homes_[person] = {service, row(0)};
        }
        if (homes_[person].service == service) {
            return person;
        }
        const auto code = pairs_.code(std::uint64_t{service} << 32U | person);
        if (code == further_.size()) {
            further_.push_back(person);
            homes_.push_back({service, row(0)});
        }
        return people_ + code;
    }
    /// The number of a worker at a service, given out where there is none and the worker has no other post.
    std::uint32_t number_at(std::uint32_t service, std::uint32_t worker) {
        if (workers_.size() <= service) {
            workers_.resize(service + std::size_t{1});
        }
        auto& post = posts_[worker];
        if (post.service == nobody) {
            post.service = service;
            auto& workers = workers_[service];
            if (workers.size() < most_numbers) {
                post.number = static_cast<std::uint32_t>(workers.size());
                workers.push_back(worker);
            }
        }
        return post.service == service ? post.number : unnumbered;
    }
    /// A row of counts, all 0, as a home names it.
    std::uint32_t row(std::uint32_t bits) {
        const auto size = std::size_t{16} << bits;
        if (used_ + size > counts_.size()) {
            LargeBuffer<std::uint32_t> larger(
                std::max({std::size_t{16'384}, 2 * counts_.size(), used_ + size}));
            std::copy_n(counts_.data(), used_, larger.data());
            counts_ = std::move(larger);
        }
        std::fill_n(counts_.data() + used_, size, 0U);
        return static_cast<std::uint32_t>(std::exchange(used_, used_ + size) / 16 << 5U | bits);
    }
    /// Gives a home room for a number.
    void widen(Home& home, std::uint32_t number) {
        const auto lines = number / 16 + 1;
        const Home wider{home.service, row(static_cast<std::uint32_t>(std::bit_width(lines - 1)))};
        std::copy_n(counts(home), home.room(), counts(wider));
        home = wider;
    }

    std::size_t people_;
    std::vector<Home> homes_;            ///< of each person at the service met first, then at further ones
    std::vector<std::uint32_t> further_; ///< the person of each home at a further service
    CodeTable<std::uint64_t> pairs_;     ///< of further services and persons
    std::vector<Post> posts_;            ///< of each worker
    std::vector<std::vector<std::uint32_t>> workers_; ///< of each service, by their numbers
    LargeBuffer<std::uint32_t> counts_{0};
    std::size_t used_ = 0;
    CodeTable<std::uint64_t> codes_of_others_; ///< of homes and workers without a number
    std::vector<Other> others_;
    std::vector<Meeting> met_; ///< `others_` in the order of homes
};

} // namespace vermeil::detail
