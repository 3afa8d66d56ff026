// SPDX-License-Identifier: MIT
// Ids, quarters, shares and tables.

#include "arrow_capsule.hpp"
#include "bind.hpp"
#include "date_caster.hpp"
#include "provenance_dict.hpp"
#include "schema_dict.hpp"

#include <vermeil/core.hpp>
#include <vermeil/core/csv_shape.hpp>
#include <vermeil/core/frame.hpp>
#include <vermeil/core/frame_builder.hpp>

#include <pybind11/operators.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>
#include <utility>

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

/// The shape of the bytes of a file, which may be mapped into memory.
py::dict csv_shape_of(const py::buffer& text, std::size_t width, char separator, std::size_t longest_row) {
    const auto bytes = text.request();
    CsvShape shape;
    {
        const py::gil_scoped_release unlocked;
        shape = csv_shape({static_cast<const char*>(bytes.ptr), static_cast<std::size_t>(bytes.size)}, width,
                          separator, {.longest_row = longest_row});
    }
    py::list ragged;
    for (const auto& row : shape.ragged) {
        ragged.append(py::make_tuple(row.row, row.cells));
    }
    return py::dict(py::arg("rows") = shape.rows, py::arg("empty") = shape.empty,
                    py::arg("has_quotes") = shape.has_quotes, py::arg("ragged") = ragged,
                    py::arg("ragged_rows") = shape.ragged_rows, py::arg("line") = shape.line,
                    py::arg("reason") = shape.reason);
}

py::dict field_dict(const Field& field) {
    constexpr const char* kinds[] = {"id",    "text", "word",    "whole", "number",
                                     "money", "date", "quarter", "truth"};
    return py::dict(py::arg("name") = field.name, py::arg("kind") = kinds[static_cast<int>(field.kind)],
                    py::arg("help") = field.help, py::arg("required") = field.required,
                    py::arg("allowed") = field.allowed, py::arg("personal") = field.personal);
}

void bind_table(py::module_& module) {
    py::class_<Frame>(module, "Table")
        .def(py::init([](py::handle frame, std::string source, std::size_t first_row,
                         const std::optional<py::dict>& provenance, bool as_they_lie, bool coded) {
                 auto made = frame_from_python(frame, std::move(source), first_row,
                                               coded         ? WordsAs::coded
                                               : as_they_lie ? WordsAs::they_lie
                                                             : WordsAs::views);
                 made = provenance ? made.with(provenance_of(*provenance)) : made;
                 const bool shows = provenance && provenance->contains("shown");
                 return shows ? made.showing((*provenance)["shown"].cast<const Frame&>()) : made;
             }),
             py::arg("frame"), py::arg("source") = "table", py::arg("first_row") = 2,
             py::arg("provenance") = py::none(), py::arg("as_they_lie") = false, py::arg("coded") = false)
        .def_static("from_lists", &frame_from_lists, py::arg("lists"), py::arg("source") = "table",
                    py::arg("first_row") = 2)
        .def_property_readonly("columns", &column_names)
        .def_property_readonly("source", [](const Frame& frame) { return frame.source(); })
        .def_property_readonly("faults",
                               [](const Frame& frame) { return frame_of(frame.provenance().faults, false); })
        .def("__len__", &Frame::rows)
        .def(
            "__arrow_c_stream__", [](const Frame& frame, const py::object&) { return stream_capsule(frame); },
            py::arg("requested_schema") = py::none())
        .def("categories_stream",
             [](const Frame& frame) { return stream_capsule(frame, CodedAs::dictionary); });

    module.def("csv_shape", &csv_shape_of, py::arg("text"), py::arg("width"), py::arg("separator") = ',',
               py::arg("longest_row") = CsvLimits{}.longest_row);
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

    bind_table(module);
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
