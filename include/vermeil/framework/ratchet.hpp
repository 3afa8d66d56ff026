// SPDX-License-Identifier: MIT
#pragma once
// A threshold that rises once most services reach it.

#include <vermeil/core/error.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermeil {

/// Which threshold is proposed anew, and when. It changes nothing: it says what the next edition would say.
struct Ratchet {
    std::string band;           ///< whose cut it is; empty where it is a value on a measure's scale
    std::string measure;        ///< on whose scale it is; empty where it is a band's cut
    double target = 0;          ///< the cut, or the value on the scale
    double share = 1;           ///< how many services must reach it, as a share of all, above 0 to 1
    std::uint32_t quarters = 1; ///< in how many quarters in a row, the latest being the last
    double step = 0;            ///< what is added; below 0 where a lower value is better
    std::optional<double> end;  ///< no target goes beyond it
    Place place;
    std::vector<Place>
        targets; ///< where the file says the target: on the band or the scale, and in the ratchet itself
};

} // namespace vermeil
