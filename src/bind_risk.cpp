// SPDX-License-Identifier: MIT
// Risk schemes and scores.

#include "backtest_binding.hpp"
#include "bind.hpp"
#include "date_caster.hpp"

#include <vermeil/risk.hpp>
#include <vermeil/risk/risk_frame.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>

namespace py = pybind11;

namespace vermeil::python {

void bind_risk(py::module_& module) {
    py::class_<RiskScore>(module, "RiskScore")
        .def_readonly("service", &RiskScore::service)
        .def_property_readonly("as_of", [](const RiskScore& score) { return to_string(score.as_of); })
        .def_readonly("level", &RiskScore::level)
        .def_readonly("headline", &RiskScore::headline)
        .def_readonly("explanation", &RiskScore::explanation)
        .def_readonly("json", &RiskScore::json)
        .def_property_readonly("oldest_days", [](const RiskScore& score) { return score.trace.age.oldest; })
        .def_property_readonly("median_days", [](const RiskScore& score) { return score.trace.age.median; })
        .def_property_readonly("age_known", [](const RiskScore& score) { return score.trace.age.known; });

    py::class_<RiskScores, std::shared_ptr<RiskScores>>(module, "RiskScores")
        .def("__len__", &RiskScores::size)
        .def_property_readonly("services",
                               [](const RiskScores& scores) { return scores.measures().services(); })
        .def("explain", py::overload_cast<std::string_view>(&RiskScores::explain, py::const_),
             py::arg("service"))
        .def("table", [](const RiskScores& scores) { return frame_of(scores); });

    module.def(
        "score_risk",
        [](const Framework& framework, const Norms& norms, const MeasureTable& measures, Date as_of,
           unsigned threads) {
            return std::make_shared<RiskScores>(
                score_risk(RiskScheme(framework), norms, measures, as_of, threads));
        },
        py::arg("framework"), py::arg("norms"), py::arg("measures"), py::arg("as_of"),
        py::arg("threads") = 1);
    bind_backtest(module);
}

} // namespace vermeil::python
