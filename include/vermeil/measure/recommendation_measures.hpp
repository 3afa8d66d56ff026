// SPDX-License-Identifier: MIT
#pragma once
// Measures of proposals to change a person's care, by trusted assessors and others.

#include <vermeil/evidence/recommendation.hpp>
#include <vermeil/measure/row_window.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace vermeil {

namespace detail {

namespace recommendation = recommendation_field;

inline const std::string& recommendation_table() { return recommendation_kind().schema.name; }

/// Whether a row is by those that the measure asks about; unclear where who proposed it was refused.
inline Says is_by(const StandardTask& task, const Record& row) {
    const auto& by = task.word("by");
    return by == "anyone"                             ? Says::yes
           : row.is_refused(recommendation::by)       ? Says::unclear
           : row.says(recommendation::by, by.c_str()) ? Says::yes
                                                      : Says::no;
}

/// Whether a proposal was decided in the window and accepted; nothing where it was not decided then.
inline Says is_accepted(const StandardTask& task, const Record& row, const DayWindow& window) {
    const auto by = is_by(task, row);
    if (by != Says::yes) {
        return by == Says::no ? Says::nothing : by;
    }
    const auto decided = is_within(row, recommendation::decided_on, window);
    if (decided != Says::yes) {
        return decided == Says::no ? Says::nothing : decided;
    }
    return row.get<std::string>(recommendation::decision) == nullptr ? Says::unclear
           : row.says(recommendation::decision, "accepted")          ? Says::yes
                                                                     : Says::no;
}

/// Accepted / decided in the window.
inline Cell recommendations_accepted(const StandardTask& task, const Service& service,
                                     const DrawingDay& day) {
    const auto window = window_of(task, day);
    return share_of_rows(task, recommendation_table(), service, day,
                         [&](const Record& row) { return is_accepted(task, row, window); });
}

/// Days from proposal to decision, of those decided in the window.
inline Cell recommendation_days(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto window = window_of(task, day);
    return statistic_of_rows(
        task, recommendation_table(), service, day,
        [&](const Record& row) { return is_accepted(task, row, window); },
        [](const Record& row) { return (*row.get<Date>(recommendation::decided_on) - row.from).days(); });
}

/// Hours a week by which accepted proposals change care, up, down or both together.
inline Cell recommended_hours(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto window = window_of(task, day);
    const auto& count = task.word("count");
    std::int64_t sum = 0;
    std::uint32_t n = 0;
    auto oldest = day.as_of;
    const auto tally = tally_of(task, recommendation_table(), service, day, [&](const Record& row) {
        const auto says = is_accepted(task, row, window);
        const auto* before = row.get<double>(recommendation::hours_before);
        const auto* after = row.get<double>(recommendation::hours_after);
        if (says != Says::yes || before == nullptr || after == nullptr) {
            return says == Says::yes ? Says::unclear : says;
        }
        const std::int64_t by = std::llround(*after * 100) - std::llround(*before * 100);
        if (by != 0 && (count == "net" || (count == "up") == (by > 0))) {
            sum += count == "down" ? -by : by;
            oldest = std::min(oldest, row.from);
            ++n;
        }
        return says;
    });
    return tally.is_present()
               ? number_cell(static_cast<double>(sum) / 100, n, oldest, tally.value().share.flags)
               : absent_cell(tally.state());
}

/// Accepted proposals taken back within so many days of their first day / those whose days ended in the window.
inline Cell recommendations_reversed(const StandardTask& task, const Service& service,
                                     const DrawingDay& day) {
    const auto window = window_of(task, day);
    const boost::gregorian::days within(static_cast<int>(task.number("days")));
    return share_of_rows(task, recommendation_table(), service, day, [&](const Record& row) {
        const auto by = is_by(task, row);
        const auto* from = row.get<Date>(recommendation::effective_on);
        if (by != Says::yes || row.says(recommendation::decision, "declined")) {
            return by == Says::unclear ? by : Says::nothing;
        }
        if (row.is_refused(recommendation::effective_on) || row.is_refused(recommendation::reversed_on)) {
            return Says::unclear;
        }
        if (from == nullptr || !window.has(*from + within)) {
            return Says::nothing;
        }
        const auto* back = row.get<Date>(recommendation::reversed_on);
        return back != nullptr && *back <= *from + within ? Says::yes : Says::no;
    });
}

/// Of the proposals about double-handed care that were decided in the window, those accepted that make it single-handed.
inline Cell double_to_single(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto window = window_of(task, day);
    return share_of_rows(task, recommendation_table(), service, day, [&](const Record& row) {
        const auto says = is_accepted(task, row, window);
        const auto* before = row.get<std::uint32_t>(recommendation::carers_before);
        const auto* after = row.get<std::uint32_t>(recommendation::carers_after);
        if (says == Says::nothing || says == Says::unclear) {
            return says;
        }
        if (before == nullptr || after == nullptr) {
            return row.is_refused(recommendation::carers_before) ||
                           row.is_refused(recommendation::carers_after)
                       ? Says::unclear
                       : Says::nothing; // it is not about carers
        }
        return *before < 2 ? Says::nothing : says == Says::yes && *after == 1 ? Says::yes : Says::no;
    });
}

/// What happens at the edges.
inline std::string recommendation_edges() {
    return "without the table unknown, and so with a refused row, or one decided without "
           "saying how; without such "
           "proposals too_few";
}
/// A parameter that several take.
inline Parameter recommendation_by() {
    return word_parameter("by", "whose proposals", {"anyone", "trusted assessor", "provider", "council"});
}

inline StandardMeasure recommendations_accepted_definition() {
    return {.id = "recommendations_accepted",
            .label = "Proposals accepted",
            .formula = "accepted / decided in the quarter",
            .source = own_definition(),
            .unit = "share",
            .better = Better::neither,
            .denominator = "proposals decided in the quarter",
            .edges = recommendation_edges(),
            .tables = {recommendation_table()},
            .kind = ValueKind::share,
            .parameters = {recommendation_by()},
            .draw = each_service<recommendations_accepted>};
}

inline StandardMeasure recommendation_days_definition() {
    return {.id = "recommendation_days",
            .label = "Days from proposal to decision",
            .formula = "decided_on - proposed_on of those decided in the quarter",
            .source = own_definition(),
            .unit = "days",
            .better = Better::lower,
            .denominator = "proposals decided in the quarter",
            .edges = recommendation_edges(),
            .tables = {recommendation_table()},
            .kind = ValueKind::number,
            .parameters = {recommendation_by(), statistic_parameter()},
            .draw = each_service<recommendation_days>};
}

inline StandardMeasure recommended_hours_definition() {
    return {
        .id = "recommended_hours",
        .label = "Hours by which accepted proposals change care",
        .formula = "sum of hours_after - hours_before of those accepted in the quarter; up and down alone as "
                   "positive "
                   "numbers",
        .source = own_definition(),
        .unit = "hours a week",
        .better = Better::neither,
        .denominator = "none",
        .edges = recommendation_edges() + "; one accepted without its hours makes it unknown; without any 0",
        .tables = {recommendation_table()},
        .kind = ValueKind::number,
        .parameters = {recommendation_by(), word_parameter("count", "which changes", {"net", "up", "down"})},
        .draw = each_service<recommended_hours>};
}

inline StandardMeasure recommendations_reversed_definition() {
    return {.id = "recommendations_reversed",
            .label = "Accepted proposals taken back",
            .formula = "taken back within `days` of effective_on / those whose days ended in the quarter",
            .source = own_definition(),
            .unit = "share",
            .better = Better::lower,
            .denominator = "proposals in effect of which the days ended in the quarter",
            .edges = recommendation_edges(),
            .tables = {recommendation_table()},
            .kind = ValueKind::share,
            .parameters = {recommendation_by(),
                           whole_parameter("days", "days within which a change is taken back", 84, 1, 3660)},
            .draw = each_service<recommendations_reversed>};
}

inline StandardMeasure double_to_single_definition() {
    return {
        .id = "double_to_single",
        .label = "Double-handed care turned single-handed",
        .formula =
            "accepted with carers_before 2 or more and carers_after 1 / decided with carers_before 2 or more",
        .source = own_definition(),
        .unit = "share",
        .better = Better::neither,
        .denominator = "proposals about double-handed care decided in the quarter",
        .edges = recommendation_edges(),
        .tables = {recommendation_table()},
        .kind = ValueKind::share,
        .parameters = {recommendation_by()},
        .draw = each_service<double_to_single>};
}

} // namespace detail

/// The standard measures of proposals to change care.
inline std::vector<StandardMeasure> recommendation_measures() {
    return {detail::recommendations_accepted_definition(), detail::recommendation_days_definition(),
            detail::recommended_hours_definition(), detail::recommendations_reversed_definition(),
            detail::double_to_single_definition()};
}

} // namespace vermeil
