// SPDX-License-Identifier: MIT
#pragma once
// Measures of how a company stands and how services leave.

#include <vermeil/evidence/exit.hpp>
#include <vermeil/evidence/finance.hpp>
#include <vermeil/measure/row_window.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// 1 where the company stands in another way than trading on the last day, else 0.
inline Cell company_in_difficulty(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = finance_field;
    const auto last = window_of(task, day).last;
    const bool arranged = task.truth("voluntary_arrangement");
    auto cell = number_of_rows(task, finance_kind().schema.name, service, day, [&](const Record& row) {
        if (!row.is_open_on(last)) {
            return Says::no;
        }
        const bool spared =
            row.says(f::status, "trading") || (!arranged && row.says(f::status, "voluntary arrangement"));
        return row.get<std::string>(f::status) == nullptr ? Says::unclear : spared ? Says::no : Says::yes;
    });
    cell.value = std::min(cell.value, 1.0);
    return cell;
}

/// Exits of some kinds in the window, or the people who had to move.
inline Cell exits_of(const StandardTask& task, const Service& service, const DrawingDay& day,
                     const std::vector<std::string>& kinds) {
    namespace f = exit_field;
    const auto window = window_of(task, day);
    const bool people = task.word("count") == "people";
    std::uint64_t moved = 0;
    auto cell = number_of_rows(task, exit_kind().schema.name, service, day, [&](const Record& row) {
        if (!window.has(row.from)) {
            return Says::no;
        }
        const auto* kind = row.get<std::string>(f::kind);
        const auto* number = row.get<std::uint32_t>(f::people);
        if (kind == nullptr) {
            return Says::unclear;
        }
        if (!has_word(kinds, *kind)) {
            return Says::no;
        }
        moved += number != nullptr ? *number : 0;
        return people && number == nullptr ? Says::unclear : Says::yes;
    });
    cell.value = people && cell.state == State::present ? static_cast<double>(moved) : cell.value;
    return cell;
}
inline Cell exits(const StandardTask& task, const Service& service, const DrawingDay& day) {
    return exits_of(task, service, day, exit_kind().schema.fields[exit_field::kind].allowed);
}
inline Cell forced_terminations(const StandardTask& task, const Service& service, const DrawingDay& day) {
    return exits_of(task, service, day, {"forced termination", "business failure"});
}

/// What happens at the edges.
inline std::string standing_edges() {
    return "without the table unknown, and so with a refused row; without rows 0";
}
/// A parameter that several take.
inline Parameter standing_count() { return word_parameter("count", "what is counted", {"exits", "people"}); }

inline StandardMeasure company_in_difficulty_definition() {
    return {.id = "company_in_difficulty",
            .label = "Company in difficulty",
            .formula = "1 where a status other than trading is open on the last day, else 0",
            .source = own_definition(),
            .unit = "0 or 1",
            .better = Better::lower,
            .denominator = "none",
            .edges = standing_edges(),
            .tables = {"finance"},
            .kind = ValueKind::truth,
            .parameters = {truth_parameter("voluntary_arrangement", "whether a voluntary arrangement counts",
                                           true)},
            .draw = each_service<company_in_difficulty>};
}

/// What both definitions of exits have in common.
inline StandardMeasure of_exits(std::string id, std::string label, std::string formula,
                                Drawer (*draw)(const StandardTask&)) {
    return {.id = std::move(id),
            .label = std::move(label),
            .formula = std::move(formula),
            .source = own_definition(),
            .unit = "exits or people",
            .better = Better::lower,
            .denominator = "none",
            .edges = standing_edges() + "; people that are not told make it unknown",
            .tables = {"exits"},
            .kind = ValueKind::whole,
            .parameters = {standing_count()},
            .draw = draw};
}

inline StandardMeasure exits_definition() {
    return of_exits("exits", "Exits", "exits of the quarter, or people who had to move", each_service<exits>);
}

inline StandardMeasure forced_terminations_definition() {
    return of_exits(
        "forced_terminations", "Forced terminations",
        "exits of the quarter by forced termination or business failure, or people who had to move",
        each_service<forced_terminations>);
}

} // namespace detail

/// The standard measures of how companies stand and services leave.
inline std::vector<StandardMeasure> standing_measures() {
    return {detail::company_in_difficulty_definition(), detail::exits_definition(),
            detail::forced_terminations_definition()};
}

} // namespace vermeil
