// SPDX-License-Identifier: MIT
#pragma once
// The workers who came to one person of one service, and how often.

#include <vermeil/core/large_buffer.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace vermeil::detail {

/// A worker who came to somebody so many times.
struct Meeting {
    std::uint32_t worker = 0;
    std::uint32_t times = 0; ///< 0: a place that is free

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// Free places for meetings, given out from large pieces of memory that stay where they are.
class MeetingRoom {
  public:
    /// So many free places beside each other.
    Meeting* places(std::size_t count) {
        if (count > left_) {
            left_ = std::max(count, places_per_piece);
            pieces_.emplace_back(left_);
            next_ = pieces_.back().data();
        }
        auto* const given = next_;
        std::fill_n(given, count, Meeting{});
        next_ += count;
        left_ -= count;
        return given;
    }

  private:
    static constexpr std::size_t places_per_piece = std::size_t{1} << 18U; // one large page

    std::vector<LargeBuffer<Meeting>> pieces_;
    Meeting* next_ = nullptr;
    std::size_t left_ = 0;
};

/// Counts the workers who come to one person of one service. A dozen of them stand in two lines of cache; more get a
/// table of their own, which doubles as it fills. In both, a worker is looked for from the place on to which a
/// multiplication scatters its code.
class alignas(128) Circle {
  public:
    Circle() = default;
    Circle(std::uint32_t service, std::uint32_t person) : service_(service), person_(person) {}

    [[nodiscard]] std::uint32_t service() const noexcept { return service_; }
    [[nodiscard]] std::uint32_t person() const noexcept { return person_; }

    /// Counts one meeting.
    void add(std::uint32_t worker, MeetingRoom& room) {
        if (table_ != nullptr) {
            return add_to_table(worker, room);
        }
        auto at = first_place(worker, near_bits);
        while (times_[at] != 0 && (workers_[at] != worker || times_[at] == most_times)) {
            at = (at + 1) %
                 near_places; // a place whose times are as many as fit is as good as another worker's
        }
        if (times_[at] == 0) {
            if (different_ == most_near) {
                move_to_table(room);
                return add_to_table(worker, room);
            }
            workers_[at] = worker;
            ++different_;
        }
        ++times_[at];
    }

    /// Calls `work(meeting)` for every worker; one who came very often comes more than once.
    template <class Work> void each(const Work& work) const {
        if (table_ == nullptr) {
            for (std::size_t at = 0; at < near_places; ++at) {
                if (times_[at] != 0) {
                    work(Meeting{workers_[at], times_[at]});
                }
            }
            return;
        }
        for (const auto& meeting : table()) {
            if (meeting.times != 0) {
                work(meeting);
            }
        }
    }

  private:
    static constexpr std::uint32_t near_bits = 4;
    static constexpr std::uint32_t near_places = 1U << near_bits;
    static constexpr std::uint32_t most_near = near_places * 3 / 4;
    static constexpr auto most_times = std::numeric_limits<std::uint16_t>::max();

    static std::uint32_t first_place(std::uint32_t worker, std::uint32_t bits) noexcept {
        return (worker * 0x9e3779b1U) >> (32U - bits);
    }
    [[nodiscard]] std::span<Meeting> table() const noexcept { return {table_, std::size_t{1} << bits_}; }
    [[nodiscard]] Meeting& place_in_table(std::uint32_t worker) const noexcept {
        const auto last = (std::uint32_t{1} << bits_) - 1;
        auto at = first_place(worker, bits_);
        while (table_[at].times != 0 && table_[at].worker != worker) {
            at = (at + 1) & last;
        }
        return table_[at];
    }
    void add_to_table(std::uint32_t worker, MeetingRoom& room) {
        auto& place = place_in_table(worker);
        if (place.times++ == 0) {
            place.worker = worker;
            ++different_;
            if (different_ * std::uint64_t{4} > 3 * (std::uint64_t{1} << bits_)) {
                grow(room);
            }
        }
    }
    void move_to_table(MeetingRoom& room) {
        const Circle before = *this;
        bits_ = near_bits + 1;
        table_ = room.places(std::size_t{1} << bits_);
        take(before);
    }
    void grow(MeetingRoom& room) {
        const Circle before = *this;
        ++bits_;
        table_ = room.places(std::size_t{1} << bits_);
        take(before);
    }
    void take(const Circle& before) {
        before.each([&](const Meeting& meeting) {
            auto& place = place_in_table(meeting.worker);
            place = {meeting.worker, place.times + meeting.times};
        });
    }

    std::array<std::uint32_t, near_places> workers_;
    std::array<std::uint16_t, near_places> times_{};
    std::uint32_t service_ = 0;
    std::uint32_t person_ = 0;
    std::uint32_t different_ = 0; ///< places that are taken
    std::uint32_t bits_ = 0;      ///< of the places in the table
    Meeting* table_ = nullptr;    ///< null: all stand near
};

} // namespace vermeil::detail
