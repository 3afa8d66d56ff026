// SPDX-License-Identifier: MIT
#pragma once
// Records of many groups that come in any order, kept group by group without knowing how many will come.

#include <vermeil/core/large_buffer.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vermeil::detail {

/// Gathers records by group: each group has pieces of memory, every one twice as long as the one before up to a limit.
template <class Record> class Gathered {
  public:
    explicit Gathered(std::size_t groups = 0) : groups_(groups) {}

    /// Adds a record to a group.
    void put(std::uint32_t group, const Record& record) {
        auto& of = groups_[group];
        if (of.next == of.end) [[unlikely]] {
            add_piece(of);
        }
        *of.next++ = record;
    }

    /// Adds the records of one group to a list, in the order in which they came.
    void append_to(std::vector<Record>& list, std::size_t group) const {
        const auto& of = groups_[group];
        const auto at = list.size();
        list.resize(at + count(of));
        auto* end = list.data() + list.size();
        const auto* last = of.next;
        for (auto piece = of.last; piece != none; piece = pieces_[piece].before) {
            const auto* const begin = pieces_[piece].begin;
            end = std::copy_backward(begin, last, end);
            last = pieces_[piece].end_before;
        }
    }

  private:
    static constexpr std::uint32_t none = 0xffffffff;
    static constexpr std::size_t first_size = 8;
    static constexpr std::size_t most_size = 4096;
    static constexpr std::size_t room_size = std::size_t{1} << 19U;

    struct Group {
        Record* next = nullptr;
        Record* end = nullptr;
        std::uint32_t last = none; ///< piece
    };
    struct Piece {
        Record* begin;
        std::uint32_t before; ///< the piece before it, or none
        std::size_t size;
        const Record* end_before; ///< where the records of the piece before end
    };

    void add_piece(Group& of) {
        const auto size = of.last == none ? first_size : std::min(most_size, 2 * pieces_[of.last].size);
        if (size > left_) {
            rooms_.emplace_back(room_size);
            free_ = rooms_.back().data();
            left_ = room_size;
        }
        pieces_.push_back({free_, of.last, size, of.next});
        of = {free_, free_ + size, static_cast<std::uint32_t>(pieces_.size() - 1)};
        free_ += size;
        left_ -= size;
    }
    [[nodiscard]] std::size_t count(const Group& of) const {
        std::size_t sum = 0;
        const auto* last = of.next;
        for (auto piece = of.last; piece != none; piece = pieces_[piece].before) {
            sum += static_cast<std::size_t>(last - pieces_[piece].begin);
            last = pieces_[piece].end_before;
        }
        return sum;
    }

    std::vector<Group> groups_;
    std::vector<Piece> pieces_;
    std::vector<LargeBuffer<Record>> rooms_;
    Record* free_ = nullptr;
    std::size_t left_ = 0;
};

} // namespace vermeil::detail
