// SPDX-License-Identifier: MIT
#pragma once
// What bands and scores lead to, as columns: fees, eligibility, ranks.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/core/money.hpp>
#include <vermeil/kernel/outcome_frame.hpp>
#include <vermeil/rating/ratings.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The rank of each service among those that share a lot, or whatever the framework names: 1 has the most favourable score,
/// equal scores share the better rank and leave the next ones out. Nothing for a service that is Not rated, or whose lot is
/// not known.
inline std::vector<std::optional<std::uint32_t>> ranks_of(const Ratings& ratings) {
    const auto& rules = ratings.framework().rules();
    const auto& outcomes = ratings.outcomes();
    const auto* lots = rules.ranked_within.empty() ? nullptr : ratings.measures().find(rules.ranked_within);
    const double sign = rules.higher_is == Face::better ? 1 : -1;
    std::map<double, std::vector<double>> scores; // by lot
    std::vector<std::optional<std::pair<double, double>>> own(outcomes.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const bool known = lots == nullptr || lots->state[i] == State::present;
        if (known && ratings.band(i) != no_band) {
            own[i] = {lots == nullptr ? 0 : lots->value[i],
                      sign * standing_score(ratings.framework(), outcomes.row(i))};
            scores[own[i]->first].push_back(own[i]->second);
        }
    }
    for (auto& [lot, each] : scores) {
        std::sort(each.begin(), each.end());
    }
    std::vector<std::optional<std::uint32_t>> ranks(own.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (own[i]) {
            const auto& others = scores[own[i]->first];
            const auto better = others.end() - std::upper_bound(others.begin(), others.end(), own[i]->second);
            ranks[i] = static_cast<std::uint32_t>(better + 1);
        }
    }
    return ranks;
}

/// The columns `fee`, `fee_per`, `eligible` and `rank`, those of them that the framework speaks of. A service that is Not rated
/// has no fee and is neither eligible nor not.
inline std::vector<Column> consequence_columns(const Ratings& ratings) {
    const auto& rules = ratings.framework().rules();
    const auto& outcomes = ratings.outcomes();
    const auto any = [&](auto has) {
        return std::any_of(rules.bands.begin(), rules.bands.end(),
                           [&](const auto& band) { return has(band.leads_to); });
    };
    std::vector<Column> columns;
    const auto words = [&](const char* name, auto read) {
        std::vector<std::string> column(outcomes.size());
        for (std::size_t i = 0; i < column.size(); ++i) {
            column[i] = ratings.band(i) == no_band ? "" : read(rules.bands[ratings.band(i)].leads_to);
        }
        columns.push_back(text_column(name, std::move(column)));
    };
    if (any([](const auto& each) { return each.fee.has_value(); })) {
        words("fee", [](const auto& each) { return each.fee ? to_string(*each.fee) : std::string(); });
        words("fee_per", [](const auto& each) { return each.fee_per; });
    }
    if (any([](const auto& each) { return each.eligible.has_value(); })) {
        words("eligible", [](const auto& each) {
            return std::string(!each.eligible ? "" : *each.eligible ? "yes" : "no");
        });
    }
    if (rules.ranks) {
        const auto ranks = ranks_of(ratings);
        std::vector<std::uint32_t> numbers(ranks.size());
        std::transform(ranks.begin(), ranks.end(), numbers.begin(),
                       [](const auto& rank) { return rank.value_or(0); });
        columns.push_back(
            nullable_column("rank", std::move(numbers), [&](std::size_t i) { return ranks[i].has_value(); }));
    }
    return columns;
}

} // namespace vermeil
