// SPDX-License-Identifier: MIT
#pragma once
// The ratings in their physical form: a row a service.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/kernel/outcome_frame.hpp>
#include <vermeil/rating/consequences.hpp>
#include <vermeil/rating/ratings.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// The outcomes, with the bands that stand.
inline Outcomes standing_outcomes(const Ratings& ratings) {
    auto outcomes = ratings.outcomes();
    for (std::size_t row = 0; row < outcomes.size(); ++row) {
        outcomes.band[row] = ratings.band(row);
    }
    return outcomes;
}

} // namespace detail

/// The columns `proposed` and `held`: the band that the rules propose, and why another stands. None where nothing was
/// settled.
inline std::vector<Column> steady_columns(const Ratings& ratings) {
    if (ratings.steady().empty()) {
        return {};
    }
    std::vector<std::string> proposed;
    std::vector<std::string> held;
    for (const auto& each : ratings.steady()) {
        proposed.push_back(band_name(ratings.framework(), each.proposed));
        held.push_back(each.why);
    }
    return {text_column("proposed", std::move(proposed)), text_column("held", std::move(held))};
}

/// The ratings as a table: service, quarter, band, score and what else `outcome_columns` and `consequence_columns` give.
inline Frame frame_of(const Ratings& ratings) {
    const auto& measures = ratings.measures();
    std::vector<std::string_view> services(measures.services().begin(), measures.services().end());
    std::vector<std::string> quarters(measures.rows(), quarter_text(measures.quarter()));
    std::vector<Column> columns{word_column("service", std::move(services), ratings.measures_owner()),
                                text_column("quarter", std::move(quarters))};
    const auto held = ratings.steady().empty() ? Outcomes(0) : detail::standing_outcomes(ratings);
    for (auto& column :
         outcome_columns(ratings.framework(), ratings.steady().empty() ? ratings.outcomes() : held,
                         {"band", "score"}, ratings.framework_owner())) {
        columns.push_back(std::move(column));
    }
    for (auto& column : steady_columns(ratings)) {
        columns.push_back(std::move(column));
    }
    for (auto& column : age_columns(ratings.ages())) {
        columns.push_back(std::move(column));
    }
    for (auto& column : consequence_columns(ratings)) {
        columns.push_back(std::move(column));
    }
    return {"ratings", std::move(columns)};
}

} // namespace vermeil
