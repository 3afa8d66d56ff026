// SPDX-License-Identifier: MIT
#pragma once
// How much care a service gives, as a measure of its own.

#include <vermeil/measure/care_exposure.hpp>
#include <vermeil/measure/standard_measure.hpp>

#include <vector>

namespace vermeil {

namespace detail {

/// The hours or the people of the window.
inline Cell care_given(const StandardTask& task, const Service& service, const DrawingDay& day) {
    const auto exposure = exposure_of(task, service, day);
    const auto last = window_of(task, day).last;
    return exposure.is_present() ? number_cell(exposure.value(), 0, last) : absent_cell(exposure.state());
}

inline StandardMeasure care_given_definition() {
    return {.id = "care_given",
            .label = "Care given",
            .formula = "hours or people of the quarter: those planned in packages, or those that the "
                       "exposures table gives",
            .source = own_definition(),
            .unit = "hours or people",
            .better = Better::neither,
            .denominator = "none",
            .edges = "without packages unknown; not_submitted where the exposures table lacks a quarter",
            .tables = {"packages", "exposures"},
            .kind = ValueKind::number,
            .parameters = {hours_or_people()},
            .draw = each_service<care_given>};
}

} // namespace detail

/// The standard measures of how much care there was.
inline std::vector<StandardMeasure> exposure_measures() { return {detail::care_given_definition()}; }

} // namespace vermeil
