// SPDX-License-Identifier: MIT
#pragma once
// Cells that rows of one table have in common, held once.

#include <vermeil/core/date.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

namespace vermeil::detail {

/// Gives rows that say the same the same cells in memory.
class SharedCells {
  public:
    /// So many different rows are known again: where there are more, rows hardly ever say the same.
    static constexpr std::size_t most_known = 1U << 16U;

    /// The cells of a row: those of an earlier one that says the same, if any is known.
    [[nodiscard]] RecordCells of(std::vector<RecordValue> cells) {
        RecordCells made(std::move(cells));
        if (made == last_) {
            return last_;
        }
        if (const auto found = known_.find(made); found != known_.end()) {
            return last_ = *found;
        }
        if (known_.size() < most_known) {
            known_.insert(made);
        }
        return last_ = made;
    }

  private:
    struct Hash {
        std::size_t operator()(const RecordCells& cells) const {
            std::size_t sum = 0;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                sum = sum * 1'099'511'628'211U + cells[i].index();
                sum ^= std::visit([](const auto& value) { return hash_of(value); }, cells[i]);
            }
            return sum;
        }
        template <class Value> static std::size_t hash_of(const Value& value) {
            if constexpr (std::is_same_v<Value, Date>) {
                return std::hash<std::int32_t>()(day_number(value));
            } else if constexpr (std::is_same_v<Value, Quarter>) {
                return std::hash<std::int32_t>()(day_number(value.first_day()));
            } else if constexpr (std::is_empty_v<Value>) {
                return 0;
            } else {
                return std::hash<Value>()(value);
            }
        }
    };

    std::unordered_set<RecordCells, Hash> known_;
    RecordCells last_; ///< of the row before, which the next is often like
};

} // namespace vermeil::detail
