// SPDX-License-Identifier: MIT
#pragma once
// Whether a scheme beats a naive rule, said plainly.

#include <vermeil/core/interval.hpp>
#include <vermeil/risk/ranking_area.hpp>

#include <boost/math/distributions/normal.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vermeil {

/// What a comparison of two rules over the same services comes to.
enum class Verdict : std::uint8_t {
    better,     ///< the interval of the difference lies above 0
    no_better,  ///< it holds 0: the difference may be chance
    worse,      ///< it lies below 0, also when widened for the number of rivals
    cannot_tell ///< too few services were harmed, or there is nothing to compare
};

inline constexpr std::array<std::string_view, 4> verdict_names{"better", "no_better", "worse", "cannot_tell"};

inline std::string_view to_string(Verdict verdict) {
    return verdict_names.at(static_cast<std::size_t>(verdict));
}

/// The difference of two areas over the same rows, and what follows.
struct AreaComparison {
    std::optional<double> difference{}; ///< the scheme's area minus the other's
    std::optional<Interval> interval{}; ///< 95 %, normal, services taken as independent
    Verdict verdict = Verdict::cannot_tell;
};

/// Compares a scheme with one of so many rivals over the same rows. To beat them all, the scheme must beat each at 95 %, which needs
/// no correction; of many rivals one is ahead by chance sooner or later, so `worse` is said only where it holds with Bonferroni's
/// correction, 1 - 5 % / rivals. With fewer than `least_events` services that were harmed nothing is told,
/// since an interval from so few promises more than it keeps.
inline AreaComparison compared(const RankingArea& scheme, const RankingArea& rival, std::size_t least_events,
                               std::size_t rivals = 1) {
    AreaComparison made;
    if (!scheme.area() || !rival.area()) {
        return made;
    }
    made.difference = *scheme.area() - *rival.area();
    const auto variance = scheme.variance_of_difference(rival);
    if (!variance) {
        return made;
    }
    const double reach = z_95 * std::sqrt(*variance);
    made.interval = Interval{*made.difference - reach, *made.difference + reach};
    if (scheme.harmed_services() >= least_events) {
        const auto corrected = rivals < 2 ? z_95
                                          : boost::math::quantile(boost::math::normal_distribution<double>(),
                                                                  1 - 0.025 / static_cast<double>(rivals));
        const bool is_worse = *made.difference + corrected * std::sqrt(*variance) < 0;
        made.verdict = made.interval->lower > 0 ? Verdict::better
                       : is_worse               ? Verdict::worse
                                                : Verdict::no_better;
    }
    return made;
}

} // namespace vermeil
