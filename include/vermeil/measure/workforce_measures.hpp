// SPDX-License-Identifier: MIT
#pragma once
// Measures of a provider's workforce, from its quarterly returns.

#include <vermeil/evidence/workforce.hpp>
#include <vermeil/measure/returned.hpp>
#include <vermeil/measure/standard_measure.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace vermeil {

namespace detail {

namespace workforce = workforce_field;

inline Observed<std::uint64_t> headcount(const Record& row) {
    return sum_of(row, {workforce::permanent, workforce::temporary});
}

/// A share out of the workforce returns.
template <class Take>
Cell share_of_workers(const StandardTask& task, const Service& service, const DrawingDay& day, Take take) {
    return share_of_returns(task, workforce_kind(), service, day, take);
}

/// Leavers / headcount; `too_few` below `least_workers`.
inline Cell turnover(const StandardTask& task, const Service& service, const DrawingDay& day) {
    auto with_least = task;
    with_least.measure.least_n =
        std::max(task.measure.least_n, static_cast<std::uint32_t>(task.number("least_workers")));
    return share_of_workers(with_least, service, day, [](const Record& row) {
        return counted(number_of(row, workforce::leavers), headcount(row));
    });
}

/// Leavers / mean of the headcounts now and twelve months ago; the base is the whole part of that mean.
inline Cell turnover_on_average(const StandardTask& task, const Service& service, const DrawingDay& day) {
    auto twice = task;
    twice.measure.least_n = 0;
    auto cell = share_of_workers(twice, service, day, [](const Record& row) {
        const auto before = number_of(row, workforce::workers_a_year_ago);
        const auto now = headcount(row);
        return counted(number_of(row, workforce::leavers),
                       !before.is_present() || !now.is_present()
                           ? (now.is_present() ? before : now)
                           : Observed<std::uint64_t>(now.value() + before.value()));
    });
    const auto least = std::max(static_cast<double>(task.measure.least_n), task.number("least_workers"));
    const bool few = cell.n == 0 || cell.n < 2 * least;
    cell.value = few ? 0 : 2 * static_cast<double>(cell.count) / cell.n;
    cell.state = few && cell.state == State::present ? State::too_few : cell.state;
    cell.n /= 2;
    cell.count = 0;
    return cell;
}

/// Vacancies / (filled posts + vacancies).
inline Cell vacancy_rate(const StandardTask& task, const Service& service, const DrawingDay& day) {
    return share_of_workers(task, service, day, [](const Record& row) {
        return counted(number_of(row, workforce::vacancies),
                       sum_of(row, {workforce::filled_posts, workforce::vacancies}));
    });
}

/// The return of the rated quarter says it, or the reason why none does.
inline Observed<const Record*> manager_row(const StandardTask& task, const Service& service,
                                           const DrawingDay& day) {
    const auto row = return_of(task, workforce_kind().schema.name, service.id().text(), day.quarter);
    if (!row.is_present() || row.value()->get<bool>(workforce::manager_in_post) != nullptr) {
        return row;
    }
    return row.value()->is_refused(workforce::manager_in_post) ? State::unknown : State::not_submitted;
}

/// 1 where a registered manager is in post, else 0.
inline Cell manager_in_post(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto row = manager_row(task, service, day);
    return row.is_present() ? number_cell(*row.value()->get<bool>(workforce::manager_in_post) ? 1 : 0, 0,
                                          day.quarter.last_day())
                            : absent_cell(row.state());
}

/// The days since when no registered manager is in post, up to the end of the quarter; 0 where one is.
inline Cell manager_vacancy_days(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto row = manager_row(task, service, day);
    if (!row.is_present()) {
        return absent_cell(row.state());
    }
    const auto last = day.quarter.last_day();
    if (*row.value()->get<bool>(workforce::manager_in_post)) {
        return number_cell(0, 0, last);
    }
    const auto* since = row.value()->get<Date>(workforce::manager_since);
    return since != nullptr && *since <= last
               ? number_cell(static_cast<double>((last - *since).days()), 0, last)
               : absent_cell(State::unknown);
}

/// What happens at the edges.
inline std::string workforce_none() {
    return "without a return not_submitted; a refused cell makes it unknown; without a base too_few";
}
/// A parameter that several take.
inline Parameter workforce_least_workers() {
    return whole_parameter("least_workers", "below so many workers it is too_few", 10, 0, 1e6);
}
inline StandardMeasure turnover_definition() {
    return {.id = "turnover",
            .label = "Turnover of workers",
            .formula = "leavers / (permanent + temporary)",
            .source = "Skills for Care: leavers of the last 12 months by workers directly employed now",
            .unit = "share",
            .better = Better::lower,
            .denominator = "workers directly employed on the last day of the quarter",
            .edges = workforce_none() + "; may exceed 1; below least_workers too_few",
            .tables = {"workforce"},
            .kind = ValueKind::share,
            .parameters = {workforce_least_workers()},
            .draw = each_service<turnover>};
}

inline StandardMeasure turnover_on_average_definition() {
    return {.id = "turnover_on_average",
            .label = "Turnover on the average headcount",
            .formula = "leavers / ((permanent + temporary + workers_a_year_ago) / 2)",
            .source = "the usual form of personnel statistics",
            .unit = "per worker",
            .better = Better::lower,
            .denominator = "mean of the headcounts now and twelve months ago",
            .edges = workforce_none() + "; below least_workers too_few",
            .tables = {"workforce"},
            .kind = ValueKind::number,
            .parameters = {workforce_least_workers()},
            .draw = each_service<turnover_on_average>};
}

inline StandardMeasure vacancy_rate_definition() {
    return {.id = "vacancy_rate",
            .label = "Vacant posts",
            .formula = "vacancies / (filled_posts + vacancies)",
            .source = "Skills for Care, as its reports describe it",
            .unit = "share",
            .better = Better::lower,
            .denominator = "posts, filled or vacant",
            .edges = workforce_none(),
            .tables = {"workforce"},
            .kind = ValueKind::share,
            .draw = each_service<vacancy_rate>};
}

inline StandardMeasure manager_in_post_definition() {
    return {.id = "manager_in_post",
            .label = "Registered manager in post",
            .formula = "1 where manager_in_post, else 0",
            .source = own_definition(),
            .unit = "0 or 1",
            .better = Better::higher,
            .denominator = "none",
            .edges = workforce_none(),
            .tables = {"workforce"},
            .kind = ValueKind::truth,
            .draw = each_service<manager_in_post>};
}

inline StandardMeasure manager_vacancy_days_definition() {
    return {.id = "manager_vacancy_days",
            .label = "Days without a registered manager",
            .formula = "last day of the quarter - manager_since where none is in post; 0 where one is",
            .source = own_definition(),
            .unit = "days",
            .better = Better::lower,
            .denominator = "none",
            .edges = workforce_none() + "; a vacancy since nobody knows when is unknown",
            .tables = {"workforce"},
            .kind = ValueKind::whole,
            .draw = each_service<manager_vacancy_days>};
}

} // namespace detail

/// The standard measures of a workforce.
inline std::vector<StandardMeasure> workforce_measures() {
    return {detail::turnover_definition(), detail::turnover_on_average_definition(),
            detail::vacancy_rate_definition(), detail::manager_in_post_definition(),
            detail::manager_vacancy_days_definition()};
}

} // namespace vermeil
