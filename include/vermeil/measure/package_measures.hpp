// SPDX-License-Identifier: MIT
#pragma once
// Measures of packages of care: how their hours change, and which are handed back.

#include <vermeil/evidence/hand_back.hpp>
#include <vermeil/measure/care_exposure.hpp>
#include <vermeil/measure/row_window.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace vermeil {

namespace detail {

/// A change of the hours of a package while one service gives it.
struct HoursChange {
    Date on;
    std::int64_t before; ///< hundredths of an hour a week
    std::int64_t after;
    bool is_reversed =
        false; ///< a later change leads back to the hours before, or beyond, within the days asked for
};

/// Whether hours lead back, to what they were before a change or beyond.
inline bool leads_back(const HoursChange& change, std::int64_t later) {
    return change.after > change.before ? later <= change.before : later >= change.before;
}

/// The changes of hours in a package that a service gives before and after them; another supplier's doing is none.
inline std::vector<HoursChange> changes_of(const CarePackage& package, const std::string& service,
                                           int within) {
    std::vector<HoursChange> changes;
    const auto days = package.change_days();
    const auto is_own = [&](const PackageTerms& terms) {
        return terms.supplier.service() && terms.supplier.service()->text() == service;
    };
    for (std::size_t i = 1; i < days.size(); ++i) {
        const auto *before = package.terms_on(days[i - 1]), *after = package.terms_on(days[i]);
        if (!is_own(*before) || !is_own(*after) || before->hours == after->hours) {
            continue;
        }
        HoursChange change{days[i], before->hours.hundredths(), after->hours.hundredths()};
        for (std::size_t j = i + 1; j < days.size() && (days[j] - days[i]).days() <= within; ++j) {
            change.is_reversed =
                change.is_reversed || leads_back(change, package.terms_on(days[j])->hours.hundredths());
        }
        changes.push_back(change);
    }
    return changes;
}

/// Why the changes of a service's packages are not known; `present` where they are.
inline State changes_known(const Care& care, const Service& service) {
    const bool known = care.has_packages && care.has_changes && !care.has_lost(service.id().text());
    return known ? State::present : State::unknown;
}

/// Hours a week by which packages grew, shrank, or both together.
inline Cell package_hours_change(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto& care = task.evidence->care;
    if (const auto state = changes_known(care, service); state != State::present) {
        return absent_cell(state);
    }
    const auto& count = task.word("count");
    const auto window = window_of(task, day);
    std::int64_t sum = 0;
    std::uint32_t n = 0;
    auto oldest = day.as_of;
    for (const auto* package : care.of(service.id().text())) {
        for (const auto& change : changes_of(*package, service.id().text(), 0)) {
            const auto by = change.after - change.before;
            if (window.has(change.on) && (count == "net" || (count == "up") == (by > 0))) {
                sum += count == "down" ? -by : by;
                oldest = std::min(oldest, change.on);
                ++n;
            }
        }
    }
    return number_cell(static_cast<double>(sum) / 100, n, oldest);
}

/// Changes that were reversed within so many days / changes whose days ended in the window.
inline Cell package_changes_reversed(const StandardTask& task, const Service& service,
                                     const DrawingDay& day) {
    const auto& care = task.evidence->care;
    if (const auto state = changes_known(care, service); state != State::present) {
        return absent_cell(state);
    }
    const int within = static_cast<int>(task.number("days"));
    const auto& count = task.word("count");
    const auto window = window_of(task, day);
    PooledShare share{day.as_of};
    for (const auto* package : care.of(service.id().text())) {
        for (const auto& change : changes_of(*package, service.id().text(), within)) {
            const bool is_up = change.after > change.before;
            if (window.has(change.on + boost::gregorian::days(within)) &&
                (count == "net" || (count == "up") == is_up)) {
                share.count += change.is_reversed ? 1 : 0;
                share.add(1, change.on, false);
            }
        }
    }
    return share.cell(task.measure.least_n);
}

/// Packages handed back in the window / packages that stood with the service in it.
inline Cell hand_back_rate(const StandardTask& task, const Service& service, const DrawingDay& day) {
    namespace f = hand_back_field;
    const auto& care = task.evidence->care;
    const auto& id = service.id().text();
    const auto window = window_of(task, day);
    const auto number = number_of_rows(task, hand_back_kind().schema.name, service, day,
                                       [&](const Record& row) { return is_within(row, f::on, window); });
    if (number.state != State::present || !care.has_packages || care.has_lost(id)) {
        return absent_cell(State::unknown);
    }
    PooledShare share{day.as_of};
    std::vector<const CarePackage*> packages;
    for (const auto& step : care_steps(care, id, window)) {
        packages.push_back(step.package);
    }
    std::sort(packages.begin(), packages.end());
    packages.erase(std::unique(packages.begin(), packages.end()), packages.end());
    share.count = static_cast<std::uint64_t>(number.value);
    share.add(packages.size(), date_of(number.day), false);
    return share.count > share.n ? absent_cell(State::unknown) : share.cell(task.measure.least_n);
}

/// What happens at the edges.
inline std::string package_edges() {
    return "without packages or their changes unknown, and so where a row about one of "
           "the service's packages was "
           "refused; a change of supplier is no change of hours";
}
/// A parameter that several take.
inline Parameter package_count() { return word_parameter("count", "which changes", {"net", "up", "down"}); }

inline StandardMeasure package_hours_change_definition() {
    return {.id = "package_hours_change",
            .label = "Hours by which packages changed",
            .formula = "sum over changes in the quarter of hours after - hours before; up and down alone as "
                       "positive numbers",
            .source = own_definition(),
            .unit = "hours a week",
            .better = Better::neither,
            .denominator = "none",
            .edges = package_edges() + "; without changes 0",
            .tables = {"packages", "package_changes"},
            .kind = ValueKind::number,
            .parameters = {package_count()},
            .draw = each_service<package_hours_change>};
}

inline StandardMeasure package_changes_reversed_definition() {
    return {.id = "package_changes_reversed",
            .label = "Changes of hours that were taken back",
            .formula = "changes after which the hours came back, or went beyond, within `days` / changes "
                       "whose days ended "
                       "in the quarter",
            .source = own_definition(),
            .unit = "share",
            .better = Better::lower,
            .denominator = "changes of hours of which the days ended in the quarter",
            .edges = package_edges() + "; without such changes too_few",
            .tables = {"packages", "package_changes"},
            .kind = ValueKind::share,
            .parameters = {whole_parameter("days", "days within which a change is taken back", 84, 1, 3660),
                           package_count()},
            .draw = each_service<package_changes_reversed>};
}

inline StandardMeasure hand_back_rate_definition() {
    return {.id = "hand_back_rate",
            .label = "Packages handed back",
            .formula = "hand_backs of the quarter / packages with the service in the quarter",
            .source = own_definition(),
            .unit = "share",
            .better = Better::lower,
            .denominator = "packages that stood with the service on any day of the quarter",
            .edges =
                "without the tables unknown; without packages too_few; more hand-backs than packages unknown",
            .tables = {"hand_backs", "packages"},
            .kind = ValueKind::share,
            .draw = each_service<hand_back_rate>};
}

} // namespace detail

/// The standard measures of packages.
inline std::vector<StandardMeasure> package_measures() {
    return {detail::package_hours_change_definition(), detail::package_changes_reversed_definition(),
            detail::hand_back_rate_definition()};
}

} // namespace vermeil
