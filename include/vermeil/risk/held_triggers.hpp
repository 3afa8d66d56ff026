// SPDX-License-Identifier: MIT
#pragma once
// The triggers that hold for a service, whether they changed its level or points alone had reached it.

#include <vermeil/framework/framework.hpp>
#include <vermeil/framework/limiter.hpp>
#include <vermeil/kernel/trace.hpp>

#include <concepts>
#include <string>
#include <vector>

namespace vermeil {

/// Why each trigger that holds for a service does, in the order of the file. A trigger is a limiter that sets a level or does not
/// let it be better than one.
std::vector<std::string> held_triggers(const std::same_as<Framework> auto& framework, const Trace& trace) {
    std::vector<std::string> held;
    for (const auto& step : trace.limiters) {
        const auto& limiter = framework.rules().limiters[step.limiter];
        const bool triggers =
            limiter.effect == Effect::set || limiter.effect == Effect::cap || limiter.effect == Effect::floor;
        if (triggers && step.firing == Firing::yes) {
            held.push_back(limiter.because);
        }
    }
    return held;
}

} // namespace vermeil
