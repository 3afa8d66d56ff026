// SPDX-License-Identifier: MIT
#pragma once
// The groups of the tree as an evaluation sees them.

#include <vermeil/framework/group.hpp>
#include <vermeil/framework/missing.hpp>
#include <vermeil/framework/rounding.hpp>
#include <vermeil/kernel/limiter_plan.hpp>
#include <vermeil/kernel/peers.hpp>
#include <vermeil/kernel/question.hpp>
#include <vermeil/kernel/weight_plan.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace vermeil {

/// The fewest and the most points that something can have.
struct PointsRange {
    double fewest = 0;
    double most = 0;
};

/// What several scales can give.
inline PointsRange range_of(const ByPeers<Scale>& scales) {
    const auto [fewest, most] = points_range(scales.each.front());
    PointsRange range{fewest, most};
    for (const auto& scale : scales.each) {
        const auto [low, high] = points_range(scale);
        range = {std::min(range.fewest, low), std::max(range.most, high)};
    }
    return range;
}

/// What some points are between.
inline PointsRange range_of(const std::vector<double>& points) {
    const auto [fewest, most] = std::minmax_element(points.begin(), points.end());
    return {*fewest, *most};
}

/// What a node makes of the range of its members' points and of their number.
inline PointsRange gathered(PointsRange members, Aggregate aggregate, std::size_t count) {
    return aggregate == Aggregate::spread  ? PointsRange{0, members.most - members.fewest}
           : aggregate == Aggregate::count ? PointsRange{0, static_cast<double>(count)}
                                           : members;
}

/// What a member of a node can add to the range of its score. A mean lies between the scores of its members; a sum
/// takes what each adds or, where it is left out, nothing, and a product likewise.
inline void widen(PointsRange& range, bool first, Aggregate aggregate, double weight, PointsRange member) {
    if (aggregate == Aggregate::product) {
        const double least = first ? 1 : range.fewest, most = first ? 1 : range.most;
        range.fewest = least * std::pow(std::min(1.0, member.fewest), weight);
        range.most =
            std::min(std::numeric_limits<double>::max(), most * std::pow(std::max(1.0, member.most), weight));
    } else if (aggregate == Aggregate::sum) {
        range.fewest += weight * std::min(0.0, member.fewest);
        range.most += weight * std::max(0.0, member.most);
    } else {
        range.fewest = first ? member.fewest : std::min(range.fewest, member.fewest);
        range.most = first ? member.most : std::max(range.most, member.most);
    }
}

/// Which members a node needs, as numbers.
struct Needed {
    std::uint32_t members = 0;  ///< with data, at least
    std::uint32_t required = 0; ///< how many are named
    [[nodiscard]] bool asks() const noexcept { return members > 0 || required > 0; }
};

/// What the bands of one group ask, and its limiters.
struct BandPlan {
    std::size_t count = 0;       ///< of the bands; 0 where the group has none
    std::vector<Question> bands; ///< one for each but the last, from the highest down
    std::vector<LimiterPlan> limiters;
    std::vector<double> points; ///< of each band; none where the score stays as it is
    ByPeers<std::vector<double>>
        cuts; ///< from the highest down, in the place of questions; none where scores are cut
};

/// The members of a node that looks at them one after the other: those that a count asks, or those of a spread.
struct Gathering {
    std::optional<Question> tally;
    std::vector<std::size_t> leaves; ///< positions among the program's
    std::vector<std::size_t> groups; ///< positions among the groups kept
};

/// A group with what its members come to.
struct GroupPlan {
    Aggregate aggregate = Aggregate::mean;
    Aggregate parent = Aggregate::mean; ///< of the node that it stands in
    double weight = 1;
    bool merges = false;   ///< it counts in its parent as if its members stood there themselves
    bool required = false; ///< by its parent
    std::optional<Rounding> rounding;
    ByPeers<Scale> scales;                     ///< of its score; none where the score stands as it is
    Needed needed;                             ///< of its members
    Policy without = Policy::bounds;           ///< what it counts as without them
    PointsRange range;                         ///< of its score, after its scale and before its bands
    BandPlan rules;                            ///< of its own bands; none where it has none
    Gathering members;                         ///< where it looks at them one after the other
    std::optional<WeightPlan> weighed_by = {}; ///< in the place of `weight`

    /// Whether its score needs more than the sums of its members.
    [[nodiscard]] bool finishes() const noexcept { return !scales.each.empty() || needed.asks(); }
    /// What it can count as in the node that it stands in.
    [[nodiscard]] PointsRange counted() const {
        return rules.points.empty() ? range : range_of(rules.points);
    }
    /// Whether it is a mean of its members, no more, which a weight adds to a mean or a sum.
    [[nodiscard]] bool is_plain() const noexcept {
        return !merges && !weighed_by && !rounding && !is_own() && is_mean(aggregate) &&
               (parent == Aggregate::mean || parent == Aggregate::sum);
    }
    /// Whether it is more than the sums of its members to the node that it stands in.
    [[nodiscard]] bool is_own() const noexcept { return finishes() || !rules.points.empty(); }
};

} // namespace vermeil
