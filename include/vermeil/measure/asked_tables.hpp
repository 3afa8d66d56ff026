// SPDX-License-Identifier: MIT
#pragma once
// The tables of evidence that a measure rests on, and which of them could not be read.

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/measure/catalogue.hpp>
#include <vermeil/measure/measure.hpp>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace vermeil {

namespace detail {

inline std::vector<std::string> tables_of(const SurveyShare&) {
    return {"survey_counts", "survey_wide", "survey_sheets", "survey_base"};
}
inline std::vector<std::string> tables_of(const CountShare&) { return {"counts"}; }
inline std::vector<std::string> tables_of(const Overdue&) { return {"counts"}; }
inline std::vector<std::string> tables_of(const LatestRating&) { return {"inspections"}; }
/// Embargoes, and companies that do not trade, are events as well.
template <class Events> std::vector<std::string> tables_of_events(const Events& asked) {
    std::vector<std::string> tables{asked.event};
    if (!asked.of_table) {
        tables = {"events", "embargoes", "finance"};
    }
    if (!asked.also.empty()) {
        tables.push_back(asked.also);
    }
    return tables;
}
inline std::vector<std::string> tables_of(const EventOpen& asked) { return tables_of_events(asked); }
inline std::vector<std::string> tables_of(const EventCount& asked) { return tables_of_events(asked); }
/// Packages are as their changes left them.
inline std::vector<std::string> tables_of(const StandardValue& value) {
    auto tables = standard_measure(value.standard).tables;
    const auto has = [&](const char* table) {
        return std::find(tables.begin(), tables.end(), table) != tables.end();
    };
    if (has("packages") && !has("package_changes")) {
        tables.emplace_back("package_changes");
    }
    return tables;
}
/// Somebody else's number rests on no table.
template <class Ready> std::vector<std::string> tables_of(const Ready&) { return {}; }

} // namespace detail

/// The tables of evidence that a measure rests on, whether they are there or not; none where its number is given ready.
inline std::vector<std::string> asked_tables(const Measure& measure) {
    return std::visit([](const auto& source) { return detail::tables_of(source); }, measure.value);
}

/// The first of a measure's tables that was given and could not be read, so that the measure is `unknown` of every service; empty
/// where there is none.
inline std::string unread_table(const Measure& measure, const Evidence& evidence) {
    const auto tables = evidence.unread.empty() ? std::vector<std::string>() : asked_tables(measure);
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [&](const std::string& table) { return evidence.is_unread(table); });
    return found == tables.end() ? "" : *found;
}

} // namespace vermeil
