// SPDX-License-Identifier: MIT
#pragma once
// What rules must satisfy before anything is computed with them; `Framework` calls these in turn.

#include <vermeil/framework/measure_checks.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/tree_checks.hpp>
#include <vermeil/framework/vocabulary_checks.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace vermeil::detail {

inline constexpr std::uint32_t greatest_age = 31; ///< in quarters, of a value that is carried forward

inline void check_language(int language, const Place& place) {
    require(language == 1, place,
            "language " + std::to_string(language) + " is not known; this library speaks language 1");
}

inline void check_edition(const Rules& rules) {
    const auto& edition = rules.edition;
    check_language(edition.language, rules.place);
    require(MeasureId::is_valid(edition.id), rules.place, "the framework has no id");
    require(!edition.edition.empty(), rules.place, "the framework has no edition");
    require(edition.effective_from.has_value(), rules.place,
            "the edition has no date: say effective_from = 2011-10-01, the day from which it applies");
    require(edition.published_on.has_value(), rules.place,
            "the edition has no date of publication: say published_on = 2011-09-08");
    check_distinct(edition.contracts, rules.place, "contracts");
    require(rules.least_coverage >= 0 && rules.least_coverage <= 1, rules.place,
            "least_coverage is " + shortest(rules.least_coverage) + "; it is a share from 0 to 1");
}

inline void check_bands(const Rules& rules) {
    require(!rules.bands.empty(), rules.place, "the framework has no band");
    require(rules.bands.size() < 100, rules.place, "more than 99 bands");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < rules.bands.size(); ++i) {
        const auto& band = rules.bands[i];
        require(!band.name.empty(), band.place, "a band has no name");
        require(seen.insert(band.name).second, band.place, "two bands are named " + quoted(band.name));
        const bool last = i + 1 == rules.bands.size();
        require(last != band.cut.has_value(), band.place,
                last ? "the last band, " + quoted(band.name) + ", takes the rest: it has no cut"
                     : "band " + quoted(band.name) + " has no cut: say at_least or above");
        if (band.cut) {
            require_number(*band.cut, band.place, "band " + quoted(band.name) + " has a cut");
        }
        if (i > 0 && band.cut) {
            const auto& above = rules.bands[i - 1];
            require(*band.cut < *above.cut, band.place,
                    "bands are out of order: " + quoted(band.name) + " at " + shortest(*band.cut) +
                        " stands below " + quoted(above.name) + " at " + shortest(*above.cut) +
                        "; begin with the highest cut");
        }
    }
}

inline void check_limiters(const Rules& rules) {
    const auto bands = names_of(rules.bands, [](const auto& each) { return each.name; });
    auto measures = names_of(rules.indicators, [](const auto& each) { return each.measure.id; });
    for (const auto& fact : rules.facts) {
        measures.push_back(fact.id);
    }
    const auto has = [](const auto& words, const auto& word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    require(rules.limiters.size() < 255, rules.place, "more than 254 limiters");
    for (const auto& limiter : rules.limiters) {
        require(has(bands, limiter.band), limiter.place,
                "a limiter names the band " + quoted(limiter.band) + "; the bands are " +
                    instead_of(limiter.band, bands));
        require(has(measures, limiter.when.measure), limiter.place,
                "a limiter asks about the measure " + quoted(limiter.when.measure) + "; the measures are " +
                    instead_of(limiter.when.measure, measures));
        require_number(limiter.when.threshold, limiter.place, "a limiter has a threshold");
    }
}

inline void check_missing_rule(State state, const MissingRule& rule, const Place& place) {
    const auto about = "missing." + std::string(to_string(state));
    require(rule.policy != Policy::zero || (state == State::not_submitted && !rule.clause.empty()), place,
            about + ": 'zero' is for 'not_submitted' alone and names the contract's clause: "
                    "{ policy = \"zero\", clause = \"12.3\" }");
    require(rule.policy != Policy::carry_forward || (rule.quarters >= 1 && rule.quarters <= greatest_age),
            place,
            about + ": 'carry_forward' names a greatest age of 1 to " + std::to_string(greatest_age) +
                " quarters: { policy = \"carry_forward\", quarters = 2 }");
}

inline void check_missing(const Rules& rules) {
    for (std::size_t i = 1; i < state_count; ++i) {
        const auto state = static_cast<State>(i);
        check_missing_rule(state, rules.missing.of(state), rules.place);
    }
}

} // namespace vermeil::detail
