// SPDX-License-Identifier: MIT
#pragma once
// Whole forms of a survey, chosen by what else their people answered.

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/vocabulary.hpp>
#include <vermeil/measure/standard_measure.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace vermeil {

/// Which forms count: those of a survey whose people gave one of some answers to an item; without an item all.
struct FormChoice {
    std::string survey;
    std::string item{};
    std::vector<std::string> answers{};

    /// Whether a form counts.
    [[nodiscard]] bool has(const AnswerSheet& sheet) const {
        return (sheet.survey.empty() || sheet.survey == survey) &&
               (item.empty() || has_word(answers, sheet.answer(item)));
    }
};

/// Calls `see` with every chosen form of a service and quarter. Not `present` where no form is known: `not_submitted` where the
/// survey did not reach the service, `unknown` where its answers came as counts, so that nobody knows who gave which.
template <class See> State see_forms(const Evidence& evidence, const FormChoice& choice,
                                     const std::string& service, Quarter quarter, See see) {
    bool reached = false;
    for (const auto& sheet : sheets_of(evidence.sheets, service)) {
        if (sheet.quarter == quarter && (sheet.survey.empty() || sheet.survey == choice.survey)) {
            reached = true;
            if (choice.has(sheet)) {
                see(sheet);
            }
        }
    }
    const auto is_of = [&](const auto& each) {
        return each.service == service && each.quarter == quarter &&
               (each.survey.empty() || each.survey == choice.survey);
    };
    const bool counted = std::any_of(
        evidence.survey_counts.begin(), evidence.survey_counts.end(),
        [&](const SurveyCount& count) { return count.form != SurveyForm::sheets && is_of(count); });
    if (!reached && counted) {
        return State::unknown;
    }
    reached = reached || std::any_of(evidence.survey_bases.begin(), evidence.survey_bases.end(), is_of);
    return reached ? State::present : State::not_submitted;
}

} // namespace vermeil
