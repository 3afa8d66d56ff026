// SPDX-License-Identifier: MIT
// The measure table.

#include "arrow_capsule.hpp"
#include "bind.hpp"
#include "date_caster.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/core/interval.hpp>
#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/framework/measuring.hpp>
#include <vermeil/measure.hpp>
#include <vermeil/measure/cancellation_tally.hpp>
#include <vermeil/measure/cancellations.hpp>
#include <vermeil/measure/catalogue.hpp>
#include <vermeil/measure/measure_frame.hpp>
#include <vermeil/measure/visit_frame.hpp>
#include <vermeil/measure/visit_measures.hpp>
#include <vermeil/measure/visit_tally.hpp>
#include <vermeil/measure/visit_tally_bytes.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

namespace py = pybind11;

namespace vermeil::python {

namespace {

py::dict cell_dict(const MeasureTable& table, const std::string& service, const std::string& measure) {
    const auto* column = table.find(measure);
    if (column == nullptr) {
        throw Error("no measure " + quoted(measure) + "; the table has " + one_of(table.ids()));
    }
    const auto cell = column->cell(table.row(service));
    py::dict seen;
    seen["value"] = cell.state == State::present ? py::object(py::float_(cell.value)) : py::none();
    seen["state"] = to_string(cell.state);
    seen["n"] = cell.n;
    seen["count"] = cell.count;
    seen["day"] = cell.day == no_day ? py::none() : py::cast(date_of(cell.day));
    if (!column->count.empty() && cell.n > 0 && cell.count <= cell.n) {
        const auto interval = wilson_interval(Proportion(cell.count, cell.n));
        seen["interval"] = py::make_tuple(interval.lower, interval.upper);
    }
    return seen;
}

LateRounding rounding_of(const std::string& word) {
    if (word == "none") {
        return LateRounding::none;
    }
    if (word == "down" || word == "nearest") {
        return word == "down" ? LateRounding::down : LateRounding::nearest;
    }
    throw Error("rounding: " + quoted(word) + " is not one of none, down or nearest");
}

VisitRules visit_rules(bool counts, const py::object& punctuality, const py::object& length,
                       const py::object& continuity) {
    VisitRules rules{counts};
    if (!punctuality.is_none()) {
        const auto [late, early, rounding, quantiles] =
            punctuality.cast<std::tuple<double, double, std::string, std::vector<double>>>();
        rules.punctuality = PunctualityRule{late, early, rounding_of(rounding), quantiles};
    }
    if (!length.is_none()) {
        const auto [short_minutes, least_share] = length.cast<std::tuple<double, double>>();
        rules.length = LengthRule{short_minutes, least_share};
    }
    if (!continuity.is_none()) {
        using Moment = std::optional<std::int64_t>;
        const auto [sequence, least_contacts, recent_from, new_from] =
            continuity.cast<std::tuple<bool, std::uint32_t, Moment, Moment>>();
        rules.continuity = ContinuityRule{sequence, least_contacts, recent_from, new_from};
    }
    detail::check_rules(rules);
    return rules;
}

constexpr std::array<const char*, 4> value_kinds{"share", "truth", "whole", "number"};
constexpr std::array<const char*, 9> parameter_kinds{"whole", "number", "truth",   "word", "survey",
                                                     "item",  "items",  "answers", "text"};

py::list parameter_dicts(const StandardMeasure& standard) {
    py::list parameters;
    for (const auto& each : standard.parameters) {
        parameters.append(
            py::dict(py::arg("id") = each.id, py::arg("help") = each.help,
                     py::arg("kind") = parameter_kinds.at(static_cast<std::size_t>(each.kind)),
                     py::arg("fallback") = each.required ? py::object(py::none()) : py::cast(each.fallback),
                     py::arg("least") = each.least, py::arg("most") = each.most,
                     py::arg("allowed") = each.allowed, py::arg("required") = each.required));
    }
    return parameters;
}

py::list standard_dicts() {
    py::list measures;
    for (const auto& each : standard_measures()) {
        measures.append(py::dict(
            py::arg("id") = each.id, py::arg("label") = each.label, py::arg("formula") = each.formula,
            py::arg("source") = each.source, py::arg("unit") = each.unit,
            py::arg("better") = to_string(each.better), py::arg("denominator") = each.denominator,
            py::arg("edges") = each.edges, py::arg("tables") = each.tables,
            py::arg("kind") = value_kinds.at(static_cast<std::size_t>(each.kind)),
            py::arg("reports") = each.reports, py::arg("parameters") = parameter_dicts(each)));
    }
    return measures;
}

void bind_visit_tally(py::module_& module) {
    py::class_<VisitTally>(module, "VisitTally")
        .def(py::init<VisitRules>(), py::arg("rules"))
        .def(
            "add",
            [](VisitTally& tally, const std::shared_ptr<VisitLog>& log, std::size_t threads) {
                const py::gil_scoped_release unlocked;
                tally.add(*log, threads);
            },
            py::arg("log"), py::arg("threads"))
        .def("merge", &VisitTally::merge, py::arg("other"))
        .def("finish", [](const VisitTally& tally) { return frame_of(tally.finish(), tally.rules()); })
        .def("to_bytes", [](const VisitTally& tally) { return py::bytes(VisitTallyBytes::written(tally)); })
        .def_static(
            "from_bytes",
            [](const py::bytes& bytes) { return VisitTallyBytes::read(std::string_view(bytes)); },
            py::arg("data"));
}

void bind_cancellation_tally(py::module_& module) {
    py::class_<CancellationTally>(module, "CancellationTally")
        .def(py::init<>())
        .def(
            "add",
            [](CancellationTally& tally, const std::shared_ptr<VisitLog>& log, std::size_t threads) {
                const py::gil_scoped_release unlocked;
                tally.add(*log, threads);
            },
            py::arg("log"), py::arg("threads"))
        .def("merge", &CancellationTally::merge, py::arg("other"))
        .def(
            "finish",
            [](const CancellationTally& tally, double short_hours) {
                return frame_of(tally.finish(), short_hours);
            },
            py::arg("short_hours"))
        .def("to_bytes", [](const CancellationTally& tally) { return py::bytes(tally.bytes()); })
        .def_static(
            "from_bytes",
            [](const py::bytes& bytes) { return CancellationTally::from_bytes(std::string_view(bytes)); },
            py::arg("data"));
}

void bind_visit_measures(py::module_& module) {
    py::class_<VisitRules>(module, "VisitRules")
        .def(py::init(&visit_rules), py::arg("counts"), py::arg("punctuality"), py::arg("length"),
             py::arg("continuity"));
    module.def(
        "measure_visits",
        [](const std::shared_ptr<VisitLog>& log, const VisitRules& rules, std::size_t threads) {
            const py::gil_scoped_release unlocked;
            return frame_of(measure_visits(*log, rules, threads), rules);
        },
        py::arg("log"), py::arg("rules"), py::arg("threads"));
    module.def(
        "measure_visits_of",
        [](const py::object& table, const std::string& source, const VisitRules& rules, std::size_t threads) {
            auto batches = batches_from_python(table, source, 2, visit_columns());
            const py::gil_scoped_release unlocked;
            return frame_of(measure_visits(std::move(batches), rules, threads), rules);
        },
        py::arg("table"), py::arg("source"), py::arg("rules"), py::arg("threads"));

    module.def(
        "cancellations",
        [](const std::shared_ptr<VisitLog>& log, double short_hours, std::size_t threads) {
            const py::gil_scoped_release unlocked;
            return frame_of(cancellations(*log, threads), short_hours);
        },
        py::arg("log"), py::arg("short_hours"), py::arg("threads"));
    bind_visit_tally(module);
    bind_cancellation_tally(module);
}

} // namespace

void bind_measure(py::module_& module) {
    py::class_<MeasureTable, std::shared_ptr<MeasureTable>>(module, "MeasureTable")
        .def_property_readonly("services", &MeasureTable::services)
        .def_property_readonly("quarter",
                               [](const MeasureTable& table) { return quarter_text(table.quarter()); })
        .def_property_readonly("as_of", &MeasureTable::as_of)
        .def_property_readonly("measures", &MeasureTable::ids)
        .def("cell", &cell_dict, py::arg("service"), py::arg("measure"))
        .def("table", [](const std::shared_ptr<MeasureTable>& table) { return frame_of(table); })
        .def("__len__", &MeasureTable::rows);

    bind_visit_measures(module);
    py::class_<Measured>(module, "Measured")
        .def_property_readonly(
            "table", [](const Measured& measured) { return std::make_shared<MeasureTable>(measured.table); })
        .def(
            "rejects",
            [](const Measured& measured, bool unmasked) { return frame_of(measured.rejects, unmasked); },
            py::arg("unmasked") = false);

    module.def("standard_measures", &standard_dicts);
}

} // namespace vermeil::python
