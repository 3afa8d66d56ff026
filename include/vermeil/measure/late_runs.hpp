// SPDX-License-Identifier: MIT
#pragma once
// How many starts were late by each number of seconds, from which quantiles follow exactly.

#include <vermeil/measure/quantiles.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vermeil {

/// So many starts that were late by so many seconds.
struct LateRun {
    std::int32_t seconds = 0;
    std::uint64_t starts = 0;

    friend bool operator==(const LateRun&, const LateRun&) = default;
};

/// Runs of values, rising. The values are sorted.
inline std::vector<LateRun> late_runs(std::span<std::int32_t> seconds) {
    std::sort(seconds.begin(), seconds.end());
    std::vector<LateRun> runs;
    for (const auto each : seconds) {
        if (runs.empty() || runs.back().seconds != each) {
            runs.push_back({each, 0});
        }
        ++runs.back().starts;
    }
    return runs;
}

/// The runs of both; each list rises.
inline std::vector<LateRun> merged(std::span<const LateRun> one, std::span<const LateRun> other) {
    std::vector<LateRun> runs(one.size() + other.size());
    std::merge(one.begin(), one.end(), other.begin(), other.end(), runs.begin(),
               [](const auto& a, const auto& b) { return a.seconds < b.seconds; });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        if (runs[i].seconds == runs[kept].seconds) {
            runs[kept].starts += runs[i].starts;
        } else {
            runs[++kept] = runs[i];
        }
    }
    runs.resize(runs.empty() ? 0 : kept + 1);
    return runs;
}

/// The quantiles that `quantiles` gives of the same values.
inline std::vector<double> quantiles(std::span<const LateRun> runs, std::span<const double> shares) {
    std::uint64_t starts = 0;
    for (const auto& run : runs) {
        starts += run.starts;
    }
    std::vector<double> found;
    if (starts == 0) {
        return found;
    }
    const auto at = [&](std::size_t place) {
        for (const auto& run : runs) {
            if (place < run.starts) {
                return run.seconds;
            }
            place -= static_cast<std::size_t>(run.starts);
        }
        return runs.back().seconds;
    };
    for (const double share : shares) {
        const QuantilePlace place(static_cast<std::size_t>(starts), share);
        const auto above = std::min(place.lower + 1, static_cast<std::size_t>(starts) - 1);
        found.push_back(place.between(at(place.lower), at(above)));
    }
    return found;
}

} // namespace vermeil
