// SPDX-License-Identifier: MIT
#pragma once
// What the measures of a framework, their values and their scales must satisfy.

#include <vermeil/core/id.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/scale_checks.hpp>
#include <vermeil/framework/word_value.hpp>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace vermeil::detail {

inline constexpr std::uint32_t most_quarters = 40; ///< that may be pooled: ten years
inline constexpr std::uint32_t most_days = 3660;   ///< that an event may look back: ten years

inline void check_survey_share(const std::same_as<Rules> auto& rules, const Measure& measure,
                               const SurveyShare& share) {
    const auto about = "measure " + quoted(measure.id);
    const auto known = names_of(rules.surveys, [](const auto& each) { return each.id; });
    const auto found = std::find(known.begin(), known.end(), share.survey);
    require(found != known.end(), measure.place,
            about + " asks for survey " + quoted(share.survey) + "; the framework has " +
                instead_of(share.survey, known));
    const auto& survey = rules.surveys[static_cast<std::size_t>(found - known.begin())];
    const auto* set = survey.find(share.item);
    require(set != nullptr, measure.place,
            about + " asks for item " + quoted(share.item) + ", which survey " + quoted(survey.id) +
                " does not have");
    require(!share.positive.empty(), measure.place, about + " counts no answer as positive");
    for (const auto& answer : share.positive) {
        require(has_word(set->answers, answer), measure.place,
                about + " counts " + quoted(answer) + " as positive; the answers are " +
                    instead_of(answer, set->answers));
    }
}

/// A rating names a scale, and where it is read on another one a place there for each of its words.
inline void check_rating(const std::same_as<Rules> auto& rules, const Measure& measure,
                         const LatestRating& rating) {
    const auto known = names_of(rules.ordered_scales, [](const auto& each) { return each.id; });
    for (const auto& id : {rating.source, rating.read_on}) {
        require(id.empty() || has_word(known, id), measure.place,
                "measure " + quoted(measure.id) + " asks for the rating " + quoted(id) +
                    "; the framework has the rating scales " + instead_of(id, known));
    }
    const auto* own = given_words(rules, measure);
    const auto* other = scale_of(rules, measure);
    const bool fits = rating.read_on.empty()
                          ? rating.positions.empty()
                          : rating.positions.size() == own->words.size() &&
                                std::all_of(rating.positions.begin(), rating.positions.end(),
                                            [&](auto at) { return at >= 1 && at <= other->words.size(); });
    require(own != nullptr && fits, measure.place,
            "measure " + quoted(measure.id) + " has not one word to read for each word of " +
                quoted(rating.source));
}

/// Parts of a number, which bear another id than its column: the column of a table that was written holds them.
inline void check_parts(const Measure& measure, const GivenRate& rate) {
    const auto about = "measure " + quoted(measure.id);
    for (std::size_t i = 0; i < rate.at.size(); ++i) {
        require_number(rate.at[i], measure.place, about + " has a part that begins at a number");
        require(i == 0 || rate.at[i - 1] < rate.at[i], measure.place,
                about + " has a part that begins at " + shortest(rate.at[i]) + "; rising numbers are needed");
    }
    require(rate.at.empty() || folded(rate.column) != folded(measure.id), measure.place,
            about + " has parts of the column " + quoted(rate.column) + "; give it another id than that");
}

/// Facts that are taken together: two or more that stand there, and none that is made of others itself.
inline void check_together(const std::same_as<Rules> auto& rules, const Measure& measure,
                           const GivenTogether& together) {
    const auto about = "measure " + quoted(measure.id);
    require(together.facts.size() >= 2, measure.place,
            about + " takes fewer than two facts together; name two or more");
    std::vector<std::string> known;
    const auto add = [&](const Measure& each) {
        if (!std::holds_alternative<GivenTogether>(each.value)) {
            known.push_back(each.id);
        }
    };
    for (const auto& indicator : rules.indicators) {
        add(indicator.measure);
    }
    std::for_each(rules.facts.begin(), rules.facts.end(), add);
    const auto is_fact = std::any_of(rules.facts.begin(), rules.facts.end(),
                                     [&](const auto& each) { return each.id == measure.id; });
    require(is_fact, measure.place, about + " takes facts together, which only a [[fact]] can");
    for (const auto& each : together.facts) {
        require(std::find(known.begin(), known.end(), each) != known.end(), measure.place,
                about + " takes " + quoted(each) +
                    " together with others; facts and measures are: " + instead_of(each, known));
        require(std::count(together.facts.begin(), together.facts.end(), each) == 1, measure.place,
                about + " takes " + quoted(each) + " twice");
    }
}

inline void check_value(const std::same_as<Rules> auto& rules, const Measure& measure) {
    const auto about = "measure " + quoted(measure.id);
    if (const auto* share = std::get_if<SurveyShare>(&measure.value)) {
        check_survey_share(rules, measure, *share);
    } else if (const auto* rating = std::get_if<LatestRating>(&measure.value)) {
        check_rating(rules, measure, *rating);
    } else if (const auto* rate = std::get_if<GivenRate>(&measure.value)) {
        require(!rate->column.empty(), measure.place, about + " names no column");
        require(rate->per > 0 && rate->per <= 1e9, measure.place,
                about + " counts per " + shortest(rate->per) + "; a number above 0 is needed");
        check_parts(measure, *rate);
    } else if (const auto* together = std::get_if<GivenTogether>(&measure.value)) {
        check_together(rules, measure, *together);
    } else if (const auto* standard = std::get_if<StandardValue>(&measure.value)) {
        require(!standard->standard.empty(), measure.place, about + " names no standard measure");
    } else if (const auto* count = std::get_if<EventCount>(&measure.value)) {
        require(count->months >= 1 || (count->days >= 1 && count->days <= most_days), measure.place,
                about + " counts events over " + std::to_string(count->days) + " days; 1 to " +
                    std::to_string(most_days) + " are possible");
    }
}

/// A mean over cycles needs numbers that may be added up, and periods that follow each other.
inline void check_cycles(const Measure& measure, const Place& place) {
    if (measure.cycles.empty()) {
        return;
    }
    const auto about = "measure " + quoted(measure.id);
    const bool has_periods = std::holds_alternative<SurveyShare>(measure.value) ||
                             std::holds_alternative<CountShare>(measure.value) ||
                             std::holds_alternative<EventCount>(measure.value) ||
                             std::holds_alternative<StandardValue>(measure.value);
    require(has_periods, place,
            about + " has cycles, which go with a share of answers, a share from a return, a number of "
                    "events or a standard "
                    "measure; "
                    "ready-made values of several cycles are measures of their own in a group");
    constexpr std::size_t most_cycles = 12;
    require(measure.cycles.size() >= 2 && measure.cycles.size() <= most_cycles, place,
            about + " has " + std::to_string(measure.cycles.size()) + " cycles; 2 to " +
                std::to_string(most_cycles) + " are possible");
    for (const double weight : measure.cycles) {
        require(std::isfinite(weight) && weight > 0, place,
                about + " weighs a cycle with " + shortest(weight) + "; it must be above 0");
    }
}

/// Only what is drawn from evidence can have been inherited.
inline void check_inherits(const Measure& measure, const Place& place) {
    const auto& value = measure.value;
    const bool drawn =
        std::holds_alternative<SurveyShare>(value) || std::holds_alternative<CountShare>(value) ||
        std::holds_alternative<EventOpen>(value) || std::holds_alternative<EventCount>(value) ||
        std::holds_alternative<LatestRating>(value) || std::holds_alternative<StandardValue>(value);
    require(!measure.inherits || drawn, place,
            "measure " + quoted(measure.id) +
                " inherits evidence of predecessors and its value comes from none");
}

inline void check_measure(const std::same_as<Rules> auto& rules, const Measure& measure) {
    const auto about = "measure " + quoted(measure.id);
    require(MeasureId::is_valid(measure.id), measure.place, quoted(measure.id) + " is no measure id");
    require(measure.id.find('.') == std::string::npos, measure.place,
            "measure id " + quoted(measure.id) + " holds a dot, which columns use for states and counts");
    require(measure.quarters >= 1 && measure.quarters <= most_quarters, measure.place,
            about + " pools " + std::to_string(measure.quarters) + " quarters; 1 to " +
                std::to_string(most_quarters) + " are possible");
    check_value(rules, measure);
    check_cycles(measure, measure.place);
    check_inherits(measure, measure.place);
}

inline void check_measures(const std::same_as<Rules> auto& rules) {
    require(!rules.indicators.empty(), rules.place, "the framework has no measure");
    std::map<std::string, std::string> seen;
    const auto distinct = [&](const Measure& measure) {
        require_own_name(seen, measure.id, measure.place, "measures");
    };
    for (const auto& indicator : rules.indicators) {
        distinct(indicator.measure);
        check_measure(rules, indicator.measure);
        check_scale(indicator.scale, indicator.measure.place, "measure " + quoted(indicator.measure.id));
    }
    for (const auto& fact : rules.facts) {
        distinct(fact);
        check_measure(rules, fact);
    }
}

} // namespace vermeil::detail
