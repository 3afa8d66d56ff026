// SPDX-License-Identifier: MIT
#pragma once
// Records of many groups that come in any order, kept group by group without knowing how many will come.

#include <vermeil/core/large_buffer.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace vermeil::detail {

/// What memory many records lie in: pages as they come, or large ones. These save time where much is kept of every row; the
/// system may look long for the few that less would need.
enum class Rooms { small, large };

/// Gathers records by group: each group has pieces of memory, every one twice as long as the one before up to a limit.
template <class Record> class Gathered {
  public:
    explicit Gathered(std::size_t groups = 0, Rooms kind = Rooms::small) : groups_(groups), kind_(kind) {}

    /// Adds a record to a group.
    void put(std::uint32_t group, const Record& record) {
        auto& of = groups_[group];
        if (of.next == of.end) [[unlikely]] {
            add_piece(of);
        }
        *of.next++ = record;
    }

    /// Adds a record to a group where it is to be kept. Nothing depends on what cannot be foretold: it is written in any case,
    /// and what is not kept is written over.
    void put_if(bool kept, std::uint32_t group, const Record& record) {
        auto& of = groups_[group];
        if (of.next == of.end) [[unlikely]] {
            add_piece(of);
        }
        *of.next = record;
        of.next += kept ? 1 : 0;
    }

    /// Has the place of a group's next record fetched.
    void expect(std::uint32_t group) const noexcept { __builtin_prefetch(groups_[group].next, 1); }

    /// Adds the records of one group to a list, in the order in which they came.
    template <class Value> void append_to(std::vector<Value>& list, std::size_t group) const {
        const auto& of = groups_[group];
        const auto at = list.size();
        list.resize(at + count(of));
        auto* end = list.data() + list.size();
        const auto* last = of.next;
        for (auto piece = of.last; piece != none; piece = pieces_[piece].before) {
            const auto* const begin = pieces_[piece].begin;
            end -= last - begin;
            std::copy(begin, last, end);
            last = pieces_[piece].end_before;
        }
    }

  private:
    static constexpr std::uint32_t none = 0xffffffff;
    static constexpr std::size_t first_size = 8;
    static constexpr std::size_t most_size = 1024;
    static constexpr std::size_t room_size = (std::size_t{1} << 21U) / sizeof(Record);

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

    Record* new_room() {
        if (kind_ == Rooms::large) {
            return large_.emplace_back(room_size).data();
        }
        return small_.emplace_back(std::make_unique_for_overwrite<Record[]>(room_size)).get();
    }
    void add_piece(Group& of) {
        const auto size = of.last == none ? first_size : std::min(most_size, 2 * pieces_[of.last].size);
        if (size > left_) {
            free_ = new_room();
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
    Rooms kind_;
    std::vector<std::unique_ptr<Record[]>> small_;
    std::vector<LargeBuffer<Record>> large_;
    Record* free_ = nullptr;
    std::size_t left_ = 0;
};

} // namespace vermeil::detail
