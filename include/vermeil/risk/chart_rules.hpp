// SPDX-License-Identifier: MIT
#pragma once
// What is asked of a chart, and how it is reckoned where published ways differ.

#include <vermeil/core/error.hpp>
#include <vermeil/risk/chart_kind.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vermeil {

/// Which way a measure gets better.
enum class Improves : std::uint8_t { up, down, neither };

inline constexpr std::array<std::string_view, 3> improves_names{"up", "down", "neither"};

inline std::string_view to_string(Improves improves) {
    return improves_names.at(static_cast<std::size_t>(improves));
}

/// Whether great moving ranges help to set the limits. One spike makes two great ranges and so, left in, hides itself.
enum class Screening : std::uint8_t {
    /// Every range counts, as in Montgomery, Introduction to Statistical Quality Control, chapter 6.
    none,
    /// Ranges of 3.267 times their mean or more are left out, once, and the rest averaged again (L. S. Nelson, Journal
    /// of Quality Technology 14 (1982) 172-173). Both qicharts2 and NHSRplotthedots do so unless told otherwise.
    /// Where all ranges are 0 none is left out.
    once
};

/// From a mean moving range to three standard deviations.
enum class RangeFactor : std::uint8_t {
    exact,  ///< 3 / 1.128 = 2.6596 times, as qicharts2 and Montgomery (6.33)
    rounded ///< 2.66 times, as the guides of NHS England's Making Data Count and NHSRplotthedots
};

/// What stands in the middle of a g chart; its limits rest on the mean either way.
enum class GCentre : std::uint8_t {
    median, ///< the median of the counts, as qicharts2
    mean    ///< their mean, as Montgomery, chapter 7
};

/// What a subgroup without any reading does to the pooled standard deviation of the others.
enum class EmptySubgroups : std::uint8_t {
    left_out, ///< nothing
    /// It takes one from the degrees of freedom, n - 1 at n = 0, as qicharts2 reckons; limits come out a little wider.
    taken_off
};

/// How a chart is drawn and read.
///
/// The defaults are those of NHS England's Making Data Count: seven points make a shift or a trend, limits stand three
/// standard deviations out, and the warning zone begins at two thirds of the way.
struct ChartRules {
    ChartKind kind = ChartKind::xmr;
    Improves improves = Improves::neither;
    std::optional<double> target{}; ///< in the unit of what is plotted, after `per`
    Screening screening = Screening::once;
    RangeFactor factor = RangeFactor::exact;
    GCentre g_centre = GCentre::median;
    EmptySubgroups empty = EmptySubgroups::left_out;
    double per = 1;                ///< what a share or rate is shown per, such as 100 or 1,000
    std::size_t run_length = 7;    ///< so many points on one side of the centre are a shift
    std::size_t trend_length = 7;  ///< so many points each above, or each below, the one before are a trend
    std::size_t settled_from = 12; ///< with fewer points in the baseline, limits are provisional

    /// @throws Error when a number lies outside its range; the message names it.
    void check() const {
        if (!std::isfinite(per) || per <= 0) {
            throw Error("a rate is shown per a number above 0, not per " + std::to_string(per));
        }
        if (run_length < 2 || trend_length < 3) {
            throw Error("a shift takes 2 points or more and a trend 3 or more, not " +
                        std::to_string(run_length) + " and " + std::to_string(trend_length));
        }
        if (target && !std::isfinite(*target)) {
            throw Error("a target is a finite number");
        }
    }
};

} // namespace vermeil
