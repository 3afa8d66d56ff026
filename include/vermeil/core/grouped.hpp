// SPDX-License-Identifier: MIT
#pragma once
// Rows put beside each other by group, in any order within a group.

#include <vermeil/core/large_buffer.hpp>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace vermeil::detail {

/// How many rows of each group each share of some work has: `counts[share][group]`.
using GroupCounts = std::vector<std::vector<std::uint32_t>>;

/// Records of many groups in one run of memory, a group after the other.
template <class Record> class Grouped {
  public:
    /// Makes room for just as many records as `counts` says.
    explicit Grouped(const GroupCounts& counts)
        : begins_(counts.front().size() + 1), records_(total_of(counts)),
          places_(counts.size(), std::vector<std::size_t>(counts.front().size())) {
        std::size_t total = 0;
        for (std::size_t group = 0; group + 1 < begins_.size(); ++group) {
            begins_[group] = total;
            for (std::size_t share = 0; share < counts.size(); ++share) {
                places_[share][group] = total;
                total += counts[share][group];
            }
        }
        begins_.back() = total;
    }

    /// Puts the records of one share in their places; shares may be written at once.
    class Writer {
      public:
        void put(std::uint32_t group, const Record& record) noexcept { records_[places_[group]++] = record; }

      private:
        friend Grouped;
        Writer(Record* records, std::size_t* places) : records_(records), places_(places) {}
        Record* records_;
        std::size_t* places_;
    };
    [[nodiscard]] Writer writer(std::size_t share) noexcept {
        return {records_.data(), places_[share].data()};
    }

    /// The records of one group, once all are put.
    [[nodiscard]] std::span<Record> of(std::size_t group) noexcept {
        return {records_.data() + begins_[group], begins_[group + 1] - begins_[group]};
    }

  private:
    static std::size_t total_of(const GroupCounts& counts) {
        std::size_t total = 0;
        for (const auto& share : counts) {
            total = std::accumulate(share.begin(), share.end(), total);
        }
        return total;
    }

    std::vector<std::size_t> begins_;
    LargeBuffer<Record> records_;
    std::vector<std::vector<std::size_t>> places_;
};

} // namespace vermeil::detail
