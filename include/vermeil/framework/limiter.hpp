// SPDX-License-Identifier: MIT
#pragma once
// A rule that changes the band which the score alone would give.

#include <vermeil/core/error.hpp>
#include <vermeil/core/snap.hpp>

#include <array>
#include <string>
#include <string_view>

namespace vermeil {

/// How a condition compares a measure's value with its threshold.
enum class Comparison { below, at_most, at_least, above, is };

inline constexpr std::array<std::string_view, 5> comparison_names{"below", "at_most", "at_least", "above",
                                                                  "is"};

/// A question about one measure's value: yes, no, or unknown while the value is absent.
struct Condition {
    std::string measure; ///< the id of an indicator or of an extra measure of the framework
    Comparison comparison = Comparison::at_least;
    double threshold = 0;
};

/// Whether a present value meets a condition; both sides are snapped first.
inline bool holds(const Condition& condition, double value) noexcept {
    const double left = snapped(value);
    const double right = snapped(condition.threshold);
    switch (condition.comparison) {
    case Comparison::below:
        return left < right;
    case Comparison::at_most:
        return left <= right;
    case Comparison::at_least:
        return left >= right;
    case Comparison::above:
        return left > right;
    case Comparison::is:
        break;
    }
    return left == right;
}

/// What a limiter does to the band.
enum class Effect {
    cap, ///< no band above the named one
    set  ///< the named band, whatever the score
};

/// A rule over the band: where its condition holds, its effect applies. Rules apply in the order of the file.
struct Limiter {
    Effect effect = Effect::cap;
    std::string band;
    Condition when;
    std::string because; ///< the reason in words, shown beside the rating
    Place place;
};

} // namespace vermeil
