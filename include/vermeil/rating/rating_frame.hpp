// SPDX-License-Identifier: MIT
#pragma once
// The ratings in their physical form: a row a service.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/kernel/outcome_frame.hpp>
#include <vermeil/rating/consequences.hpp>
#include <vermeil/rating/ratings.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// The ratings as a table: service, quarter, band, score and what else `outcome_columns` and `consequence_columns` give.
inline Frame frame_of(const Ratings& ratings) {
    const auto& measures = ratings.measures();
    std::vector<std::string_view> services(measures.services().begin(), measures.services().end());
    std::vector<std::string> quarters(measures.rows(), quarter_text(measures.quarter()));
    std::vector<Column> columns{word_column("service", std::move(services), ratings.measures_owner()),
                                text_column("quarter", std::move(quarters))};
    for (auto& column : outcome_columns(ratings.framework(), ratings.outcomes(), {"band", "score"},
                                        ratings.framework_owner())) {
        columns.push_back(std::move(column));
    }
    for (auto& column : consequence_columns(ratings)) {
        columns.push_back(std::move(column));
    }
    return {"ratings", std::move(columns)};
}

} // namespace vermeil
