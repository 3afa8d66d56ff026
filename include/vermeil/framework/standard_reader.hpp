// SPDX-License-Identifier: MIT
#pragma once
// Reads a value that a standard measure of the catalogue gives, with what is set about it.

#include <vermeil/framework/rules.hpp>
#include <vermeil/framework/table_reader.hpp>
#include <vermeil/framework/vocabulary_checks.hpp>
#include <vermeil/measure/catalogue.hpp>

#include <string>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// The entries of a list, each one of the allowed words and written as they are there.
inline Setting read_words_of(const ValueReader& value, const std::vector<std::string>& allowed) {
    std::vector<std::string> words;
    for (const auto& each : value.list("a list of texts")) {
        words.push_back(allowed[each.position_in(allowed, same_word)]);
    }
    return words;
}

/// The items of a survey, or the answers that any of its items take.
inline std::vector<std::string> words_of(const SurveyInstrument& survey, bool answers) {
    std::vector<std::string> words;
    for (const auto& set : survey.sets) {
        for (const auto& word : answers ? set.answers : set.items) {
            if (!has_word(words, word)) {
                words.push_back(word);
            }
        }
    }
    return words;
}

/// What a parameter is set to; `survey` is the one that an earlier parameter named.
inline Setting read_setting(const Rules& rules, const Parameter& parameter, const ValueReader& value,
                            const SurveyInstrument*& survey) {
    switch (parameter.kind) {
    case ParameterKind::whole:
        return static_cast<double>(value.whole(static_cast<std::uint32_t>(parameter.least),
                                               static_cast<std::uint32_t>(parameter.most)));
    case ParameterKind::number:
        return value.number(parameter.least, parameter.most);
    case ParameterKind::truth:
        return value.truth();
    case ParameterKind::word:
        return parameter.allowed[value.position_in(parameter.allowed)];
    case ParameterKind::survey: {
        const auto ids = names_of(rules.surveys, [](const auto& each) { return each.id; });
        survey = &rules.surveys[value.position_in(ids)];
        return survey->id;
    }
    case ParameterKind::item: {
        const auto items = survey == nullptr ? std::vector<std::string>() : words_of(*survey, false);
        return items[value.position_in(items)];
    }
    case ParameterKind::items:
    case ParameterKind::answers:
        return read_words_of(value, survey == nullptr
                                        ? std::vector<std::string>()
                                        : words_of(*survey, parameter.kind == ParameterKind::answers));
    default:
        return value.words();
    }
}

/// `standard` with the id of a measure of the catalogue, and its parameters.
inline StandardValue read_standard(const Rules& rules, TableReader& reader) {
    const auto& all = standard_measures();
    const auto& standard = all[reader.need("standard")->position_in(standard_ids())];
    StandardValue value{standard.id, {}, standard.kind};
    const SurveyInstrument* survey = nullptr;
    for (const auto& parameter : standard.parameters) {
        const auto given =
            parameter.required ? reader.need(parameter.id, ": " + parameter.help) : reader.find(parameter.id);
        value.settings.push_back(given ? read_setting(rules, parameter, *given, survey) : parameter.fallback);
    }
    return value;
}

} // namespace vermeil::detail
