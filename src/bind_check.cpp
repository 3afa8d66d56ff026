// SPDX-License-Identifier: MIT
// The check of every table, and what can be checked.

#include "bind.hpp"
#include "date_caster.hpp"
#include "schema_dict.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/evidence/check.hpp>
#include <vermeil/evidence/visit_fault.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>
#include <string>

namespace py = pybind11;

namespace vermeil::python {

namespace {

Check check_of(const py::dict& given, const std::optional<Date>& as_of) {
    CheckTables tables;
    for (const auto& [name, frame] : given) {
        tables.emplace(name.cast<std::string>(), frame.cast<const Frame&>());
    }
    const py::gil_scoped_release unlocked;
    return check(tables, as_of);
}

py::list tallies(const Check& check) {
    py::list files;
    for (const auto& file : check.files) {
        files.append(py::dict(py::arg("table") = file.table, py::arg("source") = file.source,
                              py::arg("rows") = file.rows, py::arg("kept") = file.kept,
                              py::arg("flagged") = file.flagged, py::arg("left_out") = file.left_out,
                              py::arg("blank") = file.blank, py::arg("passed_over") = file.passed_over));
    }
    return files;
}

} // namespace

void bind_check(py::module_& module) {
    py::class_<Check>(module, "Check")
        .def_property_readonly("files", &tallies)
        .def(
            "findings", [](const Check& check, bool unmasked) { return frame_of(check.findings, unmasked); },
            py::arg("unmasked") = false);
    module.def("check", &check_of, py::arg("tables"), py::arg("as_of") = py::none());
    module.def("checked_schemas", [] {
        py::list schemas;
        for (const auto& schema : detail::checked_schemas()) {
            schemas.append(schema_dict(schema));
        }
        return schemas;
    });
    module.def("visits_schema", [] { return schema_dict(visits_schema()); });
}

} // namespace vermeil::python
