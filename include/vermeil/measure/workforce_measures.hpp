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
template <class Take> Cell share_of_workers(const StandardTask& task, const Service& service, const DrawingDay& day,
                                            Take take) {
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

/// Workers who hold a level, with those who need none as `exempt` says, / workers.
inline Cell qualified(const StandardTask& task, const Service& service, const DrawingDay& day, std::size_t level) {
    const auto& exempt = task.word("exempt");
    return share_of_workers(task, service, day, [&](const Record& row) {
        const auto all = counted(number_of(row, level), headcount(row));
        if (!all.is_present() || exempt == "lacking") {
            return all;
        }
        const auto free = number_of(row, workforce::qualification_exempt);
        if (!free.is_present()) {
            return Observed<Counted>(free.state());
        }
        const auto [count, n] = all.value();
        const auto spared = free.value();
        if (count + spared > n) {
            return Observed<Counted>(State::unknown); // somebody both holds it and needs none
        }
        return Observed<Counted>(exempt == "met" ? Counted{count + spared, n} : Counted{count, n - spared});
    });
}
inline Cell qualified_level_2(const StandardTask& task, const Service& service, const DrawingDay& day) {
    return qualified(task, service, day, workforce::level_2);
}
inline Cell qualified_level_3(const StandardTask& task, const Service& service, const DrawingDay& day) {
    return qualified(task, service, day, workforce::level_3);
}

/// Trained / to be trained, of the mandatory training or of strengths-based practice.
inline Cell trained(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const bool strengths = task.word("training") == "strengths_based";
    return share_of_workers(task, service, day, [&](const Record& row) {
        return counted(number_of(row, strengths ? workforce::strengths_done : workforce::training_done),
                       number_of(row, strengths ? workforce::strengths_due : workforce::training_due));
    });
}

/// (Held + exempt) / (held + exempt + under way + not begun), as the settings say.
inline Cell care_certificate(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const bool exempt = task.word("exempt") == "met";
    const bool under_way = task.word("under_way") == "lacking";
    return share_of_workers(task, service, day, [&](const Record& row) {
        const auto held = exempt ? sum_of(row, {workforce::certificate_held, workforce::certificate_exempt})
                                 : number_of(row, workforce::certificate_held);
        const auto lacking =
            under_way ? sum_of(row, {workforce::certificate_not_begun, workforce::certificate_under_way})
                      : number_of(row, workforce::certificate_not_begun);
        return counted(held, !held.is_present() || !lacking.is_present()
                                 ? (held.is_present() ? lacking : held)
                                 : Observed<std::uint64_t>(held.value() + lacking.value()));
    });
}

/// The return of the rated quarter says it, or the reason why none does.
inline Observed<const Record*> manager_row(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto row = return_of(task, workforce_kind().schema.name, service.id().text(), day.quarter);
    if (!row.is_present() || row.value()->get<bool>(workforce::manager_in_post) != nullptr) {
        return row;
    }
    return row.value()->is_refused(workforce::manager_in_post) ? State::unknown : State::not_submitted;
}

/// 1 where a registered manager is in post, else 0.
inline Cell manager_in_post(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto row = manager_row(task, service, day);
    return row.is_present() ? number_cell(row.value()->is(workforce::manager_in_post, true) ? 1 : 0, 0,
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
    if (row.value()->is(workforce::manager_in_post, true)) {
        return number_cell(0, 0, last);
    }
    const auto* since = row.value()->get<Date>(workforce::manager_since);
    return since != nullptr && *since <= last
               ? number_cell(static_cast<double>((last - *since).days()), 0, last)
               : absent_cell(State::unknown);
}

} // namespace detail

/// The standard measures of a workforce.
inline std::vector<StandardMeasure> workforce_measures() {
    const std::string own = "definition of this library";
    const std::string none = "without a return not_submitted; a refused cell makes it unknown; without a base too_few";
    const Parameter least_workers{
        "least_workers", "below so many workers it is too_few", ParameterKind::whole, 10.0, 0, 1e6};
    const Parameter exempt{"exempt", "how workers who need no qualification count", ParameterKind::word,
                           std::string("lacking"), 0, 0, {"lacking", "met", "left_out"}};
    std::vector<StandardMeasure> all;
    all.push_back({"turnover", "Turnover of workers", "leavers / (permanent + temporary)",
                   "Skills for Care: leavers of the last 12 months by workers directly employed now", "share",
                   Better::lower, "workers directly employed on the last day of the quarter",
                   none + "; may exceed 1; below least_workers too_few", {"workforce"}, ValueKind::share,
                   {least_workers}, false, each_service<detail::turnover>});
    all.push_back({"turnover_on_average", "Turnover on the average headcount",
                   "leavers / ((permanent + temporary + workers_a_year_ago) / 2)",
                   "the usual form of personnel statistics", "per worker", Better::lower,
                   "mean of the headcounts now and twelve months ago", none + "; below least_workers too_few",
                   {"workforce"}, ValueKind::number, {least_workers}, false,
                   each_service<detail::turnover_on_average>});
    all.push_back({"vacancy_rate", "Vacant posts", "vacancies / (filled_posts + vacancies)",
                   "Skills for Care, as its reports describe it", "share", Better::lower, "posts, filled or vacant", none,
                   {"workforce"}, ValueKind::share, {}, false, each_service<detail::vacancy_rate>});
    const auto qualified = [&](const char* id, const char* label, const char* column, auto* draw) {
        all.push_back({id, label,
                       std::string(column) + " / (permanent + temporary); the exempt as `exempt` says: lacking, "
                                             "added to both, or taken out of both",
                       own, "share", Better::higher, "workers directly employed",
                       none + "; more holders and exempt than workers make it unknown", {"workforce"},
                       ValueKind::share, {exempt}, false, draw});
    };
    qualified("qualified_level_2", "Qualified at level 2 or above", "level_2", each_service<detail::qualified_level_2>);
    qualified("qualified_level_3", "Qualified at level 3 or above", "level_3", each_service<detail::qualified_level_3>);
    all.push_back({"trained", "Training done of training due", "training_done / training_due, or strengths_done / strengths_due",
                   own, "share", Better::higher, "workers whose training was due", none, {"workforce"},
                   ValueKind::share,
                   {{"training", "which training", ParameterKind::word, std::string("mandatory"), 0, 0,
                     {"mandatory", "strengths_based"}}},
                   false, each_service<detail::trained>});
    all.push_back({"care_certificate", "Care Certificate held",
                   "(certificate_held + certificate_exempt) / (those + certificate_under_way + certificate_not_begun)",
                   "the rule of councils that count the exempt as met, and as lacking it only workers three months "
                   "in post",
                   "share", Better::higher, "workers who hold it, are exempt, work on it, or have not begun it after three months",
                   none, {"workforce"}, ValueKind::share,
                   {{"exempt", "how workers who need none count", ParameterKind::word, std::string("met"), 0, 0,
                     {"met", "left_out"}},
                    {"under_way", "how workers who are working on it count", ParameterKind::word,
                     std::string("lacking"), 0, 0, {"lacking", "left_out"}}},
                   false, each_service<detail::care_certificate>});
    all.push_back({"manager_in_post", "Registered manager in post", "1 where manager_in_post, else 0", own, "0 or 1",
                   Better::higher, "none", none, {"workforce"}, ValueKind::truth, {}, false,
                   each_service<detail::manager_in_post>});
    all.push_back({"manager_vacancy_days", "Days without a registered manager",
                   "last day of the quarter - manager_since where none is in post; 0 where one is", own, "days",
                   Better::lower, "none", none + "; a vacancy since nobody knows when is unknown", {"workforce"},
                   ValueKind::whole, {}, false, each_service<detail::manager_vacancy_days>});
    return all;
}

} // namespace vermeil
