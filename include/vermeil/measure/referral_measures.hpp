// SPDX-License-Identifier: MIT
#pragma once
// Measures of requests for care: what services answer, how soon care starts, who waits.

#include <vermeil/evidence/referral.hpp>
#include <vermeil/measure/row_window.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace vermeil {

namespace detail {

namespace referral = referral_field;

inline const std::string& referral_table() { return referral_kind().schema.name; }

/// Accepted / answered in the window.
inline Cell referrals_accepted(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto window = window_of(task, day);
    return share_of_rows(task, referral_table(), service, day, [&](const Record& row) {
        const auto within = is_within(row, referral::answered_on, window);
        if (within != Says::yes) {
            return within == Says::no ? Says::nothing : within;
        }
        return row.get<std::string>(referral::answer) == nullptr ? Says::unclear
               : row.says(referral::answer, "accepted")          ? Says::yes
                                                                 : Says::no;
    });
}

/// Days from the request to the first visit, of care that started in the window.
inline Cell days_to_start(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto window = window_of(task, day);
    return statistic_of_rows(
        task, referral_table(), service, day,
        [&](const Record& row) {
            const auto within = is_within(row, referral::started_on, window);
            return within == Says::no ? Says::nothing : within;
        },
        [](const Record& row) { return (*row.get<Date>(referral::started_on) - row.from).days(); });
}

/// Started by the planned day, or so many days later, / care planned to start so that this day lies in the window.
inline Cell started_as_planned(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto window = window_of(task, day);
    const boost::gregorian::days late(static_cast<int>(task.number("days_late")));
    return share_of_rows(task, referral_table(), service, day, [&](const Record& row) {
        for (const auto field : {referral::planned_start, referral::started_on, referral::withdrawn_on}) {
            if (row.is_refused(field)) {
                return Says::unclear;
            }
        }
        const auto* planned = row.get<Date>(referral::planned_start);
        if (planned == nullptr || !window.has(*planned + late)) {
            return Says::nothing;
        }
        const auto *started = row.get<Date>(referral::started_on),
                   *fell = row.get<Date>(referral::withdrawn_on);
        const bool in_time = started != nullptr && *started <= *planned + late;
        return in_time ? Says::yes : fell != nullptr && *fell <= *planned + late ? Says::nothing : Says::no;
    });
}

/// Whether a person waits on a day: asked for, not started, not fallen away, not declined.
inline Says is_waiting(const Record& row, Date on) {
    for (const auto field :
         {referral::started_on, referral::withdrawn_on, referral::answered_on, referral::answer}) {
        if (row.is_refused(field)) {
            return Says::unclear;
        }
    }
    const auto has_come = [&](std::size_t field) {
        const auto* day = row.get<Date>(field);
        return day != nullptr && *day <= on;
    };
    const bool declined =
        row.says(referral::answer, "declined") &&
        (row.get<Date>(referral::answered_on) == nullptr || has_come(referral::answered_on));
    const bool over = has_come(referral::started_on) || has_come(referral::withdrawn_on) || declined;
    return row.from <= on && !over ? Says::yes : Says::no;
}

/// The people who wait on the last day.
inline Cell waiting(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto last = window_of(task, day).last;
    return number_of_rows(task, referral_table(), service, day,
                          [&](const Record& row) { return is_waiting(row, last); });
}

/// How long those who wait have waited so far.
inline Cell waiting_days(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto last = window_of(task, day).last;
    return statistic_of_rows(
        task, referral_table(), service, day,
        [&](const Record& row) {
            const auto says = is_waiting(row, last);
            return says == Says::no ? Says::nothing : says;
        },
        [&](const Record& row) { return (last - row.from).days(); });
}

/// Those whose wait delays a discharge, or who have no interim care, / those who wait.
inline Cell share_of_waiting(const StandardTask& task, const Service& service, const DrawingDay& day,
                             std::size_t field, Says counted_when) {
    const auto last = window_of(task, day).last;
    return share_of_rows(task, referral_table(), service, day, [&](const Record& row) {
        const auto waits = is_waiting(row, last);
        if (waits != Says::yes) {
            return waits == Says::no ? Says::nothing : waits;
        }
        const auto says = said(row, field);
        return says == Says::unclear ? says : says == counted_when ? Says::yes : Says::no;
    });
}
inline Cell waiting_delays_discharge(const StandardTask& task, const Service& service,
                                     const DrawingDay& day) {
    return share_of_waiting(task, service, day, referral::delays_discharge, Says::yes);
}
inline Cell waiting_without_cover(const StandardTask& task, const Service& service, const DrawingDay& day) {
    return share_of_waiting(task, service, day, referral::interim_care, Says::no);
}

/// What happens at the edges.
inline std::string referral_edges() { return "without the table unknown, and so with a refused row; "; }

inline StandardMeasure referrals_accepted_definition() {
    return {.id = "referrals_accepted",
            .label = "Requests accepted",
            .formula = "accepted / answered in the quarter",
            .source = own_definition(),
            .unit = "share",
            .better = Better::higher,
            .denominator = "requests answered in the quarter",
            .edges =
                referral_edges() + "one answered without saying how makes it unknown; without any too_few",
            .tables = {referral_table()},
            .kind = ValueKind::share,
            .draw = each_service<referrals_accepted>};
}

inline StandardMeasure days_to_start_definition() {
    return {.id = "days_to_start",
            .label = "Days until care starts",
            .formula = "started_on - referred_on of care started in the quarter",
            .source = own_definition(),
            .unit = "days",
            .better = Better::lower,
            .denominator = "care started in the quarter",
            .edges = referral_edges() + "without any too_few; those who still wait are in waiting_days",
            .tables = {referral_table()},
            .kind = ValueKind::number,
            .parameters = {statistic_parameter()},
            .draw = each_service<days_to_start>};
}

inline StandardMeasure started_as_planned_definition() {
    return {.id = "started_as_planned",
            .label = "Care started as planned",
            .formula = "started_on <= planned_start + days_late / care whose planned_start + days_late lies "
                       "in the quarter",
            .source = own_definition(),
            .unit = "share",
            .better = Better::higher,
            .denominator = "planned starts, without requests that fell away before",
            .edges = referral_edges() + "care not started is late; without any too_few",
            .tables = {referral_table()},
            .kind = ValueKind::share,
            .parameters = {whole_parameter("days_late", "days after the planned one that still count", 0, 0,
                                           366)},
            .draw = each_service<started_as_planned>};
}

inline StandardMeasure waiting_definition() {
    return {.id = "waiting",
            .label = "People waiting",
            .formula = "requests on the last day that have not started, fallen away or been declined",
            .source = own_definition(),
            .unit = "people",
            .better = Better::lower,
            .denominator = "none",
            .edges = referral_edges() + "without any 0",
            .tables = {referral_table()},
            .kind = ValueKind::whole,
            .draw = each_service<waiting>};
}

inline StandardMeasure waiting_days_definition() {
    return {.id = "waiting_days",
            .label = "Days waited so far",
            .formula = "last day of the quarter - referred_on of those who wait",
            .source = own_definition(),
            .unit = "days",
            .better = Better::lower,
            .denominator = "people waiting on the last day",
            .edges = referral_edges() +
                     "without any too_few; these waits have not ended, so they are no time to start",
            .tables = {referral_table()},
            .kind = ValueKind::number,
            .parameters = {statistic_parameter()},
            .draw = each_service<waiting_days>};
}

inline StandardMeasure waiting_delays_discharge_definition() {
    return {.id = "waiting_delays_discharge",
            .label = "Waits that delay a discharge",
            .formula = "delays_discharge / people waiting",
            .source = own_definition(),
            .unit = "share",
            .better = Better::lower,
            .denominator = "people waiting on the last day",
            .edges = referral_edges() + "one that does not say makes it unknown; without any too_few",
            .tables = {referral_table()},
            .kind = ValueKind::share,
            .draw = each_service<waiting_delays_discharge>};
}

inline StandardMeasure waiting_without_cover_definition() {
    return {.id = "waiting_without_cover",
            .label = "Waits without interim care",
            .formula = "without interim_care / people waiting",
            .source = own_definition(),
            .unit = "share",
            .better = Better::lower,
            .denominator = "people waiting on the last day",
            .edges = referral_edges() + "one that does not say makes it unknown; without any too_few",
            .tables = {referral_table()},
            .kind = ValueKind::share,
            .draw = each_service<waiting_without_cover>};
}

} // namespace detail

/// The standard measures of requests for care.
inline std::vector<StandardMeasure> referral_measures() {
    return {detail::referrals_accepted_definition(),   detail::days_to_start_definition(),
            detail::started_as_planned_definition(),   detail::waiting_definition(),
            detail::waiting_days_definition(),         detail::waiting_delays_discharge_definition(),
            detail::waiting_without_cover_definition()};
}

} // namespace vermeil
