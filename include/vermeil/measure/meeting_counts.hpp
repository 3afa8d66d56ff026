// SPDX-License-Identifier: MIT
#pragma once
// How often each worker came to each person, counted row by row in any order.

#include <vermeil/core/code_table.hpp>
#include <vermeil/core/large_buffer.hpp>
#include <vermeil/measure/circle.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Counts who came to whom, in memory that grows with the different pairs. A person whom two services visit is counted
/// once for each of them.
class MeetingCounts {
  public:
    /// `people` is how many codes of persons there are.
    explicit MeetingCounts(std::size_t people = 0) : first_(people, none) {}

    /// Counts one meeting.
    void add(std::uint32_t service, std::uint32_t person, std::uint32_t worker) {
        auto at = first_[person];
        if (at == none) {
            at = first_[person] = made(service, person);
        } else if (circles_.data()[at].service() != service) {
            at = further(service, person);
        }
        circles_.data()[at].add(worker, room_);
    }

    /// Has the memory fetched that `add` of that person will look at.
    void fetch(std::uint32_t person) const noexcept {
        if (const auto at = first_[person]; at != none) {
            const auto* const circle = reinterpret_cast<const char*>(circles_.data() + at);
            __builtin_prefetch(circle);
            __builtin_prefetch(circle + sizeof(Circle) / 2);
        }
    }

    /// The workers of every person of every service.
    [[nodiscard]] std::span<const Circle> circles() const noexcept { return {circles_.data(), used_}; }

  private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t made(std::uint32_t service, std::uint32_t person) {
        if (used_ == circles_.size()) {
            LargeBuffer<Circle> larger(std::max<std::size_t>(1024, 2 * used_));
            std::copy_n(circles_.data(), used_, larger.data());
            circles_ = std::move(larger);
        }
        circles_.data()[used_] = Circle(service, person);
        return static_cast<std::uint32_t>(used_++);
    }
    /// The circle of a person at another service than the first at which the person was met.
    std::uint32_t further(std::uint32_t service, std::uint32_t person) {
        const auto code = pairs_.code(std::uint64_t{service} << 32U | person);
        if (code == further_.size()) {
            further_.push_back(made(service, person));
        }
        return further_[code];
    }

    std::vector<std::uint32_t>
        first_; ///< of each person, the position of the circle at the service met first
    LargeBuffer<Circle> circles_{0};
    std::size_t used_ = 0;
    CodeTable<std::uint64_t> pairs_;
    std::vector<std::uint32_t> further_; ///< by the codes of `pairs_`
    MeetingRoom room_;
};

} // namespace vermeil::detail
