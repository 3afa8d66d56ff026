// SPDX-License-Identifier: MIT
#pragma once
// What the surveys and rating scales of a framework must satisfy.

#include <vermeil/core/id.hpp>
#include <vermeil/core/written_number.hpp>
#include <vermeil/framework/requirement.hpp>
#include <vermeil/framework/rules.hpp>

#include <algorithm>
#include <concepts>
#include <string>
#include <vector>

namespace vermeil::detail {

/// Capitals and outer blanks do not make two words of one.
inline void check_distinct(const std::vector<std::string>& words, const Place& place,
                           const std::string& about) {
    std::vector<std::string> seen;
    for (const auto& word : words) {
        require(!folded(word).empty(), place, about + " has an empty word");
        require(is_new(seen, folded(word)), place, about + " has " + quoted(word) + " twice");
    }
}

inline void check_route(const SurveyInstrument& survey, const AnswerSet& set, const std::string& about) {
    if (set.routed_from.empty()) {
        return;
    }
    std::vector<std::string> items;
    for (const auto& each : survey.sets) {
        for (const auto& item : each.items) {
            items.push_back(item);
        }
    }
    const auto* from = survey.find(set.routed_from);
    require(from != nullptr && from != &set, survey.place,
            about + " routes from " + quoted(set.routed_from) +
                ", which is none of its other items; they are " + one_of(items) +
                (from == nullptr ? did_you_mean(set.routed_from, items) : ""));
    require(has_word(from->answers, set.routed_answer), survey.place,
            about + " routes from the answer " + quoted(set.routed_answer) + "; the answers of " +
                quoted(set.routed_from) + " are " + instead_of(set.routed_answer, from->answers));
}

inline void check_survey(const SurveyInstrument& survey) {
    const auto about = "survey " + quoted(survey.id);
    require(MeasureId::is_valid(survey.id), survey.place, quoted(survey.id) + " is no survey id");
    require(!survey.sets.empty(), survey.place, about + " has no [[survey.scale]]");
    check_distinct(survey.not_counted, survey.place, "not_counted of " + about);
    std::vector<std::string> items;
    for (const auto& set : survey.sets) {
        require(set.answers.size() >= 2, survey.place, about + " has a set of fewer than two answers");
        check_distinct(set.answers, survey.place, about);
        for (const auto& answer : set.answers) {
            require(!has_word(survey.not_counted, answer), survey.place,
                    about + " names " + quoted(answer) + " both as an answer and as not counted");
        }
        for (const auto& item : set.items) {
            require(is_new(items, item), survey.place, about + " has item " + quoted(item) + " twice");
        }
        check_route(survey, set, about);
    }
}

/// A number is a value, and a word of a rating too: neither can stand for absence.
inline void check_absent_words(const std::same_as<Rules> auto& rules) {
    std::vector<std::string> seen;
    for (const auto& [word, state, place] : rules.absent_words) {
        const auto about = "absent_words has " + quoted(word);
        require(!folded(word).empty(), place,
                "absent_words has an empty word: an empty cell is 'unknown' as it is");
        require(!has_word(seen, word), place, about + " twice");
        require(state != State::present, place, about + " for a value that is present");
        require(!written_number(word), place, about + ", which is a number; a number is a value");
        for (const auto& scale : rules.ordered_scales) {
            require(!has_word(scale.words, word), place,
                    about + ", which is a word of rating scale " + quoted(scale.id));
        }
        seen.push_back(word);
    }
}

inline void check_vocabulary(const std::same_as<Rules> auto& rules) {
    std::vector<std::string> seen;
    for (const auto& survey : rules.surveys) {
        require(is_new(seen, survey.id), survey.place, "two surveys are named " + quoted(survey.id));
        check_survey(survey);
    }
    seen.clear();
    for (const auto& scale : rules.ordered_scales) {
        const auto about = "rating scale " + quoted(scale.id);
        require(MeasureId::is_valid(scale.id), scale.place, quoted(scale.id) + " is no rating scale id");
        require(is_new(seen, scale.id), scale.place, "two rating scales are named " + quoted(scale.id));
        require(scale.words.size() >= 2, scale.place, about + " has fewer than two words");
        check_distinct(scale.words, scale.place, about);
    }
    check_absent_words(rules);
    for (const auto& walk : rules.crosswalks) {
        require(walk.from != walk.to, walk.place,
                "a crosswalk leads from " + quoted(walk.from) + " to itself");
        const auto first =
            std::find_if(rules.crosswalks.begin(), rules.crosswalks.end(),
                         [&](const auto& each) { return each.from == walk.from && each.to == walk.to; });
        require(&*first == &walk, walk.place,
                "two crosswalks lead from " + quoted(walk.from) + " to " + quoted(walk.to));
    }
}

} // namespace vermeil::detail
