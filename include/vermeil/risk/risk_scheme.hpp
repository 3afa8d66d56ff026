// SPDX-License-Identifier: MIT
#pragma once
// Indicators, points and triggers that say how worried to be.

#include <vermeil/core/error.hpp>
#include <vermeil/framework/framework.hpp>

#include <concepts>
#include <utility>

namespace vermeil {

/// A framework in which higher is worse: its measures are indicators, its bands levels, its `set` limiters triggers.
///
/// @throws Error when the framework says that higher is better.
class RiskScheme {
  public:
    explicit RiskScheme(std::same_as<Framework> auto framework) : framework_(std::move(framework)) {
        if (framework_.rules().higher_is != Face::worse) {
            throw Error(quoted(framework_.id()) + " is no risk scheme: it lacks higher_is = \"worse\"");
        }
    }

    [[nodiscard]] const Framework& framework() const noexcept { return framework_; }

  private:
    Framework framework_;
};

} // namespace vermeil
