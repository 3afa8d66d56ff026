// SPDX-License-Identifier: MIT
#pragma once
// How much care a service gave, as the base of a rate.

#include <vermeil/evidence/exposure.hpp>
#include <vermeil/measure/returned.hpp>
#include <vermeil/measure/row_window.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace vermeil {

/// One stretch of days on which a package stood with a service.
struct CareStep {
    const CarePackage* package;
    DayWindow days; ///< within the window asked for
    HoursPerWeek hours;
};

/// The stretches of all packages with a service that touch a window.
inline std::vector<CareStep> care_steps(const Care& care, const std::string& service,
                                        const DayWindow& window) {
    std::vector<CareStep> steps;
    const boost::gregorian::days one(1);
    for (const auto* package : care.of(service)) {
        const auto days = package->change_days();
        for (std::size_t i = 0; i < days.size(); ++i) {
            const auto* terms = package->terms_on(days[i]);
            auto last = std::min(window.last, package->period().last().value_or(window.last));
            last = i + 1 < days.size() ? std::min(last, days[i + 1] - one) : last;
            const DayWindow held{std::max(days[i], window.first), last};
            const auto& by = terms->supplier.service();
            if (held.first <= held.last && by && by->text() == service) {
                steps.push_back({package, held, terms->hours});
            }
        }
    }
    return steps;
}

/// The hours of such stretches, exact: each day of a week of h hours is h / 7.
inline double planned_hours(const std::vector<CareStep>& steps) {
    std::int64_t hundredths_and_days = 0;
    for (const auto& step : steps) {
        hundredths_and_days += step.hours.hundredths() * ((step.days.last - step.days.first).days() + 1);
    }
    return static_cast<double>(hundredths_and_days) / 700;
}

/// The people whose packages they are, each once.
inline std::size_t people_served(const std::vector<CareStep>& steps) {
    std::set<std::string> people;
    for (const auto& step : steps) {
        people.insert(step.package->person().text());
    }
    return people.size();
}

namespace detail {

/// What the exposures table gives for a service over the pooled quarters.
inline Observed<double> given_exposure(const StandardTask& task, const Service& service,
                                       const DrawingDay& day, bool hours) {
    double sum = 0;
    for (int back = static_cast<int>(task.measure.quarters) - 1; back >= 0; --back) {
        const auto quarter = day.quarter - back;
        for (const auto* owner : owners_of(task, service, quarter)) {
            const auto row = return_of(task, exposure_kind().schema.name, owner->id().text(), quarter);
            if (!row.is_present()) {
                return row.state();
            }
            const auto field = hours ? exposure_field::hours : exposure_field::people;
            const auto* number = row.value()->get<double>(field);
            const auto* count = row.value()->get<std::uint32_t>(field);
            if (number == nullptr && count == nullptr) {
                return row.value()->is_refused(field) ? State::unknown : State::not_submitted;
            }
            sum += number != nullptr ? *number : static_cast<double>(*count);
        }
    }
    return sum;
}

} // namespace detail

/// What a rate may be counted over: hours planned in packages, hours given as the exposures table says, people with a package,
/// people given care as that table says. The first holds where nothing is set.
inline Parameter hours_or_people() {
    return word_parameter("over", "what the number is counted over",
                          {"planned_hours", "given_hours", "people", "given_people"});
}
/// The same, people first.
inline Parameter people_or_hours() {
    return word_parameter("over", "what the number is counted over",
                          {"people", "given_people", "planned_hours", "given_hours"});
}

/// How much care was given in the window, as the parameter `over` says. `unknown` without packages or where a row about one was
/// refused; `not_submitted` where the exposures table lacks a quarter.
inline Observed<double> exposure_of(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto& over = task.word("over");
    if (over == "given_hours" || over == "given_people") {
        return detail::given_exposure(task, service, day, over == "given_hours");
    }
    const auto& care = task.evidence->care;
    auto owners =
        task.measure.inherits ? ancestors_of(*task.evidence, service) : std::vector<const Service*>();
    owners.push_back(&service);
    std::vector<CareStep> steps;
    for (const auto* owner : owners) {
        const auto& id = owner->id().text();
        if (!care.has_packages || care.has_lost(id)) {
            return State::unknown;
        }
        const auto more = care_steps(care, id, window_of(task, day));
        steps.insert(steps.end(), more.begin(), more.end());
    }
    return over == "people" ? static_cast<double>(people_served(steps)) : planned_hours(steps);
}

/// `number` of things for each `per` of exposure; n is the whole part of the exposure. `too_few` without exposure or below the
/// measure's least n.
inline Cell rate_cell(const StandardTask& task, const Cell& number, const Observed<double>& exposure) {
    if (number.state != State::present || !exposure.is_present()) {
        return absent_cell(number.state != State::present ? number.state : exposure.state());
    }
    const double base = exposure.value();
    const auto n = static_cast<std::uint32_t>(std::min(std::floor(base), 4294967295.0));
    if (base <= 0 || n < task.measure.least_n) {
        return {0, State::too_few, n, 0, number.flags};
    }
    auto cell = number;
    cell.value = number.value * task.number("per") / base;
    cell.n = n;
    return cell;
}

} // namespace vermeil
