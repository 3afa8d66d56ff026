// SPDX-License-Identifier: MIT
#pragma once
// Which threshold the next edition would raise, going by the quarters that were rated.

#include <vermeil/core/error.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/ratchet.hpp>
#include <vermeil/kernel/outcome_frame.hpp>
#include <vermeil/rating/ratings.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// How many services reached a threshold in one quarter.
struct QuarterReached {
    Quarter quarter;
    std::size_t services = 0; ///< that the threshold concerns
    std::size_t reached = 0;
};

/// What a ratchet proposes.
struct RatchetProposal {
    Ratchet ratchet;
    std::vector<QuarterReached> quarters; ///< those looked at, the earliest first
    std::optional<double> target;         ///< the new threshold; nothing where it stays
    std::string why;
};

/// Rated quarters, each under the edition whose thresholds may rise.
using RatedQuarters = std::vector<std::shared_ptr<const Ratings>>;

namespace detail {

/// Whether a row of ratings reaches a threshold; nothing where the threshold does not concern it. Who has no score, or no
/// value, and should have, has not reached it.
inline std::optional<bool> reaches(const Ratings& ratings, const Ratchet& ratchet, std::size_t row) {
    if (ratchet.measure.empty()) {
        const auto made = ratings.outcomes().row(row);
        if (made.reason == Reason::nothing_applicable) {
            return std::nullopt;
        }
        const double score = snapped(standing_score(ratings.framework(), made));
        return score >= snapped(ratchet.target);
    }
    const auto* column = ratings.measures().find(ratchet.measure);
    const auto state = column == nullptr ? State::not_yet_live : column->state[row];
    if (state == State::not_applicable || state == State::not_yet_live) {
        return std::nullopt;
    }
    const double beyond = snapped(column->value[row]) - snapped(ratchet.target);
    return state == State::present && beyond * ratchet.step >= 0;
}

inline QuarterReached count_reached(const Ratings& ratings, const Ratchet& ratchet) {
    QuarterReached seen{*ratings.measures().quarter()};
    for (std::size_t row = 0; row < ratings.size(); ++row) {
        const auto reached = reaches(ratings, ratchet, row);
        seen.services += reached ? 1U : 0U;
        seen.reached += reached.value_or(false) ? 1U : 0U;
    }
    return seen;
}

inline bool suffices(const QuarterReached& seen, double share) {
    return seen.services > 0 &&
           snapped(static_cast<double>(seen.reached) / static_cast<double>(seen.services)) >= snapped(share);
}

/// The target one step further, no further than the end.
inline double next_target(const Ratchet& ratchet) {
    const double next = snapped(ratchet.target + ratchet.step);
    return ratchet.end && (next - *ratchet.end) * ratchet.step > 0 ? *ratchet.end : next;
}

/// The latest quarters without a gap between them, the earliest first, and no more than the ratchet looks at.
inline std::vector<QuarterReached> latest_in_a_row(const Ratchet& ratchet, RatedQuarters rated) {
    for (const auto& each : rated) {
        if (!each->measures().quarter()) {
            throw Error("a ratchet looks at quarters; measures came without one");
        }
    }
    const auto quarter_of = [](const auto& ratings) { return *ratings->measures().quarter(); };
    std::sort(rated.begin(), rated.end(),
              [&](const auto& left, const auto& right) { return quarter_of(left) < quarter_of(right); });
    std::vector<QuarterReached> row;
    for (const auto& ratings : rated) {
        const auto quarter = quarter_of(ratings);
        if (!row.empty() && row.back().quarter == quarter) {
            throw Error("the quarter " + to_string(quarter) + " stands twice in the history");
        }
        if (!row.empty() && quarter - row.back().quarter > 1) {
            row.clear();
        }
        row.push_back(count_reached(*ratings, ratchet));
    }
    const auto spare = row.size() - std::min<std::size_t>(row.size(), ratchet.quarters);
    row.erase(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(spare));
    return row;
}

} // namespace detail

/// What one ratchet of a framework proposes after the latest quarters, which have to follow each other without a gap.
/// @throws Error when a quarter has no name or stands twice.
inline RatchetProposal propose(const Ratchet& ratchet, RatedQuarters rated) {
    RatchetProposal made{ratchet, detail::latest_in_a_row(ratchet, std::move(rated)), std::nullopt, ""};
    const auto few = std::find_if(made.quarters.begin(), made.quarters.end(),
                                  [&](const auto& seen) { return !detail::suffices(seen, ratchet.share); });
    const double next = detail::next_target(ratchet);
    if (made.quarters.size() < ratchet.quarters) {
        made.why = std::to_string(made.quarters.size()) + " of the " + std::to_string(ratchet.quarters) +
                   " quarters in a row are there";
    } else if (few != made.quarters.end()) {
        made.why = std::to_string(few->reached) + " of " + std::to_string(few->services) +
                   " services reached it in " + to_string(few->quarter) + "; " + as_percent(ratchet.share) +
                   " are needed";
    } else if (next == ratchet.target) {
        made.why = "it is at its end";
    } else {
        made.target = next;
        made.why = as_percent(ratchet.share) + " of the services or more reached it in " +
                   std::to_string(ratchet.quarters) + " quarters in a row";
    }
    return made;
}

} // namespace vermeil
