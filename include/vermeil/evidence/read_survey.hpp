// SPDX-License-Identifier: MIT
#pragma once
// Reads survey answers in the three forms in which councils keep them: counts, wide counts, answer sheets.

#include <vermeil/core/reader.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/origins.hpp>
#include <vermeil/evidence/service_of.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace vermeil::detail {

/// A schema with a further optional column for each that the frame has beyond it.
inline Schema extended(Schema schema, const Frame& frame, CellKind kind) {
    const auto own = schema.fields.size();
    for (const auto& column : frame.columns()) {
        const auto end = schema.fields.begin() + static_cast<std::ptrdiff_t>(own);
        if (std::none_of(schema.fields.begin(), end,
                         [&](const Field& field) { return field.name == column.name; })) {
            schema.fields.push_back({column.name, kind, "", false});
        }
    }
    return schema;
}

/// Reads the tables of surveys into one list of counts, and refuses what was counted before.
///
/// A refused row of counts stays as an answer without words: no share of its item is known then. A refused form
/// counts as one that did not come back.
class SurveyReader {
  public:
    explicit SurveyReader(Evidence& evidence) : evidence_(evidence) {}

    /// One row an answer.
    void read_counts(const Frame& frame) {
        namespace field = survey_counts_field;
        const Reader reader(survey_counts_schema(), frame);
        const Origins origins(frame);
        for (std::size_t i = 0; i < reader.rows(); ++i) {
            if (reader.is_blank(i)) {
                continue;
            }
            auto row = reader.row(i, evidence_.rejects);
            auto made = about(row, field::survey, origins.of(i), SurveyForm::counts);
            if (!made) {
                continue;
            }
            const auto answer = row.text(field::answer);
            made->count = row.whole(field::count);
            made->known_on = row.date(field::known_on);
            if (answer && !answers_.insert(key(*made, *answer)).second) {
                row.reject(field::answer,
                           "this service, quarter, item and answer stand already in an earlier row");
                continue;
            }
            made->answer = row.ok() ? *answer : "";
            evidence_.survey_counts.push_back(std::move(*made));
        }
    }

    /// One row an item, one column an answer: every column that the schema does not name.
    void read_wide(const Frame& frame) {
        namespace field = survey_wide_field;
        const auto schema = extended(survey_wide_schema(), frame, CellKind::whole);
        const Reader reader(schema, frame);
        const Origins origins(frame);
        for (std::size_t i = 0; i < reader.rows(); ++i) {
            if (reader.is_blank(i)) {
                continue;
            }
            auto row = reader.row(i, evidence_.rejects);
            auto made = about(row, field::survey, origins.of(i), SurveyForm::wide);
            if (made) {
                made->known_on = row.date(field::known_on);
            }
            for (std::size_t f = field::first_answer; made && f < schema.fields.size(); ++f) {
                made->count = row.whole(f);
                made->answer = row.ok() ? schema.fields[f].name : "";
                evidence_.survey_counts.push_back(*made);
            }
        }
    }

    /// One row a form, one column an item: every column that the schema does not name.
    void read_sheets(const Frame& frame) {
        namespace field = survey_sheets_field;
        const auto schema = extended(survey_sheets_schema(), frame, CellKind::text);
        const Reader reader(schema, frame);
        const Origins origins(frame);
        std::set<std::string> sheets;
        for (std::size_t i = 0; i < reader.rows(); ++i) {
            if (reader.is_blank(i)) {
                continue;
            }
            auto row = reader.row(i, evidence_.rejects);
            const auto sheet = row.text(field::sheet);
            const auto service = service_of(row, field::service, evidence_);
            const auto quarter = row.quarter(field::quarter);
            const auto returned_on = row.date(field::returned_on);
            const auto survey = row.text(field::survey).value_or("");
            if (row.ok() && returned_on && !quarter->contains(*returned_on)) {
                row.reject(field::returned_on, "lies outside the quarter " + to_string(*quarter));
            } else if (row.ok() && !sheets.insert(*sheet).second) {
                row.reject(field::sheet, "this sheet stands already in an earlier row");
            }
            if (row.ok()) {
                take_sheet({survey, *service, *quarter, returned_on, {}, origins.of(i)}, row, schema);
            }
        }
        sort_by_service(evidence_.sheets);
        add_tallies();
    }

  private:
    using ItemKey = std::tuple<std::string, std::string, Quarter, std::string>;
    using AnswerKey = std::tuple<std::string, std::string, Quarter, std::string, std::string>;

    static AnswerKey key(const SurveyCount& count, const std::string& answer) {
        return {folded(count.survey), count.service, count.quarter, folded(count.item), folded(answer)};
    }

    static ItemKey item_key(const SurveyCount& count) {
        return {folded(count.survey), count.service, count.quarter, folded(count.item)};
    }

    /// What a row of counts is about, still without an answer; nothing where the row is refused. Any row of counts
    /// may speak for an item, of a wide table the first, and none where another form has spoken.
    std::optional<SurveyCount> about(RowReader& row, std::size_t survey, Origin origin, SurveyForm form) {
        constexpr std::size_t item_at = survey_counts_field::item;
        static_assert(item_at == std::size_t{survey_wide_field::item});
        const auto service = service_of(row, survey_counts_field::service, evidence_);
        const auto quarter = row.quarter(survey_counts_field::quarter);
        const auto item = row.text(item_at);
        if (!row.ok()) {
            return std::nullopt;
        }
        SurveyCount made{
            row.text(survey).value_or(""), *service, *quarter, *item, "", {}, std::move(origin), form};
        const auto [found, is_new] = items_.emplace(item_key(made), form);
        if (!is_new && found->second != form) {
            row.reject(item_at, stands_in(found->second));
        } else if (!is_new && form == SurveyForm::wide) {
            row.reject(item_at, "this service, quarter and item stand already in an earlier row");
        }
        return row.ok() ? std::optional(std::move(made)) : std::nullopt;
    }

    static std::string stands_in(SurveyForm form) {
        return "this service, quarter and item stand already in the table " +
               std::string(survey_form_names.at(static_cast<std::size_t>(form)));
    }

    /// Keeps the form whole, and counts each of its answers.
    void take_sheet(AnswerSheet sheet, RowReader& row, const Schema& schema) {
        for (std::size_t f = survey_sheets_field::first_item; f < schema.fields.size(); ++f) {
            if (const auto answer = row.text(f)) {
                const auto& item = schema.fields[f].name;
                sheet.answers.emplace_back(item, *answer);
                tally({sheet.survey,
                       sheet.service,
                       sheet.quarter,
                       item,
                       *answer,
                       1,
                       sheet.origin,
                       SurveyForm::sheets,
                       {},
                       sheet.returned_on});
            }
        }
        evidence_.sheets.push_back(std::move(sheet));
    }

    void tally(SurveyCount answer) {
        const auto row = answer.origin.row;
        const auto returned_on = answer.oldest;
        auto place = key(answer, answer.answer);
        const auto [found, is_new] = tallies_.try_emplace(std::move(place), std::move(answer));
        if (!is_new) {
            ++*found->second.count;
            auto& oldest = found->second.oldest;
            oldest = oldest && returned_on ? std::min(oldest, returned_on) : oldest ? oldest : returned_on;
            found->second.further_rows.push_back(row);
        }
    }

    /// Adds what the sheets came to, unless another table has counted it.
    void add_tallies() {
        for (auto& [place, count] : tallies_) {
            const auto found = items_.find(item_key(count));
            if (found == items_.end()) {
                evidence_.survey_counts.push_back(std::move(count));
            } else {
                refuse(count, count.column(), count.answer, stands_in(found->second), evidence_.rejects);
            }
        }
        tallies_.clear();
    }

    Evidence& evidence_;
    std::map<ItemKey, SurveyForm> items_; // and the form in which they were counted
    std::set<AnswerKey> answers_;
    std::map<AnswerKey, SurveyCount> tallies_; // of answer sheets
};

} // namespace vermeil::detail
