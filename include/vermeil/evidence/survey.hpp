// SPDX-License-Identifier: MIT
#pragma once
// What people answered, as counts by service, quarter, item and answer; and how many were asked.

#include <vermeil/core/date.hpp>
#include <vermeil/core/observed.hpp>
#include <vermeil/core/proportion.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/core/rejects.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/origin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermeil {

/// The form in which answers were kept: a row an answer, a column an answer, or a row a returned form.
enum class SurveyForm : std::uint8_t { counts, wide, sheets };

/// The names of their tables, in the order of their numbers.
inline constexpr std::array<std::string_view, 3> survey_form_names{"survey_counts", "survey_wide",
                                                                   "survey_sheets"};

/// How many gave one answer to one item. A count that was lost is unknown, which is not 0.
struct SurveyCount {
    std::string survey; ///< empty where the table names none: any survey that has the item
    std::string service;
    Quarter quarter;
    std::string item;
    std::string answer; ///< empty where the row was refused: then no share of the item is known
    std::optional<std::uint32_t> count;
    Origin origin;
    SurveyForm form = SurveyForm::counts;
    std::vector<std::size_t> further_rows{}; ///< of answer sheets: the later rows with the same answer
    std::optional<Date> oldest{};   ///< of answer sheets: the day on which the first of them came back
    std::optional<Date> known_on{}; ///< the day it became known; nothing: the last day of the quarter

    /// The column of its table in which the answer stands.
    [[nodiscard]] const std::string& column() const {
        static const std::string of_counts = "answer";
        return form == SurveyForm::counts ? of_counts : form == SurveyForm::wide ? answer : item;
    }
};

/// Notes a fault of every row that gave an answer.
inline void refuse(const SurveyCount& count, const std::string& column, const std::string& value,
                   const std::string& reason, Rejects& rejects) {
    rejects.push_back(count.origin.reject(column, value, reason));
    for (const auto row : count.further_rows) {
        rejects.push_back(Origin{count.origin.source, row}.reject(column, value, reason));
    }
}

/// How a survey went for one service in one quarter; what is not known is left out.
struct SurveyBase {
    std::string survey;
    std::string service;
    Quarter quarter;
    std::optional<std::uint32_t> sent;
    std::optional<std::uint32_t> undelivered;
    std::optional<std::uint32_t> returned;
    std::optional<std::uint32_t> usable;
    Origin origin;
    std::optional<Date> known_on{}; ///< likewise
};

/// Forms returned / forms sent, undelivered ones included; `unknown` where either is not known or none was sent.
inline Observed<Proportion> response_rate(const SurveyBase& base) {
    if (!base.sent || !base.returned || *base.sent == 0 || *base.returned > *base.sent) {
        return State::unknown;
    }
    return Proportion(*base.returned, *base.sent);
}

/// Forms returned / forms sent and delivered; `unknown` where any of the three is not known or none arrived.
inline Observed<Proportion> adjusted_response_rate(const SurveyBase& base) {
    if (!base.sent || !base.returned || !base.undelivered || *base.undelivered >= *base.sent ||
        *base.returned > *base.sent - *base.undelivered) {
        return State::unknown;
    }
    return Proportion(*base.returned, *base.sent - *base.undelivered);
}

/// One row for each answer to each item, with how many gave it.
inline const Schema& survey_counts_schema() {
    static const Schema schema{
        "survey_counts",
        "Survey answers as counts: one row for each service, quarter, item and answer",
        {detail::service_column(),
         detail::quarter_column(),
         {"item", CellKind::text, "The question's id in the framework, such as dignity"},
         {"answer", CellKind::text, "The answer in words, such as strongly agree"},
         {"count", CellKind::whole, "How many gave this answer; leave empty where the figure is lost", false},
         detail::survey_column(),
         detail::known_on_column()}};
    return schema;
}

/// One row for each item, with a column for each answer; the answers' columns bear their words.
inline const Schema& survey_wide_schema() {
    static const Schema schema{
        "survey_wide",
        "Survey answers as counts: one row for each service, quarter and item, one column an answer",
        {detail::service_column(),
         detail::quarter_column(),
         {"item", CellKind::text, "The question's id in the framework, such as dignity"},
         detail::survey_column(),
         detail::known_on_column()}};
    return schema;
}

/// One row for each answer sheet, with a column for each item; the items' columns bear their ids.
inline const Schema& survey_sheets_schema() {
    static const Schema schema{
        "survey_sheets",
        "Survey answers sheet by sheet: one row a returned form, one column a question",
        {{"sheet", CellKind::id, "A number of your own for the form, never a person's name", true, {}, true},
         detail::service_column(),
         detail::quarter_column(),
         {"returned_on", CellKind::date, "The day the form came back, as 2024-10-01; it lies in the quarter",
          false},
         detail::survey_column()}};
    return schema;
}

/// How many forms went out and came back.
inline const Schema& survey_base_schema() {
    static const Schema schema{
        "survey_base",
        "How each survey went: forms sent and returned, one row for each service and quarter",
        {detail::service_column(),
         detail::quarter_column(),
         {"sent", CellKind::whole, "Forms sent out; leave empty where not known", false},
         {"undelivered", CellKind::whole, "Forms that could not be delivered", false},
         {"returned", CellKind::whole, "Forms that came back", false},
         {"usable", CellKind::whole, "Forms that could be used", false},
         detail::survey_column(),
         detail::known_on_column()}};
    return schema;
}

namespace detail {
namespace survey_counts_field {
enum : std::size_t { service, quarter, item, answer, count, survey, known_on };
}
namespace survey_wide_field {
enum : std::size_t { service, quarter, item, survey, known_on, first_answer };
}
namespace survey_sheets_field {
enum : std::size_t { sheet, service, quarter, returned_on, survey, first_item };
}
namespace survey_base_field {
enum : std::size_t { service, quarter, sent, undelivered, returned, usable, survey, known_on };
}
} // namespace detail

} // namespace vermeil
