// SPDX-License-Identifier: MIT
#pragma once
// A weight that differs by service: it stands in a column beside the measures.

#include <vermeil/core/error.hpp>

#include <optional>
#include <string>

namespace vermeil {

/// The measure or fact whose value a measure or a group weighs, 0 or more. A value below 0 is as good as none.
struct WeightColumn {
    std::string measure;
    std::optional<double> otherwise =
        {}; ///< the weight where the value is absent; without it the outcome is Not rated
    Place place = {};
};

} // namespace vermeil
