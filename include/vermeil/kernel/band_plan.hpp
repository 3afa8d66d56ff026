// SPDX-License-Identifier: MIT
#pragma once
// Makes the bands and limiters of a group ready for evaluation.

#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/group_plan.hpp>
#include <vermeil/kernel/limiter_plan.hpp>
#include <vermeil/kernel/question.hpp>
#include <vermeil/kernel/resolved.hpp>

#include <cstddef>

namespace vermeil::detail {

/// What the bands of a group ask, cuts among them, or the cuts of its peers; the group is kept for it.
inline BandPlan band_plan(auto& questions, auto& resolved, const Rules& rules, std::size_t index) {
    const auto& group = rules.groups[index];
    BandPlan made;
    made.count = group.bands.size();
    if (made.count > 0) {
        (void)questions.keep(index);
    }
    made.cuts = resolved.cuts(group);
    for (const auto& band : group.bands) {
        if (&band != &group.bands.back() && made.cuts.each.empty()) {
            made.bands.push_back(band.when ? questions.made(*band.when)
                                           : questions.cut(band, {Subject::Kind::group, group.id}));
        }
        if (band.points) {
            made.points.push_back(*band.points);
        }
    }
    for (const auto& limiter : group.limiters) {
        made.limiters.push_back(limiter_plan(questions, group.bands, limiter));
    }
    return made;
}

} // namespace vermeil::detail
