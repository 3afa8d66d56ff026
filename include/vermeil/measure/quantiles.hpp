// SPDX-License-Identifier: MIT
#pragma once
// Exact quantiles of whole numbers.

#include <vermeil/core/error.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vermeil {

/// Which two of `count` ordered values a quantile lies between, and how far from the lower: the linear rule, at
/// (count - 1) * share (Hyndman and Fan's type 7, which numpy, DuckDB's quantile_cont and polars' linear give).
struct QuantilePlace {
    std::size_t lower;
    double beyond; ///< from 0 to below 1

    QuantilePlace(std::size_t count, double share) {
        const auto at = static_cast<double>(count - 1) * share;
        lower = static_cast<std::size_t>(at);
        beyond = at - static_cast<double>(lower);
    }
    /// The quantile between two neighbouring values.
    [[nodiscard]] double between(std::int32_t below, std::int32_t above) const {
        return beyond == 0 ? below : below + beyond * (static_cast<double>(above) - below);
    }
};

namespace detail {

/// Picks some of the values of a run as they would stand in order. One pass counts values in rough buckets, a second
/// gathers the buckets in which wanted values lie, and only these few are sorted.
class Selection {
  public:
    /// `places` are the wanted places, rising, each below the number of values.
    Selection(std::span<const std::int32_t> values, std::span<const std::size_t> places) {
        auto least = values.front();
        auto most = least;
        for (const auto value : values) {
            least = std::min(least, value);
            most = std::max(most, value);
        }
        least_ = least;
        const auto range = static_cast<std::uint32_t>(static_cast<std::int64_t>(most) - least_);
        while ((range >> shift_) >= buckets) {
            ++shift_;
        }
        for (const auto value : values) {
            ++counts_[bucket(value)];
        }
        want(places);
        for (const auto value : values) {
            if (wanted_[bucket(value)]) {
                gathered_.push_back(value);
            }
        }
        std::sort(gathered_.begin(), gathered_.end());
    }

    /// The value at one of the wanted places.
    [[nodiscard]] std::int32_t at(std::size_t place) const {
        const auto after =
            std::upper_bound(skips_.begin(), skips_.end(), place,
                             [](auto wanted, const auto& skip) { return wanted < skip.place; });
        return gathered_[place - std::prev(after)->skipped];
    }

  private:
    static constexpr std::size_t buckets = 4096;
    /// From a place on, so many smaller values were not gathered.
    struct Skip {
        std::size_t place;
        std::size_t skipped;
    };

    [[nodiscard]] std::size_t bucket(std::int32_t value) const {
        return static_cast<std::uint32_t>(static_cast<std::int64_t>(value) - least_) >> shift_;
    }
    void want(std::span<const std::size_t> places) {
        std::size_t before = 0;
        std::size_t skipped = 0;
        auto place = places.begin();
        for (std::size_t each = 0; each < buckets && place != places.end(); ++each) {
            const auto after = before + counts_[each];
            wanted_[each] = *place < after;
            if (wanted_[each]) {
                skips_.push_back({before, skipped});
                place = std::find_if(place, places.end(), [after](auto next) { return next >= after; });
            } else {
                skipped += counts_[each];
            }
            before = after;
        }
    }

    std::int64_t least_ = 0;
    unsigned shift_ = 0;
    std::array<std::uint32_t, buckets> counts_{};
    std::array<bool, buckets> wanted_{};
    std::vector<Skip> skips_;
    std::vector<std::int32_t> gathered_;
};

} // namespace detail

/// The quantiles of some values, in any order.
/// @param shares from 0 to 1, rising.
/// @return one number a share; nothing at all where there are no values.
inline std::vector<double> quantiles(std::span<const std::int32_t> values, std::span<const double> shares) {
    std::vector<double> found;
    if (values.empty()) {
        return found;
    }
    std::vector<std::size_t> places;
    for (const double share : shares) {
        const QuantilePlace place(values.size(), share);
        places.push_back(place.lower);
        places.push_back(std::min(place.lower + 1, values.size() - 1));
    }
    std::sort(places.begin(), places.end());
    const detail::Selection selection(values, places);
    for (const double share : shares) {
        const QuantilePlace place(values.size(), share);
        const auto above = std::min(place.lower + 1, values.size() - 1);
        found.push_back(place.between(selection.at(place.lower), selection.at(above)));
    }
    return found;
}

} // namespace vermeil
