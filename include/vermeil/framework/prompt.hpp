// SPDX-License-Identifier: MIT
#pragma once
// What somebody should do about a service, whatever its level.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/condition.hpp>

#include <string>

namespace vermeil {

/// Something to do where a condition holds, such as a visit. It moves no points and no band: it stands beside them.
struct Prompt {
    std::string ask; ///< what to do, in words
    Condition when;
    std::string because; ///< the reason in words
    Place place;
};

} // namespace vermeil
