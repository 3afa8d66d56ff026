// SPDX-License-Identifier: MIT
#pragma once
// What to do about services, whatever their level.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/risk/risk_score.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// Which prompts cannot be told for any service, where there are several.
inline std::vector<bool> untold_prompts(const RiskScores& scores) {
    std::vector<bool> untold(scores.framework().rules().prompts.size(), scores.size() > 1);
    for (std::size_t row = 0; !untold.empty() && row < scores.size(); ++row) {
        for (const auto& step : scores.framework_owner()->explain(scores.measures(), row).prompts) {
            untold[step.prompt] = untold[step.prompt] && step.firing == Firing::unknown;
        }
    }
    return untold;
}

} // namespace detail

/// The prompts of all services that were scored, in the order of the scores and then of the file: service, as_of, level, prompt,
/// because, and certain: `yes`, or `unknown` while what the prompt asks about is absent. One that cannot be told for any of
/// several services stands first, in one row without a service.
inline Frame prompts_of(const RiskScores& scores) {
    std::vector<std::string> services, days, levels, asks, because, certain;
    const auto& prompts = scores.framework().rules().prompts;
    const auto untold = detail::untold_prompts(scores);
    for (std::size_t i = 0; i < untold.size(); ++i) {
        if (untold[i]) {
            services.emplace_back();
            days.push_back(to_string(scores.as_of()));
            levels.emplace_back();
            asks.push_back(prompts[i].ask);
            because.push_back(prompts[i].because + ": cannot be told for " + std::to_string(scores.size()) +
                              " services");
            certain.emplace_back(detail::firing_text(Firing::unknown));
        }
    }
    for (std::size_t row = 0; !prompts.empty() && row < scores.size(); ++row) {
        const auto trace = scores.framework_owner()->explain(scores.measures(), row);
        for (const auto& step : trace.prompts) {
            if (step.firing == Firing::no || untold[step.prompt]) {
                continue;
            }
            services.push_back(scores.measures().services()[row]);
            days.push_back(to_string(scores.as_of()));
            levels.push_back(band_name(scores.framework(), trace.outcome.band));
            asks.push_back(prompts[step.prompt].ask);
            because.push_back(prompts[step.prompt].because);
            certain.emplace_back(detail::firing_text(step.firing));
        }
    }
    return {"prompts",
            {text_column("service", std::move(services)), text_column("as_of", std::move(days)),
             text_column("level", std::move(levels)), text_column("prompt", std::move(asks)),
             text_column("because", std::move(because)), text_column("certain", std::move(certain))}};
}

} // namespace vermeil
