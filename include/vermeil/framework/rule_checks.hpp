// SPDX-License-Identifier: MIT
#pragma once
// What rules must satisfy before anything is computed with them; `Framework` calls these in turn.

#include <vermeil/core/date.hpp>
#include <vermeil/framework/band_checks.hpp>
#include <vermeil/framework/condition_checks.hpp>
#include <vermeil/framework/measure_checks.hpp>
#include <vermeil/framework/peer_checks.hpp>
#include <vermeil/framework/presence_checks.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/risk_checks.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/tree_checks.hpp>
#include <vermeil/framework/vocabulary_checks.hpp>
#include <vermeil/framework/weight_checks.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace vermeil::detail {

inline constexpr std::uint32_t greatest_age = 31; ///< in quarters, of a value that is carried forward

inline void check_language(int language, const Place& place) {
    require(language == 1, place,
            "language " + std::to_string(language) + " is not known; this library speaks language 1");
}

inline void check_rounding(const std::optional<Rounding>& rounding, const Place& place) {
    require(!rounding || rounding->decimals <= 6, place,
            "round to " + std::to_string(rounding.value_or(Rounding()).decimals) +
                " decimals; 0 to 6 are possible");
}

/// The day of an edition is one that somebody can have meant: 9999-12-31 is how some systems write that there is none.
inline void check_edition_day(const std::string& key, const Date& day, const Place& place) {
    constexpr int first = 1900, last = 2199;
    const int year = static_cast<int>(day.year());
    require(year >= first && year <= last, place,
            key + " is " + to_string(day) + "; the days of editions lie in the years " +
                std::to_string(first) + " to " + std::to_string(last));
}

inline void check_edition(const std::same_as<Rules> auto& rules) {
    const auto& edition = rules.edition;
    check_language(edition.language, rules.place);
    require(edition.id.find_first_not_of(' ') != std::string::npos, rules.place, "the framework has no id");
    require(MeasureId::is_valid(edition.id), rules.place, "the id of the framework holds control characters");
    require(!edition.edition.empty(), rules.place, "the framework has no edition");
    require(edition.effective_from.has_value(), rules.place,
            "the edition has no date: say effective_from = 2011-10-01, the day from which it applies");
    require(edition.published_on.has_value(), rules.place,
            "the edition has no date of publication: say published_on = 2011-09-08");
    check_edition_day("effective_from", *edition.effective_from, rules.place);
    check_edition_day("published_on", *edition.published_on, rules.place);
    check_distinct(edition.contracts, rules.place, "contracts");
    require(rules.least_coverage >= 0 && rules.least_coverage <= 1, rules.place,
            "least_coverage is " + shortest(rules.least_coverage) + "; it is a share from 0 to 1");
    check_rounding(rules.rounding, rules.place);
    for (const auto& group : rules.groups) {
        check_rounding(group.rounding, group.place);
    }
}

inline void check_missing_rule(State state, const MissingRule& rule, const Place& place) {
    const auto about = "missing." + std::string(to_string(state));
    require(rule.policy != Policy::zero || (state == State::not_submitted && !rule.clause.empty()), place,
            about + ": 'zero' is for 'not_submitted' alone and names the contract's clause: "
                    "{ policy = \"zero\", clause = \"12.3\" }");
    require(rule.policy != Policy::carry_forward || rule.days > 0 ||
                (rule.quarters >= 1 && rule.quarters <= greatest_age),
            place,
            about + ": 'carry_forward' names a greatest age of 1 to " + std::to_string(greatest_age) +
                " quarters: { policy = \"carry_forward\", quarters = 2 }");
}

inline void check_missing(const std::same_as<Rules> auto& rules) {
    for (std::size_t i = 1; i < state_count; ++i) {
        const auto state = static_cast<State>(i);
        check_missing_rule(state, rules.missing.of(state), rules.place);
    }
}

} // namespace vermeil::detail
