// SPDX-License-Identifier: MIT
#pragma once
// A stretch of days with an optional end.

#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/quarter.hpp>

#include <optional>
#include <string>

namespace vermeil {

/// The days from the first to the last, both counted; without a last day it has not ended.
///
/// @throws Error when the last day lies before the first.
class Period {
  public:
    explicit Period(Date first, std::optional<Date> last = std::nullopt) : first_(first), last_(last) {
        if (last_ && *last_ < first_) {
            throw Error("a period cannot end on " + to_string(*last_) + ", before it begins on " +
                        to_string(first_));
        }
    }
    explicit Period(Quarter quarter) : Period(quarter.first_day(), quarter.last_day()) {}

    [[nodiscard]] Date first() const noexcept { return first_; }
    [[nodiscard]] std::optional<Date> last() const noexcept { return last_; }
    /// Whether the day lies in the period.
    [[nodiscard]] bool contains(Date day) const { return day >= first_ && (!last_ || day <= *last_); }
    /// Whether the two share a day.
    [[nodiscard]] bool overlaps(const Period& other) const {
        return (!last_ || other.first_ <= *last_) && (!other.last_ || first_ <= *other.last_);
    }
    friend bool operator==(const Period&, const Period&) = default;

  private:
    Date first_;
    std::optional<Date> last_;
};

} // namespace vermeil
