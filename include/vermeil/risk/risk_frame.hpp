// SPDX-License-Identifier: MIT
#pragma once
// The scores of a risk scheme in their physical form: a row a service.

#include <vermeil/core/date.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/kernel/outcome_frame.hpp>
#include <vermeil/risk/risk_score.hpp>
#include <vermeil/risk/stale.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// The triggers that hold for each service, separated by `; `. None holds where the level is sure to be the best.
inline std::vector<std::string> triggers_of(const RiskScores& scores) {
    const auto best = static_cast<std::uint8_t>(scores.framework().rules().bands.size() - 1);
    std::vector<std::string> held(scores.size());
    for (std::size_t row = 0; row < scores.size(); ++row) {
        if (scores.outcomes().lowest[row] != best || scores.outcomes().highest[row] != best) {
            const auto trace = scores.framework_owner()->explain(scores.measures(), row);
            held[row] = separated(held_triggers(scores.framework(), trace), "; ");
        }
    }
    return held;
}

} // namespace detail

/// The scores as a table: service, as_of, level, points and what else `outcome_columns` gives; `triggers` says why each trigger
/// that holds does, where the scheme has any, whatever the points come to; `stale` names the measures whose
/// evidence is no longer fresh, where the scheme says how long it is.
inline Frame frame_of(const RiskScores& scores) {
    const auto& ids = scores.measures().services();
    std::vector<std::string_view> services(ids.begin(), ids.end());
    std::vector<std::string> days(scores.size(), to_string(scores.as_of()));
    std::vector<Column> columns{word_column("service", std::move(services), scores.measures_owner()),
                                text_column("as_of", std::move(days))};
    for (auto& column : outcome_columns(scores.framework(), scores.outcomes(), {"level", "points"},
                                        scores.framework_owner())) {
        columns.push_back(std::move(column));
    }
    if (!scores.framework().rules().limiters.empty()) {
        columns.push_back(text_column("triggers", detail::triggers_of(scores)));
    }
    if (has_freshness(scores.framework())) {
        std::vector<std::string> stale;
        for (std::size_t row = 0; row < scores.size(); ++row) {
            stale.push_back(joined(stale_measures(scores.framework(), scores.measures(), row), ", "));
        }
        columns.push_back(text_column("stale", std::move(stale)));
    }
    for (auto& column : age_columns(scores.framework_owner()->ages(scores.measures()))) {
        columns.push_back(std::move(column));
    }
    return {"risk", std::move(columns)};
}

} // namespace vermeil
