// SPDX-License-Identifier: MIT
#pragma once
// The points of many charts, column by column.

#include <vermeil/core/unfilled.hpp>
#include <vermeil/risk/chart_point.hpp>

#include <cstddef>
#include <cstdint>

namespace vermeil {

/// Points of many charts, each of their numbers in a column of its own, as tables hold them.
struct PointColumns {
    UnfilledVector<double> value{};
    UnfilledVector<double> centre{};
    UnfilledVector<double> lower{};
    UnfilledVector<double> upper{};
    UnfilledVector<double> near_lower{};
    UnfilledVector<double> near_upper{};
    UnfilledVector<std::uint8_t> flags{}; ///< the bits below

    static constexpr std::uint8_t has = 1;
    static constexpr std::uint8_t has_centre = 2;
    static constexpr std::uint8_t has_limits = 4;
    static constexpr std::uint8_t counted = 8;

    [[nodiscard]] std::size_t size() const noexcept { return flags.size(); }
    [[nodiscard]] bool empty() const noexcept { return flags.empty(); }
    /// Makes room for so many points, which hold nothing until they are set.
    void resize(std::size_t size) {
        for (auto* column : {&value, &centre, &lower, &upper, &near_lower, &near_upper}) {
            column->resize(size);
        }
        flags.resize(size);
    }

    [[nodiscard]] ChartPoint operator[](std::size_t i) const noexcept {
        const auto flag = [bits = flags[i]](std::uint8_t bit) { return (bits & bit) != 0; };
        return {value[i],      centre[i], lower[i],         upper[i],         near_lower[i],
                near_upper[i], flag(has), flag(has_centre), flag(has_limits), flag(counted)};
    }
    /// Sets a point; numbers without a meaning become 0.
    void set(std::size_t i, const ChartPoint& point) noexcept {
        value[i] = point.has ? point.value : 0;
        centre[i] = point.has_centre ? point.centre : 0;
        lower[i] = point.has_limits ? point.lower : 0;
        upper[i] = point.has_limits ? point.upper : 0;
        near_lower[i] = point.has_limits ? point.near_lower : 0;
        near_upper[i] = point.has_limits ? point.near_upper : 0;
        flags[i] =
            static_cast<std::uint8_t>((point.has ? has : 0) | (point.has_centre ? has_centre : 0) |
                                      (point.has_limits ? has_limits : 0) | (point.counted ? counted : 0));
    }
};

} // namespace vermeil
