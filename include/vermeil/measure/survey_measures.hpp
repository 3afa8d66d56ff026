// SPDX-License-Identifier: MIT
#pragma once
// Measures of surveys that need whole forms: scores over several items, shares among some of the people.

#include <vermeil/measure/form_tally.hpp>
#include <vermeil/measure/lineage.hpp>
#include <vermeil/measure/pooled_share.hpp>
#include <vermeil/measure/returned.hpp>
#include <vermeil/measure/standard_measure.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace vermeil {

namespace detail {

/// The survey that a measure names.
/// @throws Error when the framework has none of that id.
inline const SurveyInstrument& survey_of(const StandardTask& task) {
    const auto& id = task.word("survey");
    for (const auto& survey : *task.surveys) {
        if (survey.id == id) {
            return survey;
        }
    }
    throw Error("measure " + quoted(task.measure.id) + " asks for survey " + quoted(id) +
                ", which the framework does not have");
}

/// The forms that a measure chooses.
inline FormChoice choice_of(const StandardTask& task) {
    const auto& where = task.setting<std::vector<std::string>>("where");
    const auto& is = task.setting<std::vector<std::string>>("is");
    if (where.size() > 1 || where.empty() != is.empty()) {
        throw Error("measure " + quoted(task.measure.id) +
                    " chooses forms by 'where', one item, and 'is', answers to it; give both or neither");
    }
    return {where.empty() ? "" : where.front(), is};
}

/// Calls `see(form, is_inherited)` with the chosen forms of the pooled quarters.
template <class See> State see_pooled_forms(const StandardTask& task, const FormTally& forms,
                                            const Service& service, const DrawingDay& day, See see) {
    const auto choice = choice_of(task);
    auto state = State::not_submitted;
    for (int back = static_cast<int>(task.measure.quarters) - 1; back >= 0; --back) {
        const auto quarter = day.quarter - back;
        for (const auto* owner : owners_of(task, service, quarter)) {
            const auto seen = forms.see(choice, owner->id().text(), quarter,
                                        [&](const AnswerSheet& sheet) { see(sheet, owner != &service); });
            if (seen == State::unknown) {
                return seen;
            }
            state = seen == State::present ? seen : state;
        }
    }
    return state;
}

/// The forms of the survey that a measure names.
inline std::shared_ptr<const FormTally> forms_of(const StandardTask& task) {
    return std::make_shared<const FormTally>(*task.evidence, task.word("survey"));
}

/// How many forms gave each answer to each item, of those that answered all of the items.
class CompleteForms {
  public:
    CompleteForms(const SurveyInstrument& survey, const std::vector<std::string>& items) : items_(items) {
        for (const auto& item : items) {
            sets_.push_back(survey.find(item));
            counts_.emplace_back(sets_.back()->answers.size(), 0);
        }
    }

    /// Takes a form; false where it leaves one of the items without an answer that counts.
    bool take(const AnswerSheet& sheet) {
        std::vector<std::size_t> given;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            const auto& answers = sets_[i]->answers;
            const auto word = sheet.answer(items_[i]);
            const auto found = std::find_if(answers.begin(), answers.end(),
                                            [&](const auto& each) { return folded(each) == word; });
            if (found == answers.end()) {
                return false;
            }
            given.push_back(static_cast<std::size_t>(found - answers.begin()));
        }
        for (std::size_t i = 0; i < given.size(); ++i) {
            ++counts_[i][given[i]];
        }
        ++n_;
        return true;
    }

    [[nodiscard]] std::uint32_t n() const noexcept { return n_; }
    /// The points of all answers: counts times points, so that the order of the forms does not matter.
    [[nodiscard]] double points() const {
        double sum = 0;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            for (std::size_t answer = 0; answer < counts_[i].size(); ++answer) {
                sum += static_cast<double>(counts_[i][answer]) * sets_[i]->points.at(answer);
            }
        }
        return sum;
    }

  private:
    const std::vector<std::string>& items_;
    std::vector<const AnswerSet*> sets_;
    std::vector<std::vector<std::uint64_t>> counts_;
    std::uint32_t n_ = 0;
};

/// The items that a measure names, or all that have points.
/// @throws Error when one of them has none, or none is left.
inline std::vector<std::string> scored_items(const StandardTask& task, const SurveyInstrument& survey) {
    auto items = task.setting<std::vector<std::string>>("items");
    for (const auto& set : survey.sets) {
        if (task.setting<std::vector<std::string>>("items").empty() && !set.points.empty()) {
            items.insert(items.end(), set.items.begin(), set.items.end());
        }
    }
    const bool all_scored = std::all_of(items.begin(), items.end(), [&](const auto& item) {
        return survey.find(item) != nullptr && !survey.find(item)->points.empty();
    });
    if (items.empty() || !all_scored) {
        throw Error("measure " + quoted(task.measure.id) + " adds up the points of items of the survey " +
                    quoted(survey.id) + "; give its [[survey.scale]] 'points', one for each answer");
    }
    return items;
}

/// The mean over complete forms of the sum of points, times a factor, plus a constant.
inline Drawer survey_points(const StandardTask& task) {
    static_cast<void>(choice_of(task)); // which throws
    return [task, items = scored_items(task, survey_of(task)),
            forms = forms_of(task)](const Service& service, const DrawingDay& day) -> Cell {
        CompleteForms complete(survey_of(task), items);
        auto oldest = day.as_of;
        std::uint8_t flags = 0;
        const auto state =
            see_pooled_forms(task, *forms, service, day, [&](const AnswerSheet& sheet, bool inherited) {
                if (complete.take(sheet)) {
                    oldest = std::min(oldest, sheet.returned_on.value_or(sheet.quarter.last_day()));
                    flags = static_cast<std::uint8_t>(flags | (inherited ? CellFlag::inherited : 0));
                }
            });
        if (state != State::present) {
            return absent_cell(state);
        }
        if (complete.n() == 0 || complete.n() < task.measure.least_n) {
            return {0, State::too_few, complete.n(), 0, flags};
        }
        const double mean = complete.points() / complete.n();
        return number_cell(mean * task.number("times") + task.number("plus"), complete.n(), oldest, flags);
    };
}

/// Positive answers to an item / answers to it that count, on the chosen forms.
inline Drawer survey_share(const StandardTask& task) {
    static_cast<void>(choice_of(task)); // which throws
    return [task, forms = forms_of(task)](const Service& service, const DrawingDay& day) -> Cell {
        const auto& item = task.word("item");
        const auto& positive = task.setting<std::vector<std::string>>("positive");
        const auto* set = survey_of(task).find(item);
        PooledShare share{day.as_of};
        const auto state =
            see_pooled_forms(task, *forms, service, day, [&](const AnswerSheet& sheet, bool inherited) {
                const auto answer = sheet.answer(item);
                if (set != nullptr && has_word(set->answers, answer)) {
                    share.count += has_word(positive, answer) ? 1U : 0U;
                    share.add(1, sheet.returned_on.value_or(sheet.quarter.last_day()), inherited);
                }
            });
        return state == State::present ? share.cell(task.measure.least_n) : absent_cell(state);
    };
}

/// The parameters that choose forms.
inline std::vector<Parameter> form_parameters(std::vector<Parameter> own) {
    using Texts = std::vector<std::string>;
    own.push_back({"where", "only forms that answer this item so", ParameterKind::items, Texts{}});
    own.push_back({"is", "the answers to it that choose a form", ParameterKind::answers, Texts{}});
    return own;
}

inline StandardMeasure survey_points_definition() {
    return {
        .id = "survey_points",
        .label = "Score of a survey",
        .formula =
            "mean over forms that answer all items of (sum of the points of their answers), * times + plus",
        .source = "Adult Social Care Outcomes Framework: quality of life from eight questions, 3 to 0 points "
                  "each, over people "
                  "who answered all eight; with preference weights as points, the ASCOT score",
        .unit = "points",
        .better = Better::higher,
        .denominator = "forms with an answer that counts to every item",
        .edges = "no form reached the service not_submitted; answers that came as counts unknown; no "
                 "complete form, or fewer than "
                 "the least n, too_few",
        .tables = {"survey_sheets"},
        .kind = ValueKind::number,
        .parameters =
            form_parameters({{"survey", "the survey", ParameterKind::survey, std::string(), 0, 0, {}, true},
                             {"items", "the items; without them all that have points", ParameterKind::items,
                              std::vector<std::string>{}},
                             number_parameter("times", "a factor", 1, -1e6, 1e6),
                             number_parameter("plus", "a constant", 0, -1e6, 1e6)}),
        .draw = survey_points};
}

inline StandardMeasure survey_share_definition() {
    return {.id = "survey_share",
            .label = "Share of answers among some of the people",
            .formula = "positive answers / answers that count, on forms that answer `where` with one of `is`",
            .source = own_definition(),
            .unit = "share",
            .better = Better::higher,
            .denominator = "answers to the item that count, on the chosen forms",
            .edges = "no form reached the service not_submitted; answers that came as counts unknown; fewer "
                     "than the least n too_few",
            .tables = {"survey_sheets"},
            .kind = ValueKind::share,
            .parameters = form_parameters(
                {{"survey", "the survey", ParameterKind::survey, std::string(), 0, 0, {}, true},
                 {"item", "the item", ParameterKind::item, std::string(), 0, 0, {}, true},
                 {"positive",
                  "the answers that are counted",
                  ParameterKind::answers,
                  std::vector<std::string>{},
                  0,
                  0,
                  {},
                  true}}),
            .draw = survey_share};
}

} // namespace detail

/// The standard measures of whole forms.
inline std::vector<StandardMeasure> survey_measures() {
    return {detail::survey_points_definition(), detail::survey_share_definition()};
}

} // namespace vermeil
