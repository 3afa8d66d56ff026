// SPDX-License-Identifier: MIT
#pragma once
// How often each worker came to each person, counted row by row in any order.

#include <vermeil/core/code_table.hpp>
#include <vermeil/core/large_buffer.hpp>
#include <vermeil/measure/circle.hpp>

#include <algorithm>
#include <array>
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
        : people_(std::max<std::size_t>(people, 1)), homes_(people_, Home{nobody, 0}),
          posts_(std::max<std::size_t>(workers, 1), Post{nobody, unnumbered}) {
        (void)row(0); // the line at place 0
    }

    /// Counts one meeting.
    void add(std::uint32_t service, std::uint32_t person, std::uint32_t worker) {
        add_all(1, &service, &person, &worker, [](std::size_t) { return true; });
    }

    /// Counts a meeting for each of some rows of which `met(row)` says that there was one. The codes of the others say nothing,
    /// but lie below the numbers of codes too.
    template <class Met> void add_all(std::size_t rows, const std::uint32_t* services,
                                      const std::uint32_t* people, const std::uint32_t* workers,
                                      const Met& met) {
        for (std::size_t first = 0; first < rows; first += some) {
            add_some(std::min(some, rows - first), services + first, people + first, workers + first,
                     [&](std::size_t row) { return met(first + row); });
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
    static constexpr std::size_t some = 256; // rows at once: what is noted of them stays in the nearest cache
    static constexpr std::uint32_t low = 15;
    static constexpr std::uint32_t unnumbered = ~0U;

    /// Where the counts of a person of a service lie: the first of their lines of 16, so that the low bits are free to
    /// tell how often the lines double.
    struct Home {
        std::uint32_t service;
        std::uint32_t place;

        [[nodiscard]] std::uint32_t room() const noexcept { return 16U << (place & low); }
        [[nodiscard]] std::uint32_t first() const noexcept { return place & ~low; }
    };
    /// The service at which a worker was met first, and 16 times the number there, with the doublings that it asks of a
    /// home in the low bits; of no number, more than a home can have.
    struct Post {
        std::uint32_t service;
        std::uint32_t number;
    };
    /// A meeting of somebody with a worker who has no number there.
    struct Other {
        std::size_t home;
        Meeting meeting;
    };

    /// What several steps do to many rows at once: none of them waits for the one before, as all would if each row were
    /// worked out alone. A row that cannot be counted so is counted at place 0, where nobody lives.
    template <class Met> void add_some(std::size_t rows, const std::uint32_t* services,
                                       const std::uint32_t* people, const std::uint32_t* workers,
                                       const Met& met) {
        std::array<Home, some> homes;
        std::array<Post, some> posts;
        std::array<std::uint32_t, some> places;
        for (std::size_t row = 0; row < rows; ++row) {
            homes[row] = homes_[people[row]];
            posts[row] = posts_[workers[row]];
        }
        for (std::size_t row = 0; row < rows; ++row) {
            places[row] = met(row) ? ~0U : 0U;
        }
        std::uint32_t strange = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            // Whole numbers instead of conditions, so that many rows are looked at in one step.
            const auto& [home_service, place] = homes[row];
            const auto& [post_service, number] = posts[row];
            const auto elsewhere = (home_service ^ services[row]) | (post_service ^ services[row]);
            const auto beyond = (place & low) < (number & low) ? ~0U : 0U;
            const auto known = (elsewhere | beyond) == 0 ? ~0U : 0U;
            strange |= places[row] & ~known;
            places[row] &= known & ((place & ~low) + (number >> 4U));
        }
        auto* const counts = counts_.data();
        for (std::size_t row = 0; row < rows; ++row) {
            ++counts[places[row]];
        }
        for (std::size_t row = 0; strange != 0 && row < rows; ++row) {
            if (places[row] == 0 && met(row)) {
                add_slowly(services[row], people[row], workers[row]);
            }
        }
    }
    [[nodiscard]] std::uint32_t* counts(Home home) const noexcept { return counts_.data() + home.first(); }

    void add_slowly(std::uint32_t service, std::uint32_t person, std::uint32_t worker) {
        const auto at = home_at(service, person);
        const auto number = number_at(service, worker);
        if (number >= most_numbers) {
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
                const auto number = static_cast<std::uint32_t>(workers.size());
                post.number = number << 4U | doublings(number);
                workers.push_back(worker);
            }
        }
        return (post.service == service ? post.number : unnumbered) >> 4U;
    }
    /// How often 16 counts double until there is one of that number.
    static constexpr std::uint32_t doublings(std::uint32_t number) noexcept {
        return static_cast<std::uint32_t>(std::bit_width(number / 16));
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
        return static_cast<std::uint32_t>(std::exchange(used_, used_ + size)) | bits;
    }
    /// Gives a home room for a number.
    void widen(Home& home, std::uint32_t number) {
        const Home wider{home.service, row(doublings(number))};
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
