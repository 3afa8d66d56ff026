// SPDX-License-Identifier: MIT
#pragma once
// A named range of the score.

#include <vermeil/core/error.hpp>
#include <vermeil/core/money.hpp>
#include <vermeil/framework/condition.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermeil {

/// On which side of a cut a score falls that equals it.
enum class Tie { in, out };

/// What a band leads to, once an officer has signed it off. The library states it and does nothing.
struct Consequence {
    std::optional<Money> fee; ///< what is paid, or paid on top
    std::string fee_per;      ///< for what: "resident and week"
    std::optional<bool>
        eligible; ///< whether the service may do what the scheme says, such as take new packages
    friend bool operator==(const Consequence&, const Consequence&) = default;
};

/// A band with the score from which it is reached, or the condition under which it is. The first band, from the top,
/// whose cut or condition is met stands; the lowest has neither: it takes the rest.
struct Band {
    std::string name;
    std::optional<double> cut;
    Tie tie = Tie::in; ///< `in` is the file's `at_least`, `out` its `above`
    Place place;
    std::optional<Condition> when = {}; ///< in the place of a cut
    Consequence leads_to = {};
    std::optional<double> points = {}; ///< of a group's band: what the group's score becomes
    std::uint32_t first =
        0; ///< where cuts come from ranks: so many services, from the highest score down, are in this
           ///< band or above; 0: no such number
};

/// Whether bands turn the score of their group into points.
inline bool has_points(const std::vector<Band>& bands) noexcept {
    return !bands.empty() && bands.front().points.has_value();
}

} // namespace vermeil
