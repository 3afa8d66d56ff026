// SPDX-License-Identifier: MIT
// Risk schemes and scores.

#include "alerts_binding.hpp"
#include "backtest_binding.hpp"
#include "bind.hpp"
#include "date_caster.hpp"
#include "funnel_binding.hpp"
#include "oversight_binding.hpp"
#include "panel_binding.hpp"
#include "sums_binding.hpp"
#include "trace_lines.hpp"

#include <vermeil/core/on_threads.hpp>
#include <vermeil/framework/measuring.hpp>
#include <vermeil/risk.hpp>
#include <vermeil/risk/risk_book.hpp>
#include <vermeil/risk/risk_frame.hpp>
#include <vermeil/risk/risk_history.hpp>
#include <vermeil/risk/risk_prompts.hpp>
#include <vermeil/risk/roll_up_frame.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <vector>

namespace py = pybind11;

namespace vermeil::python {

namespace {

/// Binds what looks at series over time, and at services side by side.
void bind_series(py::module_& module) {
    bind_panel(module);
    bind_charts(module);
    bind_sums(module);
    bind_causes(module);
    bind_funnel(module);
    bind_alerts(module);
}

void bind_scores(py::module_& module) {
    py::class_<RiskScore>(module, "RiskScore")
        .def_readonly("service", &RiskScore::service)
        .def_property_readonly("as_of", [](const RiskScore& score) { return to_string(score.as_of); })
        .def_readonly("level", &RiskScore::level)
        .def_readonly("headline", &RiskScore::headline)
        .def_readonly("explanation", &RiskScore::explanation)
        .def_readonly("json", &RiskScore::json)
        .def_readonly("since", &RiskScore::since)
        .def_property_readonly("oldest_days", [](const RiskScore& score) { return score.trace.age.oldest; })
        .def_property_readonly("median_days", [](const RiskScore& score) { return score.trace.age.median; })
        .def_property_readonly("age_known", [](const RiskScore& score) { return score.trace.age.known; });

    py::class_<RiskScores, std::shared_ptr<RiskScores>>(module, "RiskScores")
        .def("__len__", &RiskScores::size)
        .def_property_readonly("services",
                               [](const RiskScores& scores) { return scores.measures().services(); })
        .def_property_readonly("norms",
                               [](const RiskScores& scores) {
                                   return std::make_shared<Norms>(scores.framework_owner()->norms());
                               })
        .def("explain", py::overload_cast<std::string_view>(&RiskScores::explain, py::const_),
             py::arg("service"))
        .def(
            "trace_lines",
            [](const RiskScores& scores, const std::vector<std::size_t>& rows, unsigned threads) {
                return trace_lines(rows, threads, [&](std::size_t row) { return scores.explain(row); });
            },
            py::arg("rows"), py::arg("threads") = 1)
        .def("table", [](const RiskScores& scores) { return frame_of(scores); })
        .def("prompts", [](const RiskScores& scores) { return prompts_of(scores); });
}

/// Providers, or groups, as a table.
Frame rolled(const RiskBook& book, const RiskScores& scores, bool by_group) {
    const auto by = by_group ? RollUpBy::group : RollUpBy::provider;
    return frame_of(roll_up(book, scores, by), by, book.framework(), scores.as_of());
}

} // namespace

void bind_risk(py::module_& module) {
    bind_scores(module);
    py::class_<RiskBook, std::shared_ptr<RiskBook>>(module, "RiskBook")
        .def(py::init([](const Framework& framework, const std::shared_ptr<Evidence>& evidence) {
                 return std::make_shared<RiskBook>(RiskScheme(framework), evidence);
             }),
             py::arg("framework"), py::arg("evidence"))
        .def(
            "score",
            [](const RiskBook& book, Date as_of, unsigned threads) {
                return std::make_shared<RiskScores>(book.score(as_of, threads));
            },
            py::arg("as_of"), py::arg("threads") = 1)
        .def(
            "measured",
            [](const RiskBook& book, const RiskScores& scores) {
                return Measured{scores.measures(), book.rejects()};
            },
            py::arg("scores"))
        .def(
            "explain",
            [](const RiskBook& book, const RiskScores& scores, const std::string& service) {
                return explain(book, scores, service);
            },
            py::arg("scores"), py::arg("service"))
        .def(
            "trace_lines",
            [](const RiskBook& book, const RiskScores& scores, const std::vector<std::size_t>& rows,
               unsigned threads) {
                return trace_lines(rows, threads,
                                   [&](std::size_t row) { return explain(book, scores, row); });
            },
            py::arg("scores"), py::arg("rows"), py::arg("threads") = 1)
        .def("rolled_up", &rolled, py::arg("scores"), py::arg("by_group") = false);

    module.def(
        "score_risk",
        [](const Framework& framework, const Norms& norms, const MeasureTable& measures, Date as_of,
           unsigned threads) {
            return std::make_shared<RiskScores>(
                score_risk(RiskScheme(framework), norms, measures, as_of, Threads(threads)));
        },
        py::arg("framework"), py::arg("norms"), py::arg("measures"), py::arg("as_of"),
        py::arg("threads") = 1);
    bind_series(module);
    bind_backtest(module);
    bind_oversight(module);
}

} // namespace vermeil::python
