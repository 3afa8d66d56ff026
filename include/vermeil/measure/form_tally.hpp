// SPDX-License-Identifier: MIT
#pragma once
// Whole forms of a survey, chosen by what else their people answered.

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/vocabulary.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// Which forms count: those whose people gave one of some answers to an item; without an item all.
struct FormChoice {
    std::string item{};
    std::vector<std::string> answers{};

    /// Whether a form counts.
    [[nodiscard]] bool has(const AnswerSheet& sheet) const {
        return item.empty() || has_word(answers, sheet.answer(item));
    }
};

/// The whole forms of one survey, ready to be asked for by service and quarter.
class FormTally {
  public:
    FormTally(const Evidence& evidence, std::string survey)
        : evidence_(evidence), survey_(std::move(survey)) {
        for (const auto& count : evidence.survey_counts) {
            if (count.form != SurveyForm::sheets && is_of(count.survey)) {
                counted_.emplace(count.service, count.quarter);
            }
        }
        for (const auto& base : evidence.survey_bases) {
            if (is_of(base.survey)) {
                reached_.emplace(base.service, base.quarter);
            }
        }
    }

    /// Calls `see` with every chosen form of a service and quarter. Not `present` where no form is known: `not_submitted` where
    /// the survey did not reach the service, `unknown` where its answers came as counts, so that nobody knows who gave which.
    template <class See>
    State see(const FormChoice& choice, const std::string& service, Quarter quarter, See see) const {
        bool reached = false;
        for (const auto& sheet : sheets_of(evidence_.sheets, service)) {
            if (sheet.quarter == quarter && is_of(sheet.survey)) {
                reached = true;
                if (choice.has(sheet)) {
                    see(sheet);
                }
            }
        }
        if (!reached && counted_.contains({service, quarter})) {
            return State::unknown;
        }
        return reached || reached_.contains({service, quarter}) ? State::present : State::not_submitted;
    }

  private:
    [[nodiscard]] bool is_of(const std::string& survey) const {
        return survey.empty() || is_same_name(survey, survey_);
    }

    const Evidence& evidence_;
    std::string survey_;
    std::set<std::pair<std::string, Quarter>> counted_; // where answers came as counts
    std::set<std::pair<std::string, Quarter>> reached_; // where a base says that the survey went out
};

} // namespace vermeil
