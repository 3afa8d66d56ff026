// SPDX-License-Identifier: MIT
#pragma once
// Which facts count in which measures, and which of one incident counts.

#include <vermeil/core/snap.hpp>
#include <vermeil/measure/decay.hpp>
#include <vermeil/measure/fact.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

namespace vermeil {

/// A fact that counts in a measure.
struct FactUse {
    const Fact* fact = nullptr;
    std::uint32_t question = 0;      ///< the place of the measure's question among those of facts
    std::uint32_t owner = 0;         ///< whose fact it is
    std::int64_t weight = 0;         ///< what it still weighs, in parts of 2^40
    double points = 0;               ///< what it would earn if it were alone
    bool earns = false;              ///< whether the measure earns points, and so takes part in incidents
    bool inherited = false;          ///< it is that of a service that was taken over
    const FactUse* yields = nullptr; ///< what counts in its place; null: it counts itself
};

/// Of the uses of one incident only that counts whose fact alone would earn most; the others yield to it. Of equal points the
/// first measure in the file counts, in it the fact that weighs most, then that of the first owner, then the first fact.
inline void settle_incidents(std::vector<FactUse*>& uses) {
    std::erase_if(uses, [](const FactUse* use) { return use->fact->incident == 0 || !use->earns; });
    const auto key = [](const FactUse* use) {
        return std::tuple(use->fact->incident, -snapped(use->points), use->question, -use->weight,
                          use->owner);
    };
    std::sort(uses.begin(), uses.end(), [&](const FactUse* left, const FactUse* right) {
        const auto one = key(left), other = key(right);
        return one < other || (one == other && *left->fact < *right->fact);
    });
    for (std::size_t i = 1; i < uses.size(); ++i) {
        if (uses[i]->fact->incident == uses[i - 1]->fact->incident) {
            uses[i]->yields = uses[i - 1]->yields != nullptr ? uses[i - 1]->yields : uses[i - 1];
        }
    }
}

} // namespace vermeil
