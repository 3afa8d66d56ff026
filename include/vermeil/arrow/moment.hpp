// SPDX-License-Identifier: MIT
#pragma once
// The day on which a moment falls, where the clock of its time zone stands.

#include <vermeil/core/date.hpp>
#include <vermeil/core/london_clock.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil::detail {

/// Whole division that rounds towards the past.
constexpr std::int64_t floor_divided(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

/// Seconds by which a fixed zone such as `UTC` or `+05:30` is ahead; nothing for any other name.
inline std::optional<std::int64_t> fixed_offset(std::string_view zone) {
    for (const std::string_view name : {"", "UTC", "Etc/UTC", "GMT", "Etc/GMT", "Z"}) {
        if (zone == name) {
            return 0;
        }
    }
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') {
        return std::nullopt;
    }
    const auto hours = whole_number(zone.substr(1, 2));
    const auto minutes = whole_number(zone.substr(4, 2));
    if (!hours || !minutes || *hours > 18 || *minutes > 59) {
        return std::nullopt;
    }
    const std::int64_t seconds = 3600LL * *hours + 60LL * *minutes;
    return zone[0] == '-' ? -seconds : seconds;
}

/// Turns the moments of one column into days; what happened within the day is left out.
///
/// A moment without a zone is taken as its clock reads. With a zone, the count is of UTC and the day is the one
/// that the zone's clock shows: `UTC` and its other names, a fixed offset such as `+01:00`, and `Europe/London`.
/// @throws Error naming any other zone.
class DayClock {
  public:
    DayClock(std::int64_t units_per_second, std::string_view zone)
        : units_(units_per_second), london_(zone == "Europe/London" || zone == "GB"), ahead_(0) {
        const auto offset = fixed_offset(zone);
        if (!offset && !london_) {
            throw Error("moments of the time zone " + quoted(zone) +
                        " cannot be put on a day; give dates, or moments in " + one_of(readable_zones) +
                        ", or without a zone");
        }
        ahead_ = offset.value_or(0);
    }

    /// The day as days since 1970-01-01; nothing where it cannot be told: before 1996 in London, or a day number
    /// beyond 32 bits.
    [[nodiscard]] std::optional<std::int32_t> day(std::int64_t moment) const {
        const auto seconds = floor_divided(moment, units_);
        const auto ahead = london_ ? LondonClock().ahead_at(seconds) : std::optional(ahead_);
        constexpr std::int64_t per_day = 86'400;
        // The days are counted before the offset is added, so that no moment overflows.
        const auto days = floor_divided(seconds, per_day);
        const auto within = (seconds % per_day + per_day) % per_day;
        const auto result = days + (ahead ? floor_divided(within + *ahead, per_day) : 0);
        using Limits = std::numeric_limits<std::int32_t>;
        const bool fits = ahead && result >= Limits::min() && result <= Limits::max();
        return fits ? std::optional(static_cast<std::int32_t>(result)) : std::nullopt;
    }

  private:
    static constexpr std::string_view readable_zones[] = {"UTC", "Europe/London", "+01:00"};

    std::int64_t units_;
    bool london_;
    std::int64_t ahead_;
};

} // namespace vermeil::detail
