// SPDX-License-Identifier: MIT
#pragma once
// How long a new band has to be proposed before it stands.

#include <array>
#include <cstdint>
#include <string_view>

namespace vermeil {

/// Which moves wait.
enum class Moves { both, up, down };

inline constexpr std::array<std::string_view, 3> moves_names{"both", "up", "down"};

/// A band stands until so many quarters in a row have proposed another on the same side of it.
struct Steady {
    std::uint32_t quarters = 2;
    Moves moves = Moves::both;
};

} // namespace vermeil
