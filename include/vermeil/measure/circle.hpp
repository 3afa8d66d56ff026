// SPDX-License-Identifier: MIT
#pragma once
// The workers who came to one person of one service, and how often.

#include <cstddef>
#include <cstdint>
#include <span>

namespace vermeil::detail {

/// A worker who came to somebody so many times.
struct Meeting {
    std::uint32_t worker = 0;
    std::uint32_t times = 0;

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// The meetings of one person of one service, as they were counted.
struct Circle {
    std::uint32_t person = 0;
    std::span<const std::uint32_t>
        times; ///< of the service's workers in the order of their numbers; perhaps 0
    std::span<const std::uint32_t> workers; ///< of the service, by their numbers; as many or more
    std::span<const Meeting> others;        ///< workers who have no number at the service

    /// Calls `work(meeting)` once for every worker who came.
    template <class Work> void each(const Work& work) const {
        for (std::size_t number = 0; number < times.size(); ++number) {
            if (times[number] != 0) {
                work(Meeting{workers[number], times[number]});
            }
        }
        for (const auto& meeting : others) {
            work(meeting);
        }
    }
};

} // namespace vermeil::detail
