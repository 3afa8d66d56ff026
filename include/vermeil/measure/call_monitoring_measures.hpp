// SPDX-License-Identifier: MIT
#pragma once
// Measures of visits from electronic call monitoring.

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/measure/monitored_visits.hpp>
#include <vermeil/measure/standard_measure.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

/// A cell of what a service's visits amount to; nothing where they say nothing of it.
using CellOfVisits = Cell (*)(const StandardTask&, const ServiceVisits&, Date oldest);

/// A share with its counts; `too_few` below the least n or without a base.
inline Cell visit_share(const StandardTask& task, std::uint64_t count, std::uint64_t n, Date oldest) {
    PooledShare pooled{oldest};
    pooled.count = count;
    pooled.add(n, oldest, false);
    return pooled.cell(task.measure.least_n);
}
/// A mean over people.
inline Cell visit_mean(const StandardTask& task, const IndexMean& mean, Date oldest) {
    const auto people = static_cast<std::uint32_t>(mean.people);
    if (people == 0 || people < task.measure.least_n) {
        return {0, State::too_few, people, 0, 0};
    }
    return number_cell(task.truth("by_contacts") ? mean.weighted : mean.mean, people, oldest);
}

/// Draws cells of visits: one pass for all services and each window, when the first cell is asked for. Not returned where a
/// service has no row in the window, unknown where too many of its rows had to be left out, or there is no log at all.
inline Drawer drawn_from_visits(const StandardTask& task, VisitRules rules, CellOfVisits cell_of,
                                std::uint32_t recent_days = 0, std::uint32_t look_back_days = 0) {
    if (task.evidence->visits == nullptr) {
        return [](const Service&, const DrawingDay&) { return absent_cell(State::unknown); };
    }
    auto visits = std::make_shared<MonitoredVisits>(task.evidence->visits, std::move(rules), recent_days,
                                                    look_back_days);
    return [task, visits, cell_of](const Service& service, const DrawingDay& day) {
        const auto& id = service.id().text();
        if (visits->lost_share(id) > task.number("most_lost")) {
            return absent_cell(State::unknown);
        }
        const auto window = window_of(task, day);
        const auto* found = visits->find(id, window);
        return found == nullptr ? absent_cell(State::not_submitted) : cell_of(task, *found, window.first);
    };
}

inline Parameter most_lost_parameter() {
    return number_parameter("most_lost",
                            "the greatest share of a service's rows that may be left out as faulty, 0 to 1; "
                            "with more the value is unknown",
                            0.05, 0, 1);
}
inline Parameter by_contacts_parameter() {
    return truth_parameter("by_contacts", "the mean over contacts, in the place of that over people", false);
}
inline Parameter least_contacts_parameter() {
    return whole_parameter("least_contacts", "people with fewer contacts are left out", 2, 2, 1e6);
}
/// A number that must be given.
inline Parameter asked_number(std::string id, std::string help, double least, double most) {
    auto parameter = number_parameter(std::move(id), std::move(help), least, least, most);
    parameter.required = true;
    return parameter;
}
inline std::string visits_edges() {
    return "no row in the quarter: not_submitted; no log, or more than most_lost of the rows left out: "
           "unknown; no "
           "base: too_few";
}

/// What definitions of this family have in common.
inline StandardMeasure of_visits(std::string id, std::string label, std::string formula, Better better,
                                 std::string denominator, Drawer (*draw)(const StandardTask&)) {
    return {.id = std::move(id),
            .label = std::move(label),
            .formula = std::move(formula),
            .source = own_definition(),
            .unit = "share",
            .better = better,
            .denominator = std::move(denominator),
            .edges = visits_edges(),
            .tables = {"visits"},
            .kind = ValueKind::share,
            .parameters = {most_lost_parameter()},
            .draw = draw};
}

inline Drawer punctuality(const StandardTask& task) {
    const auto rounding = task.word("rounding");
    PunctualityRule rule{task.number("late_minutes"), task.number("early_minutes")};
    rule.rounding = rounding == "down"      ? LateRounding::down
                    : rounding == "nearest" ? LateRounding::nearest
                                            : LateRounding::none;
    constexpr CellOfVisits cell = [](const StandardTask& of, const ServiceVisits& visits, Date oldest) {
        const auto& counts = visits.counts;
        return of.truth("time_critical")
                   ? visit_share(of, counts.critical_punctual, counts.critical_logged, oldest)
                   : visit_share(of, counts.punctual, counts.logged, oldest);
    };
    return drawn_from_visits(task, {true, rule}, cell);
}
inline StandardMeasure punctuality_definition() {
    auto made = of_visits(
        "punctuality", "Visits that begin on time",
        "starts from early_minutes before to late_minutes after the plan, both included / starts "
        "logged",
        Better::higher, "delivered visits whose start was logged; each worker's row counts", &punctuality);
    made.parameters = {asked_number("late_minutes", "minutes after the plan that are on time", 0, 1440),
                       asked_number("early_minutes", "minutes before the plan that are on time", 0, 1440),
                       word_parameter("rounding", "how seconds become minutes", {"none", "down", "nearest"}),
                       truth_parameter("time_critical", "only visits that must be at their time", false),
                       most_lost_parameter()};
    return made;
}

/// A share out of the counts by status.
template <std::uint64_t VisitCounts::*part, bool of_delivered = false>
Drawer status_share(const StandardTask& task) {
    constexpr CellOfVisits cell = [](const StandardTask& of, const ServiceVisits& visits, Date oldest) {
        const auto base = of_delivered ? visits.counts.delivered : visits.counts.due();
        return visit_share(of, visits.counts.*part, base, oldest);
    };
    return drawn_from_visits(task, {}, cell);
}

/// A share out of the lengths of visits.
template <std::uint64_t VisitLengths::*part> Drawer length_share(const StandardTask& task) {
    const bool clipped = part == &VisitLengths::clipped;
    constexpr CellOfVisits cell = [](const StandardTask& of, const ServiceVisits& visits, Date oldest) {
        return visit_share(of, visits.lengths.*part, visits.lengths.timed, oldest);
    };
    const LengthRule rule{clipped ? 0 : task.number("short_minutes"),
                          clipped ? task.number("least_share") : 0};
    return drawn_from_visits(task, {false, std::nullopt, rule}, cell);
}
inline StandardMeasure short_visits_definition() {
    auto made =
        of_visits("short_visits", "Visits shorter than so many minutes",
                  "visits that lasted less than short_minutes / visits timed", Better::lower,
                  "delivered visits with start and end logged", &length_share<&VisitLengths::too_short>);
    made.source = "NICE QS123 statement 4 asks for visits of 30 minutes or more";
    made.parameters = {asked_number("short_minutes", "minutes below which a visit is short", 0, 1440),
                       most_lost_parameter()};
    return made;
}
inline StandardMeasure clipped_visits_definition() {
    auto made =
        of_visits("clipped_visits", "Visits cut short",
                  "visits that lasted less than least_share of the planned time / visits timed",
                  Better::lower, "delivered visits with start and end logged; long visits make up for none",
                  &length_share<&VisitLengths::clipped>);
    made.parameters = {asked_number("least_share", "share of the planned time, 0 to 1", 0, 1),
                       most_lost_parameter()};
    return made;
}

inline Drawer delivered_time(const StandardTask& task) {
    constexpr CellOfVisits cell = [](const StandardTask& of, const ServiceVisits& visits, Date oldest) {
        const auto& lengths = visits.lengths;
        const auto n = static_cast<std::uint32_t>(
            std::min<std::uint64_t>(lengths.timed, std::numeric_limits<std::uint32_t>::max()));
        if (lengths.planned_seconds == 0 || n < of.measure.least_n) {
            return Cell{0, State::too_few, n, 0, 0};
        }
        return number_cell(static_cast<double>(lengths.actual_seconds) /
                               static_cast<double>(lengths.planned_seconds),
                           n, oldest);
    };
    return drawn_from_visits(task, {false, std::nullopt, LengthRule{}}, cell);
}

/// A mean over the people of a service.
template <IndexMean Continuity::*index, bool in_sequence = false>
Drawer people_mean(const StandardTask& task) {
    constexpr CellOfVisits cell = [](const StandardTask& of, const ServiceVisits& visits, Date oldest) {
        return visit_mean(of, visits.continuity.*index, oldest);
    };
    const bool recent = index == &Continuity::recent;
    const bool counts_all = recent || index == &Continuity::workers;
    ContinuityRule rule{in_sequence};
    rule.least_contacts = counts_all ? 2 : static_cast<std::uint32_t>(task.number("least_contacts"));
    return drawn_from_visits(task, {false, std::nullopt, std::nullopt, rule}, cell,
                             recent ? static_cast<std::uint32_t>(task.number("days")) : 0);
}
inline StandardMeasure index_definition(std::string id, std::string label, std::string formula,
                                        std::string source, Drawer (*draw)(const StandardTask&)) {
    auto made = of_visits(std::move(id), std::move(label), std::move(formula), Better::higher,
                          "people with least_contacts or more; a contact is one worker at one visit", draw);
    made.source = std::move(source);
    made.unit = "0 to 1";
    made.kind = ValueKind::number;
    made.edges += "; falls as contacts grow, so compare equal windows";
    made.parameters = {least_contacts_parameter(), by_contacts_parameter(), most_lost_parameter()};
    return made;
}
inline StandardMeasure workers_definition(std::string id, std::string label, std::string formula,
                                          std::string source, Drawer (*draw)(const StandardTask&)) {
    auto made = of_visits(std::move(id), std::move(label), std::move(formula), Better::lower,
                          "people with a delivered visit", draw);
    made.source = std::move(source);
    made.unit = "workers a person";
    made.kind = ValueKind::number;
    made.parameters = {by_contacts_parameter(), most_lost_parameter()};
    return made;
}

inline std::vector<StandardMeasure> visits_by_status() {
    std::vector<StandardMeasure> made{
        of_visits("delivered_visits", "Visits delivered of those planned", "delivered / visits due",
                  Better::higher, "visits planned, without those that the person cancelled",
                  &status_share<&VisitCounts::delivered>),
        of_visits("missed_visits", "Visits missed", "missed / visits due", Better::lower,
                  "visits planned, without those that the person cancelled",
                  &status_share<&VisitCounts::missed>),
        of_visits("cancelled_by_provider", "Visits cancelled by the provider",
                  "cancelled by the provider / visits due", Better::lower,
                  "visits planned, without those that the person cancelled",
                  &status_share<&VisitCounts::cancelled_by_provider>),
        of_visits("frustrated_visits", "Visits at which nobody could be helped", "frustrated / visits due",
                  Better::neither, "visits planned, without those that the person cancelled",
                  &status_share<&VisitCounts::frustrated>),
        of_visits("logging_compliance", "Visits logged at the person's home",
                  "start and end logged electronically / visits delivered", Better::higher,
                  "delivered visits: read it first, since shares of times are over logged visits alone",
                  &status_share<&VisitCounts::electronic, true>),
        of_visits("manual_edits", "Visits whose times were changed by hand", "edited / visits delivered",
                  Better::lower, "delivered visits", &status_share<&VisitCounts::edited, true>)};
    made[1].source = "NICE QS123 statement 2: missed / planned visits";
    return made;
}

} // namespace detail

/// The measures of call monitoring.
inline std::vector<StandardMeasure> call_monitoring_measures() {
    using namespace detail;
    std::vector<StandardMeasure> made = visits_by_status();
    made.push_back(punctuality_definition());
    made.push_back(short_visits_definition());
    made.push_back(clipped_visits_definition());
    auto time = of_visits(
        "delivered_time", "Time delivered of the time planned",
        "sum of actual minutes / sum of planned minutes", Better::higher,
        "planned time of delivered visits with start and end logged; read it with clipped_visits, since "
        "long visits make up for short ones",
        &delivered_time);
    time.kind = ValueKind::number;
    made.push_back(std::move(time));
    made.push_back(workers_definition("workers_per_person", "Different workers a person",
                                      "different workers in the quarter, mean over people",
                                      "NICE QS182 statement 3: number of workers per person",
                                      &people_mean<&Continuity::workers>));
    auto recent = workers_definition("workers_met", "Different workers met in the last days",
                                     "different workers in the last `days` of the quarter, mean over people",
                                     "Swedish open comparisons: workers met in 14 days",
                                     &people_mean<&Continuity::recent, true>);
    recent.parameters.insert(
        recent.parameters.begin(),
        whole_parameter("days", "how many days up to the end of the quarter", 14, 1, 92));
    made.push_back(std::move(recent));
    made.push_back(index_definition("upc", "Usual Provider of Care",
                                    "contacts of the most frequent worker / contacts",
                                    "the usual provider continuity index", &people_mean<&Continuity::upc>));
    made.push_back(index_definition("coc", "Continuity of Care", "(sum n_i^2 - n) / (n (n - 1))",
                                    "Bice and Boxerman 1977", &people_mean<&Continuity::coc>));
    made.push_back(index_definition("mmci", "Modified, Modified Continuity Index",
                                    "(1 - m / (n + 0.1)) / (1 - 1 / (n + 0.1))", "Magill and Senf 1987",
                                    &people_mean<&Continuity::mmci>));
    made.push_back(index_definition("secon", "Sequential Continuity",
                                    "visits at which a worker of the visit before came again / (visits - 1)",
                                    "Steinwachs 1979", &people_mean<&Continuity::secon, true>));
    return made;
}

} // namespace vermeil
