// SPDX-License-Identifier: MIT
#pragma once
// The four rules by which a point of a chart is no mere chance.

#include <vermeil/risk/chart_point.hpp>
#include <vermeil/risk/chart_rules.hpp>
#include <vermeil/risk/phase_bits.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vermeil {

/// The rules of special cause of NHS England's Making Data Count; a point may fall under several.
enum class SpecialCause : std::uint8_t {
    outside = 1,     ///< beyond a limit
    shift = 2,       ///< one of seven or more in a row on one side of the centre
    trend = 4,       ///< one of seven or more in a row that each rise, or each fall
    two_of_three = 8 ///< in the warning zone, and so is another within three in a row on that side
};

/// The names of the rules, in the order of their bits.
inline constexpr std::array<std::string_view, 4> special_cause_names{"outside", "shift", "trend",
                                                                     "two_of_three"};

/// Marks every point that belongs to a run of at least `length` of one sign, `mark`ing it; 0 is no sign.
template <class Mark> void mark_runs(std::span<const int> signs, std::size_t length, const Mark& mark) {
    std::size_t first = 0;
    for (std::size_t i = 1; i <= signs.size(); ++i) {
        if (i < signs.size() && signs[i] == signs[first]) {
            continue;
        }
        if (signs[first] != 0 && i - first >= length) {
            for (std::size_t at = first; at < i; ++at) {
                mark(at);
            }
        }
        first = i;
    }
}

/// Marks every point that belongs to a stretch of at least `length` points of which each lies above the one before, or
/// each below; equal neighbours end a stretch.
template <class Mark> void mark_trends(std::span<const double> values, std::size_t length, const Mark& mark) {
    std::size_t first = 0;
    int way = 0;
    for (std::size_t i = 1; i <= values.size(); ++i) {
        const int step = i == values.size()          ? 0
                         : values[i] > values[i - 1] ? 1
                         : values[i] < values[i - 1] ? -1
                                                     : 0;
        if (step != 0 && step == way) {
            continue;
        }
        if (way != 0 && i - first >= length) {
            for (std::size_t at = first; at < i; ++at) {
                mark(at);
            }
        }
        first = i - (step == 0 ? 0 : 1);
        way = step;
    }
}

/// Marks the points of every three in a row that lie on one side and of which two or more are near a limit: all three, of
/// which those near a limit are the evidence.
template <class Mark>
void mark_two_of_three(std::span<const int> sides, std::span<const std::uint8_t> near, const Mark& mark) {
    for (std::size_t i = 0; i + 2 < sides.size(); ++i) {
        const bool one_side = sides[i] != 0 && sides[i] == sides[i + 1] && sides[i] == sides[i + 2];
        if (one_side && near[i] + near[i + 1] + near[i + 2] >= 2) {
            mark(i);
            mark(i + 1);
            mark(i + 2);
        }
    }
}

/// Finds the rules that the points of a phase fall under; keeps its memory from phase to phase.
class SpecialCauses {
  public:
    /// Adds to `causes`, one a point, the bits of `SpecialCause`. Points without a value and those not counted are stepped
    /// over: their neighbours stand next to each other. A point that is not counted is still marked where it lies outside.
    void find(std::span<const ChartPoint> points, const ChartRules& rules, std::span<std::uint8_t> causes) {
        const auto add = [&](std::size_t at, SpecialCause cause) {
            causes[at] = static_cast<std::uint8_t>(causes[at] | static_cast<std::uint8_t>(cause));
        };
        gather(points);
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (points[i].has && is_outside(points[i])) {
                add(i, SpecialCause::outside);
            }
        }
        mark_runs(sides_, rules.run_length, [&](std::size_t at) { add(places_[at], SpecialCause::shift); });
        mark_trends(values_, rules.trend_length,
                    [&](std::size_t at) { add(places_[at], SpecialCause::trend); });
        mark_two_of_three(sides_, near_, [&](std::size_t at) {
            if (near_[at] != 0) {
                add(places_[at], SpecialCause::two_of_three);
            }
        });
    }

    /// The same for a phase whose points are bits.
    static void find(const detail::PhaseBits& bits, const ChartRules& rules, std::span<std::uint8_t> causes) {
        const auto add = [&](std::uint64_t marked, SpecialCause cause, auto place) {
            for (; marked != 0; marked &= marked - 1) {
                auto& under = causes[place(static_cast<std::size_t>(std::countr_zero(marked)))];
                under = static_cast<std::uint8_t>(under | static_cast<std::uint8_t>(cause));
            }
        };
        const auto of_runs = [&](std::size_t at) { return bits.place(at); };
        add(bits.outside(), SpecialCause::outside, [](std::size_t at) { return at; });
        add(bits.shifts(rules.run_length), SpecialCause::shift, of_runs);
        add(bits.trends(rules.trend_length), SpecialCause::trend, of_runs);
        add(bits.two_of_three(), SpecialCause::two_of_three, of_runs);
    }

  private:
    void gather(std::span<const ChartPoint> points) {
        places_.clear();
        values_.clear();
        sides_.clear();
        near_.clear();
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (points[i].has && points[i].counted && points[i].has_centre) {
                places_.push_back(i);
                values_.push_back(points[i].value);
                sides_.push_back(side_of(points[i]));
                near_.push_back(is_near_limit(points[i]) ? 1 : 0);
            }
        }
    }

    std::vector<std::size_t> places_;
    std::vector<double> values_;
    std::vector<int> sides_;
    std::vector<std::uint8_t> near_;
};

} // namespace vermeil
