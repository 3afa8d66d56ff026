// SPDX-License-Identifier: MIT
#pragma once
// What happened where a measure drawn from evidence is `unknown`.

#include <vermeil/core/error.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/measure/asked_tables.hpp>
#include <vermeil/measure/catalogue.hpp>
#include <vermeil/measure/measure.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

namespace vermeil {

namespace detail {

/// Whether a table was given; of those that have a place of their own in the evidence too.
inline bool has_table(const Evidence& evidence, std::string_view table) {
    return table == "visits"            ? evidence.visits != nullptr
           : table == "packages"        ? evidence.care.has_packages
           : table == "package_changes" ? evidence.care.has_changes
           : table == "survey_sheets"   ? !evidence.sheets.empty()
                                        : evidence.find_records(table) != nullptr;
}

inline std::string no_table(std::string_view table) {
    return "no table of " + std::string(table) + " was given";
}

inline std::string row_refused(std::string_view table) {
    return "a row of " + std::string(table) + " was refused, see the rejects";
}

/// Of events, of the rows of a table, or of both, of which one that is there is enough to look further.
template <class Events> std::string cause_of_events(const Events& asked, const Evidence& evidence) {
    const auto& table = asked.of_table ? asked.event : asked.also;
    const bool has_table = !table.empty() && evidence.find_records(table) != nullptr;
    const bool has_events = !asked.of_table && evidence.has_events;
    if (has_events || has_table) {
        return row_refused(!has_table ? "events" : !has_events ? table : "events or of " + table);
    }
    return no_table(asked.of_table ? table : table.empty() ? "events" : "events or of " + table);
}

inline std::string cause(const EventOpen& asked, const Evidence& evidence) {
    return cause_of_events(asked, evidence);
}
inline std::string cause(const EventCount& asked, const Evidence& evidence) {
    return cause_of_events(asked, evidence);
}
inline std::string cause(const LatestRating&, const Evidence& evidence) {
    return evidence.has_inspections ? row_refused("inspections") : no_table("inspections");
}
inline std::string cause(const SurveyShare&, const Evidence&) {
    return "a count of its answers is missing or was refused, see the rejects";
}
inline std::string cause(const CountShare&, const Evidence&) { return "returned as unknown"; }
/// Other tables of a measure may stand in for each other: one that is there is enough to look further.
inline std::string cause(const StandardValue& value, const Evidence& evidence) {
    const auto& tables = standard_measure(value.standard).tables;
    const auto given = [&](const auto& table) { return has_table(evidence, table); };
    if (tables.empty()) {
        return "";
    }
    return std::none_of(tables.begin(), tables.end(), given)
               ? no_table(one_of(tables))
               : "the rows of " + one_of(tables) + " do not tell or were refused, see the rejects";
}
/// Somebody else's number: nothing is known of how it came about.
template <class Ready> std::string cause(const Ready&, const Evidence&) { return ""; }

} // namespace detail

/// What happened where a measure drawn from this evidence is `unknown`, in words; empty where nobody can say. It is the same
/// for all services, but for returns of which single rows were refused: see `refused_count_cause`.
inline std::string unknown_cause(const Measure& measure, const Evidence& evidence) {
    if (const auto table = unread_table(measure, evidence); !table.empty()) {
        return "the table of " + table + " could not be read, see the rejects";
    }
    return std::visit([&](const auto& source) { return detail::cause(source, evidence); }, measure.value);
}

/// What happened where the row of a return stands there and its figures could not be used.
inline std::string refused_count_cause() { return detail::row_refused("counts"); }

} // namespace vermeil
