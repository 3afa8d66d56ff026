// SPDX-License-Identifier: MIT
#pragma once
// Panels of series and their charts.

#include "arrays.hpp"

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/chart_choice.hpp>
#include <vermeil/risk/panel_charts.hpp>
#include <vermeil/risk/panel_frame.hpp>
#include <vermeil/risk/read_panel.hpp>

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace vermeil::python {

/// A panel and what of its table could not be used.
struct BoundPanel {
    std::shared_ptr<const Panel> panel;
    Rejects rejects;
};

inline Improves improves_of(const std::string& name) {
    return named<Improves>(improves_names, name, "direction");
}

inline ChartRules chart_rules_of(const std::string& kind, const std::string& improves,
                                 std::optional<double> target, bool screened, bool rounded, bool g_mean,
                                 bool empty_taken_off, double per, std::size_t run_length,
                                 std::size_t trend_length, std::size_t settled_from) {
    ChartRules rules;
    rules.kind = parse_chart_kind(kind);
    rules.improves = improves_of(improves);
    rules.target = target;
    rules.screening = screened ? Screening::once : Screening::none;
    rules.factor = rounded ? RangeFactor::rounded : RangeFactor::exact;
    rules.g_centre = g_mean ? GCentre::mean : GCentre::median;
    rules.empty = empty_taken_off ? EmptySubgroups::taken_off : EmptySubgroups::left_out;
    rules.per = per;
    rules.run_length = run_length;
    rules.trend_length = trend_length;
    rules.settled_from = settled_from;
    rules.check();
    return rules;
}

inline BoundPanel panel_from_table(const Frame& table, const std::string& kind,
                                   const std::vector<std::string>& columns, const std::string& every,
                                   unsigned threads) {
    const PanelColumns names{
        columns.at(0), columns.at(1), columns.at(2), columns.at(3),
        columns.at(4), columns.at(5), columns.at(6), named<Every>(every_names, every, "period")};
    const pybind11::gil_scoped_release unlocked;
    auto made = read_panel(table, names, parse_chart_kind(kind), threads);
    return {std::make_shared<const Panel>(std::move(made.panel)), std::move(made.rejects)};
}

inline BoundPanel panel_from_arrays(std::size_t length, const ArrayOf<double>& values,
                                    const MaybeArray<double>& n, const MaybeArray<double>& spread,
                                    const MaybeArray<std::uint8_t>& has,
                                    const MaybeArray<std::uint8_t>& baseline,
                                    const MaybeArray<std::uint8_t>& counted,
                                    const MaybeArray<std::uint32_t>& phase) {
    Panel columns;
    const auto take = [](auto& column, const auto& array) {
        column = vector_of<std::remove_reference_t<decltype(column)>>(array);
    };
    take(columns.values, MaybeArray<double>(values));
    take(columns.n, n);
    take(columns.spread, spread);
    take(columns.has, has);
    take(columns.in_baseline, baseline);
    take(columns.counted, counted);
    take(columns.phases, phase);
    return {std::make_shared<const Panel>(panel_of_rows(std::move(columns), length)), {}};
}

inline void bind_panel(pybind11::module_& module) {
    namespace py = pybind11;
    py::class_<ChartRules>(module, "ChartRules")
        .def(py::init(&chart_rules_of), py::arg("kind"), py::arg("improves"), py::arg("target"),
             py::arg("screened"), py::arg("rounded"), py::arg("g_mean"), py::arg("empty_taken_off"),
             py::arg("per"), py::arg("run_length"), py::arg("trend_length"), py::arg("settled_from"));
    py::class_<BoundPanel>(module, "Panel")
        .def_static("read", &panel_from_table, py::arg("table"), py::arg("kind"), py::arg("columns"),
                    py::arg("every"), py::arg("threads") = 1)
        .def_static("of_arrays", &panel_from_arrays, py::arg("length"), py::arg("values"),
                    py::arg("n") = py::none(), py::arg("spread") = py::none(), py::arg("has") = py::none(),
                    py::arg("baseline") = py::none(), py::arg("counted") = py::none(),
                    py::arg("phase") = py::none())
        .def_property_readonly("names", [](const BoundPanel& bound) { return bound.panel->names; })
        .def("rejects", [](const BoundPanel& bound) { return frame_of(bound.rejects); })
        .def("__len__", [](const BoundPanel& bound) { return bound.panel->size(); });
}

inline void bind_charts(pybind11::module_& module) {
    namespace py = pybind11;
    const auto without_lock = py::call_guard<py::gil_scoped_release>();
    py::class_<PanelCharts, std::shared_ptr<PanelCharts>>(module, "PanelCharts")
        .def(
            "points", [](const std::shared_ptr<PanelCharts>& charts) { return frame_of_points(charts); },
            without_lock)
        .def(
            "readings", [](const std::shared_ptr<PanelCharts>& charts) { return frame_of_readings(charts); },
            without_lock)
        .def(
            "signals",
            [](const std::shared_ptr<PanelCharts>& charts, unsigned threads) {
                return frame_of_signals(charts, threads);
            },
            py::arg("threads") = 1, without_lock);
    module.def(
        "chart_panel",
        [](const BoundPanel& panel, const ChartRules& rules, const std::optional<std::string>& chosen,
           unsigned threads) {
            const auto kind = chosen ? std::optional(parse_series_kind(*chosen)) : std::nullopt;
            const py::gil_scoped_release unlocked;
            return std::make_shared<PanelCharts>(chart_panel(panel.panel, rules, kind, threads));
        },
        py::arg("panel"), py::arg("rules"), py::arg("chosen") = py::none(), py::arg("threads") = 1);
    module.def(
        "choose_chart",
        [](const std::string& kind, double n, double count, double least_n, double greatest_n) {
            const auto choice = choose_chart(parse_series_kind(kind), {n, count, least_n, greatest_n});
            return py::make_tuple(to_string(choice.kind), choice.why, choice.is_rare);
        },
        py::arg("kind"), py::arg("n"), py::arg("count"), py::arg("least_n"), py::arg("greatest_n"));
}

} // namespace vermeil::python
