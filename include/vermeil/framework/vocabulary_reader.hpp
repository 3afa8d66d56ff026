// SPDX-License-Identifier: MIT
#pragma once
// Reads the words that a framework file knows: answers of surveys, words of ratings, and ways between them.

#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/table_reader.hpp>
#include <vermeil/framework/vocabulary_checks.hpp>

#include <string>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// One `[[survey.scale]]`.
inline AnswerSet read_answer_set(TableReader& reader) {
    AnswerSet set;
    if (const auto answers = reader.need("answers")) {
        set.answers = answers->texts();
    }
    if (const auto items = reader.need("items")) {
        set.items = items->texts();
    }
    if (const auto routed_from = reader.find("routed_from")) {
        TableReader route(routed_from->node(), "routed_from of " + reader.name());
        set.routed_from = route.needed_text("item");
        set.routed_answer = route.needed_text("answer");
        route.finish();
    }
    if (const auto points = reader.find("points")) {
        for (const auto& each : points->list("a list of numbers, one for each answer")) {
            set.points.push_back(each.number());
        }
        if (set.points.size() != set.answers.size()) {
            points->refuse("a list of numbers, one for each of the " + std::to_string(set.answers.size()) +
                           " answers");
        }
    }
    reader.finish();
    return set;
}

inline SurveyInstrument read_survey_instrument(TableReader& reader) {
    SurveyInstrument survey;
    survey.place = reader.place();
    survey.id = reader.needed_text("id");
    survey.not_counted = reader.texts("not_counted");
    auto sets = reader.tables("scale", "[[survey.scale]]");
    read_each(sets, survey.sets, read_answer_set);
    reader.finish();
    return survey;
}

inline OrderedScale read_ordered_scale(TableReader& reader) {
    OrderedScale scale;
    scale.place = reader.place();
    scale.id = reader.needed_text("id");
    if (const auto words = reader.need("words")) {
        scale.words = words->texts();
    }
    reader.finish();
    return scale;
}

/// One `[[crosswalk]]`: for every word of one scale, and for no other, a word of another.
inline Crosswalk read_crosswalk(const Rules& rules, TableReader& reader) {
    const auto ids = names_of(rules.ordered_scales, [](const auto& each) { return each.id; });
    const auto scale = [&](std::string_view key) -> const OrderedScale* {
        const auto id = reader.need(key);
        return id ? &rules.ordered_scales[id->position_in(ids)] : nullptr;
    };
    const auto *from = scale("from"), *to = scale("to");
    const auto words = reader.need("words");
    reader.finish();
    Crosswalk walk{from->id, to->id, {}, reader.place()};
    TableReader pairs(words->node(), "words of " + reader.name());
    for (const auto& word : from->words) {
        const auto other = pairs.need(word);
        walk.positions.push_back(other ? other->position_in(to->words, same_word) + 1 : 0);
    }
    pairs.finish();
    return walk;
}

/// All of them. A crosswalk is between scales that are known.
inline void read_vocabulary(Rules& rules, std::vector<TableReader>& surveys,
                            std::vector<TableReader>& rating_scales, std::vector<TableReader>& crosswalks) {
    read_each(surveys, rules.surveys, read_survey_instrument);
    read_each(rating_scales, rules.ordered_scales, read_ordered_scale);
    check_vocabulary(rules);
    read_each(crosswalks, rules.crosswalks, [&](TableReader& each) { return read_crosswalk(rules, each); });
    check_vocabulary(rules);
}

} // namespace vermeil::detail
