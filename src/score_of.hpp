// SPDX-License-Identifier: MIT
#pragma once
// A score of an outcome, where it has any.

#include <vermeil/kernel/outcome.hpp>

#include <optional>

namespace vermeil::python {

/// One end of the scores; nothing where nothing applies, or a weight is not known.
inline std::optional<double> score_of(const Outcome& outcome, double Outcome::*end) {
    return outcome.has_scores() ? std::optional(outcome.*end) : std::nullopt;
}

} // namespace vermeil::python
