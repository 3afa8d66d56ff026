// SPDX-License-Identifier: MIT
#pragma once
// What a team can visit, and how its alarms are set.

#include <vermeil/core/error.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vermeil {

/// The ways to look at the recent periods of a series; each is quick to see another kind of change.
enum class AlertLook : std::uint8_t {
    point, ///< the last period alone: a jump
    ewma,  ///< an average that forgets: a shift of a standard deviation or so
    cusum  ///< a sum of what lies beyond a slack: a small shift that lasts
};

inline constexpr std::array<std::string_view, 3> alert_look_names{"point", "ewma", "cusum"};

inline std::string_view to_string(AlertLook look) {
    return alert_look_names.at(static_cast<std::size_t>(look));
}

/// How many visits alarms may cost while nothing is wrong anywhere, and how they are found.
struct AlertRules {
    double visits = 12;        ///< services that chance alone may send a visitor to in one period
    std::size_t baseline = 24; ///< the first so many periods of a series say what is usual
    std::size_t judged = 1;    ///< so many of the last periods are judged, each by itself
    double weight = 0.2;       ///< of the newest period in the moving average
    double slack = 0.5;        ///< of the cumulative sum, in standard deviations
    std::size_t draws = 2000;  ///< simulated series, at least, on which a limit rests
    std::size_t own_up_to =
        500; ///< up to so many series each has draws of its own; beyond, series alike share theirs
    std::uint64_t seed = 1;
    unsigned threads = 1; ///< the result does not depend on it

    /// @throws Error when a number lies outside its range; the message names it.
    void check() const {
        if (!std::isfinite(visits) || visits <= 0) {
            throw Error("a budget is a number of visits above 0, not " + std::to_string(visits));
        }
        if (baseline < 3 || judged < 1) {
            throw Error("a baseline has 3 periods or more and 1 period or more is judged, not " +
                        std::to_string(baseline) + " and " + std::to_string(judged));
        }
        if (!(weight > 0) || weight > 1 || !(slack > 0)) {
            throw Error("a moving average needs a weight above 0 and up to 1, a sum a slack above 0");
        }
        if (draws < 100) {
            throw Error("a limit rests on 100 draws or more, not " + std::to_string(draws));
        }
    }
};

} // namespace vermeil
