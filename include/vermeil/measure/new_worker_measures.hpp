// SPDX-License-Identifier: MIT
#pragma once
// Measures of how often somebody comes whom the person does not know.

#include <vermeil/measure/call_monitoring_measures.hpp>
#include <vermeil/measure/continuity.hpp>
#include <vermeil/measure/standard_measure.hpp>
#include <vermeil/measure/visit_measures.hpp>
#include <vermeil/measure/visit_rules.hpp>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace vermeil {

namespace detail {

inline Drawer first_visits(const StandardTask& task) {
    constexpr CellOfVisits cell = [](const StandardTask& of, const ServiceVisits& visits, Date oldest) {
        return visit_mean(of, visits.continuity.fresh, oldest);
    };
    ContinuityRule rule{true};
    rule.least_contacts = static_cast<std::uint32_t>(task.number("least_contacts"));
    return drawn_from_visits(task, {false, std::nullopt, std::nullopt, rule}, cell, 0,
                             static_cast<std::uint32_t>(task.number("look_back_days")));
}

} // namespace detail

/// The measures of workers who are new to the people they visit.
inline std::vector<StandardMeasure> new_worker_measures() {
    using namespace detail;
    auto made = of_visits(
        "new_workers", "First visits by a worker who is new to the person",
        "contacts at which the worker comes to the person for the first time / contacts, mean over people",
        Better::lower,
        "people with a contact in the quarter and least_contacts or more in the days before it; a contact is "
        "one worker at "
        "one visit, so that two new workers at a visit are two",
        &first_visits);
    made.unit = "share of contacts";
    made.kind = ValueKind::number;
    made.edges +=
        "; a worker is new who did not come in the look_back_days before the quarter nor earlier in it; "
        "people of whom "
        "those days tell less than least_contacts are left out, so that the first days of a log count nobody";
    made.parameters = {
        whole_parameter("look_back_days", "how many days before the quarter tell who is known", 91, 1, 731),
        whole_parameter("least_contacts", "people with fewer contacts in those days are left out", 2, 2, 1e6),
        by_contacts_parameter(), most_lost_parameter()};
    return {std::move(made)};
}

} // namespace vermeil
