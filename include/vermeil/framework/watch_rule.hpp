// SPDX-License-Identifier: MIT
#pragma once
// What a framework says of the order in which services are looked at.

#include <vermeil/core/error.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace vermeil {

/// The order of a watch list beyond its points, and how far down it a team gets. It scores nothing.
struct WatchRule {
    std::vector<std::string>
        keys{}; ///< ids of measures: each orders what is equal in those before it; none: points do
    std::uint32_t visits = 0; ///< services that can be visited in one round; 0: nobody says
    Place place{};
};

} // namespace vermeil
