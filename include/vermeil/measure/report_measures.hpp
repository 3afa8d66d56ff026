// SPDX-License-Identifier: MIT
#pragma once
// Measures of what people report: complaints, safeguarding, deaths, concerns. Only what was concluded, was found to be so and is
// the service's to answer for counts, and by exposure: whoever reports more must not look worse for it.

#include <vermeil/evidence/complaint.hpp>
#include <vermeil/evidence/concern.hpp>
#include <vermeil/evidence/death.hpp>
#include <vermeil/evidence/safeguarding.hpp>
#include <vermeil/measure/care_exposure.hpp>
#include <vermeil/measure/row_window.hpp>

#include <string>
#include <vector>

namespace vermeil {

namespace detail {

/// Whether a report counts: it was concluded in the window, found to be so, and is the service's to answer for. What was
/// concluded without saying one of the two is unclear, unless the other says no.
template <class FoundOf> Says counts_as_report(const Record& row, std::size_t concluded_on,
                                               std::size_t attributable, const DayWindow& window,
                                               FoundOf found_of) {
    const auto within = is_within(row, concluded_on, window);
    if (within != Says::yes) {
        return within;
    }
    const Says found = found_of(row);
    const Says owed = said(row, attributable);
    return found == Says::no || owed == Says::no     ? Says::no
           : found == Says::yes && owed == Says::yes ? Says::yes
                                                     : Says::unclear;
}

/// The rate of the reports of a table.
template <class FoundOf> Cell report_rate(const StandardTask& task, const RecordKind& kind,
                                          const Service& service, const DrawingDay& day,
                                          std::size_t concluded_on, std::size_t attributable,
                                          FoundOf found_of) {
    const auto window = window_of(task, day);
    const auto number = number_of_rows(task, kind.schema.name, service, day, [&](const Record& row) {
        return counts_as_report(row, concluded_on, attributable, window, found_of);
    });
    return rate_cell(task, number, exposure_of(task, service, day));
}

/// Whether a word says that a report was found to be so, in part where the measure asks for that too.
inline Says found_by(const Record& row, std::size_t field, const char* whole, const char* part,
                     bool with_part) {
    return row.get<std::string>(field) == nullptr                           ? Says::unclear
           : row.says(field, whole) || (with_part && row.says(field, part)) ? Says::yes
                                                                            : Says::no;
}

inline Cell complaints_rate(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = complaint_field;
    const bool partly = task.truth("partly");
    return report_rate(
        task, complaint_kind(), service, day, f::concluded_on, f::attributable, [&](const Record& row) {
            return row.says(f::kind, "compliment") ? Says::no
                   : row.is_refused(f::kind)       ? Says::unclear
                                             : found_by(row, f::outcome, "upheld", "partly upheld", partly);
        });
}

inline Cell safeguarding_rate(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = safeguarding_field;
    const bool partly = task.truth("partly");
    return report_rate(task, safeguarding_kind(), service, day, f::concluded_on, f::attributable,
                       [&](const Record& row) {
                           return found_by(row, f::decision, "substantiated", "partly substantiated", partly);
                       });
}

inline Cell deaths_rate(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = death_field;
    return report_rate(task, death_kind(), service, day, f::concluded_on, f::attributable,
                       [](const Record&) { return Says::yes; });
}

inline Cell concerns_rate(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = concern_field;
    return report_rate(task, concern_kind(), service, day, f::concluded_on, f::attributable,
                       [](const Record& row) { return said(row, f::substantiated); });
}

/// Compliments received in the window; they need no conclusion.
inline Cell compliments_rate(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = complaint_field;
    const auto window = window_of(task, day);
    const auto number =
        number_of_rows(task, complaint_kind().schema.name, service, day, [&](const Record& row) {
            return row.is_refused(f::kind)           ? Says::unclear
                   : row.says(f::kind, "compliment") ? is_within(row, f::received_on, window)
                                                     : Says::no;
        });
    return rate_cell(task, number, exposure_of(task, service, day));
}

/// Complaints concluded within so many days / complaints whose days ended in the window.
inline Cell complaints_in_time(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = complaint_field;
    const auto window = window_of(task, day);
    const boost::gregorian::days allowed(static_cast<int>(task.number("days")));
    return share_of_rows(task, complaint_kind().schema.name, service, day, [&](const Record& row) {
        if (row.is_refused(f::kind) || row.is_refused(f::concluded_on)) {
            return Says::unclear;
        }
        if (row.says(f::kind, "compliment") || !window.has(row.from + allowed)) {
            return Says::nothing;
        }
        const auto* concluded = row.get<Date>(f::concluded_on);
        return concluded != nullptr && *concluded <= row.from + allowed ? Says::yes : Says::no;
    });
}

/// Where the definitions come from.
inline std::string report_source() {
    return "definition of this library: concluded and attributable facts alone, by exposure";
}
/// What happens at the edges.
inline std::string report_edges() {
    return "without the table unknown, without rows 0; a case that was concluded without saying whether it "
           "was "
           "so and is the service's makes it unknown, and so does a refused row; without exposure too_few";
}
/// A parameter that several take.
inline Parameter report_per() {
    return number_parameter("per", "for so much exposure, in hours or people", 1000.0, 1e-3, 1e9);
}
/// The same where people are counted first.
inline Parameter per_person() {
    return number_parameter("per", "for so much exposure, in hours or people", 1, 1e-3, 1e9);
}
/// A parameter that several take.
inline Parameter report_partly() {
    return truth_parameter("partly", "whether what was found in part counts", true);
}

/// The rate of the reports of a table, by exposure.
inline StandardMeasure report_definition(std::string id, std::string label, const std::string& what,
                                         std::string table, std::vector<Parameter> parameters,
                                         Drawer (*draw)(const StandardTask&)) {
    return {.id = std::move(id),
            .label = std::move(label),
            .formula = what + " concluded in the quarter and the service's to answer for * per / exposure",
            .source = report_source(),
            .unit = "per 1000 hours",
            .better = Better::lower,
            .denominator = "hours planned in packages, or as `over` says",
            .edges = report_edges(),
            .tables = {std::move(table), "packages", "exposures"},
            .kind = ValueKind::number,
            .parameters = std::move(parameters),
            .reports = true,
            .draw = draw};
}

inline StandardMeasure complaints_rate_definition() {
    auto made =
        report_definition("complaints_rate", "Complaints upheld", "complaints upheld,", "complaints",
                          {people_or_hours(), per_person(), report_partly()}, each_service<complaints_rate>);
    made.unit = "per person served";
    made.denominator = "people with a package in the quarter, or as `over` says";
    return made;
}

inline StandardMeasure compliments_rate_definition() {
    return {.id = "compliments_rate",
            .label = "Compliments",
            .formula = "compliments received in the quarter * per / exposure",
            .source = "definition of this library",
            .unit = "per person served",
            .better = Better::higher,
            .denominator = "people with a package in the quarter, or as `over` says",
            .edges = "without the table unknown, without rows 0; without exposure too_few",
            .tables = {"complaints", "packages", "exposures"},
            .kind = ValueKind::number,
            .parameters = {people_or_hours(), per_person()},
            .draw = each_service<compliments_rate>};
}

inline StandardMeasure complaints_in_time_definition() {
    return {.id = "complaints_in_time",
            .label = "Complaints concluded in time",
            .formula = "complaints concluded within `days` / complaints whose days ended in the quarter",
            .source = "definition of this library",
            .unit = "share",
            .better = Better::higher,
            .denominator = "complaints, open ones too, of which the allowed days ended in the quarter",
            .edges =
                "without the table unknown; without such complaints too_few; a refused row makes it unknown",
            .tables = {"complaints"},
            .kind = ValueKind::share,
            .parameters = {whole_parameter("days", "days allowed", 28, 0, 3660)},
            .draw = each_service<complaints_in_time>};
}

} // namespace detail

/// The standard measures of what people report.
inline std::vector<StandardMeasure> report_measures() {
    using namespace detail;
    return {detail::complaints_rate_definition(),
            report_definition("safeguarding_rate", "Safeguarding enquiries substantiated",
                              "enquiries substantiated,", "safeguarding",
                              {hours_or_people(), report_per(), report_partly()},
                              each_service<safeguarding_rate>),
            report_definition("deaths_rate", "Unexpected deaths", "reviews of unexpected deaths", "deaths",
                              {hours_or_people(), report_per()}, each_service<deaths_rate>),
            report_definition("concerns_rate", "Contracting concerns substantiated",
                              "concerns substantiated,", "concerns", {hours_or_people(), report_per()},
                              each_service<concerns_rate>),
            detail::compliments_rate_definition(),
            detail::complaints_in_time_definition()};
}

} // namespace vermeil
