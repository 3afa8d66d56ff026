// SPDX-License-Identifier: MIT
#pragma once
// Outcomes as columns that frames and files can hold.

#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/framework/framework.hpp>
#include <vermeil/kernel/evidence_age.hpp>
#include <vermeil/kernel/explanation.hpp>
#include <vermeil/kernel/outcome.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// What the two faces call an outcome: `band` and `score` of a rating, `level` and `points` of a risk.
struct OutcomeNames {
    std::string band;
    std::string score;
};

/// The score that stands: the lowest and the highest where they agree, the least favourable where the framework lets it
/// stand; else there is none.
inline bool has_score(const Outcome& outcome) noexcept {
    const bool one = outcome.lowest_score == outcome.highest_score && outcome.has_scores();
    return outcome.band != no_band || one;
}

/// The least favourable score: the one that stands where only one is shown.
inline double standing_score(const Framework& framework, const Outcome& outcome) noexcept {
    return framework.rules().higher_is == Face::better ? outcome.lowest_score : outcome.highest_score;
}

namespace detail {

template <class Read> Column names_column(std::string name, const Outcomes& outcomes,
                                          const std::shared_ptr<const void>& keeper, Read read) {
    std::vector<std::string_view> words;
    words.reserve(outcomes.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        words.push_back(read(i));
    }
    return word_column(std::move(name), std::move(words), keeper);
}

} // namespace detail

/// One end of the scores as a column, null where nothing applies or a weight is not known.
inline Column score_column(std::string name, const std::vector<Outcome>& outcomes, double Outcome::*end) {
    std::vector<double> values;
    values.reserve(outcomes.size());
    for (const auto& outcome : outcomes) {
        values.push_back(outcome.*end);
    }
    return nullable_column(std::move(name), std::move(values),
                           [&](std::size_t i) { return outcomes[i].has_scores(); });
}

/// The columns oldest_days and median_days (null where no age is known) and age_known; none where there are no ages.
inline std::vector<Column> age_columns(const std::vector<EvidenceAge>& ages) {
    if (ages.empty()) {
        return {};
    }
    const auto days = [&](const char* name, std::optional<std::int32_t> EvidenceAge::*part) {
        std::vector<std::uint32_t> values(ages.size());
        std::transform(ages.begin(), ages.end(), values.begin(),
                       [&](const auto& age) { return static_cast<std::uint32_t>((age.*part).value_or(0)); });
        return nullable_column(name, std::move(values),
                               [&](std::size_t i) { return (ages[i].*part).has_value(); });
    };
    std::vector<double> known(ages.size());
    std::transform(ages.begin(), ages.end(), known.begin(), [](const auto& age) { return age.known; });
    return {days("oldest_days", &EvidenceAge::oldest), days("median_days", &EvidenceAge::median),
            number_column("age_known", std::move(known))};
}

/// The columns band, score (null while open), lowest, highest, lowest_score, highest_score (both null where nothing applies or a
/// weight is not known), coverage, reason and limiter
/// (the words of the last limiter that changed the band), the first two under the face's names. `keeper` keeps the
/// framework alive.
inline std::vector<Column> outcome_columns(const Framework& framework, const Outcomes& outcomes,
                                           const OutcomeNames& names,
                                           const std::shared_ptr<const void>& keeper) {
    const auto band = [&](std::uint8_t number) -> std::string_view {
        return number == no_band ? std::string_view("Not rated") : framework.band_name(number);
    };
    std::vector<double> score(outcomes.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        score[i] = standing_score(framework, outcomes.row(i));
    }
    std::vector<Column> columns;
    const auto words = [&](std::string name, auto read) {
        columns.push_back(detail::names_column(std::move(name), outcomes, keeper, read));
    };
    words(names.band, [&](std::size_t i) { return band(outcomes.band[i]); });
    columns.push_back(nullable_column(names.score, std::move(score),
                                      [&](std::size_t i) { return has_score(outcomes.row(i)); }));
    words("lowest", [&](std::size_t i) { return band(outcomes.lowest[i]); });
    words("highest", [&](std::size_t i) { return band(outcomes.highest[i]); });
    const auto end = [&](const std::string& name, const auto& scores) {
        columns.push_back(nullable_column(name, std::vector<double>(scores.begin(), scores.end()),
                                          [&](std::size_t i) { return outcomes.row(i).has_scores(); }));
    };
    end("lowest_" + names.score, outcomes.lowest_score);
    end("highest_" + names.score, outcomes.highest_score);
    columns.push_back(number_column("coverage", outcomes.coverage));
    words("reason", [&](std::size_t i) { return to_string(outcomes.reason[i]); });
    words("limiter", [&](std::size_t i) -> std::string_view {
        return outcomes.limiter[i] == 0 ? std::string_view()
                                        : framework.rules().limiters[outcomes.limiter[i] - 1U].because;
    });
    return columns;
}

} // namespace vermeil
