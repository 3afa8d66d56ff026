// SPDX-License-Identifier: MIT
#pragma once
// What a risk scheme says that it should have foretold.

#include <vermeil/core/error.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace vermeil {

/// The word for an exit of any kind for which something was wrong.
inline constexpr std::string_view exit_for_cause = "for cause";

/// One kind of harm by which a scheme is judged in a back-test. It scores nothing. One of the four is said.
struct OutcomeRule {
    std::string rating{};     ///< the id of a rating scale: a fall to a word of it, or to a worse one
    std::size_t position = 0; ///< of that word, from 1, the best
    std::string event{};      ///< an event that begins
    std::string exit{};       ///< a kind of the table `exits`, or `exit_for_cause`
    bool closure = false;     ///< the service closes, and no other took over from it
    Place place{};

    /// Whether two say the same, wherever they stand.
    friend bool operator==(const OutcomeRule& left, const OutcomeRule& right) {
        return left.rating == right.rating && left.position == right.position && left.event == right.event &&
               left.exit == right.exit && left.closure == right.closure;
    }
};

} // namespace vermeil
