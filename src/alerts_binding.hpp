// SPDX-License-Identifier: MIT
#pragma once
// The alert budget and the study of how soon it finds harm.

#include "panel_binding.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/alert_frame.hpp>
#include <vermeil/risk/alert_maker.hpp>
#include <vermeil/risk/detection_study.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil::python {

inline AlertRules alert_rules_of(double visits, std::size_t baseline, std::size_t judged, double weight,
                                 double slack, std::size_t draws, std::size_t own_up_to, std::uint64_t seed,
                                 unsigned threads) {
    const AlertRules rules{visits, baseline, judged, weight, slack, draws, own_up_to, seed, threads};
    rules.check();
    return rules;
}

/// A measure as Python gives it: its id, its panel, its chart and which way is better.
using BoundMeasure = std::tuple<std::string, const BoundPanel*, std::string, std::string>;

inline AlertBudget budget_of(const std::vector<BoundMeasure>& given, const AlertRules& rules) {
    std::vector<AlertMeasure> measures;
    for (const auto& [id, panel, kind, improves] : given) {
        measures.push_back({id, panel->panel, parse_chart_kind(kind), improves_of(improves)});
    }
    const pybind11::gil_scoped_release unlocked;
    return alert_budget(std::move(measures), rules);
}

inline Frame study_of(std::size_t services, std::size_t watched, std::vector<double> usual,
                      std::vector<double> rises, const AlertRules& rules) {
    const pybind11::gil_scoped_release unlocked;
    std::vector<std::string_view> ways;
    std::vector<std::int64_t> periods;
    std::vector<double> rise, alarmed, seen;
    for (const auto& row : detection_study({services, watched, std::move(usual), std::move(rises), rules})) {
        ways.push_back(row.way);
        rise.push_back(row.rise);
        periods.push_back(static_cast<std::int64_t>(row.period));
        alarmed.push_back(row.alarmed);
        seen.push_back(row.seen);
    }
    return {"study",
            {word_column("way", std::move(ways), nullptr), number_column("rise", std::move(rise)),
             number_column("period", std::move(periods)), number_column("alarmed", std::move(alarmed)),
             number_column("seen", std::move(seen))}};
}

inline void bind_alerts(pybind11::module_& module) {
    namespace py = pybind11;
    py::class_<AlertRules>(module, "AlertRules")
        .def(py::init(&alert_rules_of), py::arg("visits"), py::arg("baseline"), py::arg("judged"),
             py::arg("weight"), py::arg("slack"), py::arg("draws"), py::arg("own_up_to"), py::arg("seed"),
             py::arg("threads"));
    py::class_<AlertBudget>(module, "AlertBudget")
        .def("table", [](const AlertBudget& budget) { return frame_of(budget); })
        .def_property_readonly("expected", [](const AlertBudget& budget) {
            std::vector<double> expected;
            for (const auto& period : budget.periods) {
                expected.push_back(period.expected);
            }
            return expected;
        });
    module.def("alert_budget", &budget_of, py::arg("measures"), py::arg("rules"));
    module.def("detection_study", &study_of, py::arg("services"), py::arg("watched"), py::arg("usual"),
               py::arg("rises"), py::arg("rules"));
}

} // namespace vermeil::python
