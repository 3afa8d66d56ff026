// SPDX-License-Identifier: MIT
#pragma once
// The check of every table, and what can be checked.

#include "date_caster.hpp"
#include "schema_dict.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/evidence/check.hpp>
#include <vermeil/evidence/untold_findings.hpp>
#include <vermeil/evidence/visit_fault.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vermeil::python {

/// What a check of tables by name finds.
inline std::shared_ptr<Check> check_of(const pybind11::dict& given, const std::optional<Date>& as_of) {
    CheckTables tables;
    for (const auto& [name, frame] : given) {
        tables.emplace(name.cast<std::string>(), frame.cast<const Frame&>());
    }
    const pybind11::gil_scoped_release unlocked;
    return std::make_shared<Check>(check(tables, as_of));
}

/// What became of the rows, file by file.
inline pybind11::list tallies_of(const std::vector<FileTally>& tallies) {
    pybind11::list files;
    for (const auto& file : tallies) {
        files.append(pybind11::dict(
            pybind11::arg("table") = file.table, pybind11::arg("source") = file.source,
            pybind11::arg("rows") = file.rows, pybind11::arg("kept") = file.kept,
            pybind11::arg("flagged") = file.flagged, pybind11::arg("left_out") = file.left_out,
            pybind11::arg("blank") = file.blank, pybind11::arg("passed_over") = file.passed_over));
    }
    return files;
}

/// Binds the check.
inline void bind_check(pybind11::module_& module) {
    pybind11::class_<UntoldFindings>(module, "UntoldFindings")
        .def(
            "next",
            [](UntoldFindings& untold, std::size_t most, bool unmasked) {
                return frame_of(untold.next(most), unmasked);
            },
            pybind11::arg("most"), pybind11::arg("unmasked"));
    pybind11::class_<Check, std::shared_ptr<Check>>(module, "Check")
        .def("untold", [](const std::shared_ptr<Check>& check) { return UntoldFindings(check); })
        .def_property_readonly("files", [](const Check& check) { return tallies_of(check.files); })
        .def(
            "findings", [](const Check& check, bool unmasked) { return frame_of(check.findings, unmasked); },
            pybind11::arg("unmasked") = false);
    module.def("check", &check_of, pybind11::arg("tables"), pybind11::arg("as_of") = pybind11::none());
    module.def("checked_schemas", [] {
        pybind11::list schemas;
        for (const auto& schema : detail::checked_schemas()) {
            schemas.append(schema_dict(schema));
        }
        return schemas;
    });
    module.def("visits_schema", [] { return schema_dict(visits_schema()); });
}

} // namespace vermeil::python
