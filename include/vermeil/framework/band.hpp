// SPDX-License-Identifier: MIT
#pragma once
// A named range of the score.

#include <vermeil/core/error.hpp>

#include <optional>
#include <string>

namespace vermeil {

/// On which side of a cut a score falls that equals it.
enum class Tie { in, out };

/// A band and the score from which it is reached. The lowest band has no cut: it takes the rest.
struct Band {
    std::string name;
    std::optional<double> cut;
    Tie tie = Tie::in; ///< `in` is the file's `at_least`, `out` its `above`
    Place place;
};

} // namespace vermeil
