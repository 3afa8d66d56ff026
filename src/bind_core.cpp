// SPDX-License-Identifier: MIT
// Ids, quarters, shares and tables.

#include "arrow_capsule.hpp"
#include "bind.hpp"
#include "date_caster.hpp"
#include "schema_dict.hpp"

#include <vermeil/core.hpp>
#include <vermeil/core/frame.hpp>

#include <pybind11/operators.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

namespace py = pybind11;

namespace vermeil::python {

namespace {

std::vector<std::string> column_names(const Frame& frame) {
    std::vector<std::string> names;
    for (const auto& column : frame.columns()) {
        names.push_back(column.name);
    }
    return names;
}

/// A table from lists: each cell becomes text, None an empty cell.
Frame frame_from_lists(const py::dict& lists, std::string source, std::size_t first_row) {
    std::vector<Column> columns;
    for (const auto& [name, values] : lists) {
        std::vector<std::string> cells;
        for (const auto value : values.cast<py::sequence>()) {
            cells.push_back(value.is_none() ? std::string() : py::str(value).cast<std::string>());
        }
        columns.push_back(text_column(name.cast<std::string>(), std::move(cells)));
    }
    return {std::move(source), std::move(columns), first_row};
}

py::dict field_dict(const Field& field) {
    constexpr const char* kinds[] = {"id",    "text", "word",    "whole", "number",
                                     "money", "date", "quarter", "truth"};
    return py::dict(py::arg("name") = field.name, py::arg("kind") = kinds[static_cast<int>(field.kind)],
                    py::arg("help") = field.help, py::arg("required") = field.required,
                    py::arg("allowed") = field.allowed, py::arg("personal") = field.personal);
}

} // namespace

py::dict schema_dict(const Schema& schema) {
    py::list fields;
    for (const auto& field : schema.fields) {
        fields.append(field_dict(field));
    }
    return py::dict(py::arg("name") = schema.name, py::arg("help") = schema.help, py::arg("fields") = fields);
}

void bind_core(py::module_& module) {
    const auto& error = py::register_exception<Error>(module, "Error", PyExc_ValueError);
    py::register_exception<DefinitionError>(module, "DefinitionError", error);

    py::class_<Quarter>(module, "Quarter")
        .def(py::init(&parse_quarter), py::arg("text"))
        .def_static(
            "of", [](Date day) { return Quarter(day); }, py::arg("day"))
        .def_property_readonly("first_day", &Quarter::first_day)
        .def_property_readonly("last_day", &Quarter::last_day)
        .def("calendar", [](Quarter quarter) { return to_string(quarter, YearKind::calendar); })
        .def("__str__", [](Quarter quarter) { return to_string(quarter); })
        .def("__repr__", [](Quarter quarter) { return "Quarter('" + to_string(quarter) + "')"; })
        .def("__hash__", [](Quarter quarter) { return day_number(quarter.first_day()); })
        .def(
            "__add__", [](Quarter quarter, int count) { return quarter + count; }, py::is_operator())
        .def(
            "__sub__", [](Quarter quarter, int count) { return quarter - count; }, py::is_operator())
        .def(py::self == py::self)
        .def(py::self < py::self)
        .def(py::self <= py::self);

    py::class_<Frame>(module, "Table")
        .def(py::init(&frame_from_python), py::arg("frame"), py::arg("source") = "table",
             py::arg("first_row") = 2)
        .def_static("from_lists", &frame_from_lists, py::arg("lists"), py::arg("source") = "table",
                    py::arg("first_row") = 2)
        .def_property_readonly("columns", &column_names)
        .def("__len__", &Frame::rows)
        .def(
            "__arrow_c_stream__", [](const Frame& frame, const py::object&) { return stream_capsule(frame); },
            py::arg("requested_schema") = py::none());

    module.attr("state_names") = std::vector<std::string>(state_names.begin(), state_names.end());
    module.def(
        "wilson_interval",
        [](std::uint32_t count, std::uint32_t n, double z) {
            const auto interval = wilson_interval(Proportion(count, n), z);
            return py::make_tuple(interval.lower, interval.upper);
        },
        py::arg("count"), py::arg("n"), py::arg("z") = z_95);
}

} // namespace vermeil::python
