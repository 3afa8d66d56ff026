// SPDX-License-Identifier: MIT
#pragma once
// What is told of a log of visits, file by file, however many rows it is about.

#include "check_binding.hpp"
#include "provenance_dict.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/evidence/visit_file.hpp>
#include <vermeil/evidence/visit_log.hpp>
#include <vermeil/evidence/visit_report.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::python {

/// Reads what `vermeil.types.VisitFileDict` describes, file by file.
inline std::vector<VisitFile> visit_files_of(const pybind11::list& given) {
    std::vector<VisitFile> files;
    for (const auto& each : given) {
        const auto file = each.cast<pybind11::dict>();
        VisitFile made{file["source"].cast<std::string>(), file["rows"].cast<std::size_t>(),
                       file["first_row"].cast<std::size_t>(), numbers_in(file, "row_numbers")};
        for (const auto& [name, label] : file["labels"].cast<std::map<std::string, std::string>>()) {
            made.labels.emplace(name, label);
        }
        made.faults = faults_in(file);
        made.passed_over = file["passed_over"].cast<std::size_t>();
        files.push_back(std::move(made));
    }
    return files;
}

/// The reasons as dictionaries.
inline pybind11::list reasons_of(const VisitReport& report, bool unmasked) {
    pybind11::list reasons;
    for (const auto& each : report.reasons()) {
        reasons.append(pybind11::dict(
            pybind11::arg("source") = each.first.source, pybind11::arg("column") = each.first.column,
            pybind11::arg("reason") = each.first.reason,
            pybind11::arg("outcome") = each.first.kept ? "kept" : "left out",
            pybind11::arg("rows") = each.rows,
            pybind11::arg("first_rows") = pybind11::tuple(pybind11::cast(each.first_rows)),
            pybind11::arg("first_value") = each.first.shown_value(unmasked)));
    }
    return reasons;
}

/// Binds the report of a log of visits.
inline void bind_visit_report(pybind11::module_& module) {
    pybind11::class_<VisitReport>(module, "VisitReport")
        .def(pybind11::init([](const std::shared_ptr<VisitLog>& log, const pybind11::list& files) {
                 return std::make_unique<VisitReport>(log, visit_files_of(files));
             }),
             pybind11::arg("log"), pybind11::arg("files"))
        .def("__len__", &VisitReport::size)
        .def("tallies", [](const VisitReport& report) { return tallies_of(report.tallies()); })
        .def("reasons", &reasons_of, pybind11::arg("unmasked"))
        .def(
            "some",
            [](const VisitReport& report, std::size_t most, bool unmasked) {
                return frame_of(report.some(most), unmasked);
            },
            pybind11::arg("most"), pybind11::arg("unmasked"))
        .def(
            "of_readers",
            [](const VisitReport& report, bool unmasked) { return frame_of(report.of_readers(), unmasked); },
            pybind11::arg("unmasked"))
        .def(
            "between",
            [](const VisitReport& report, std::size_t begin, std::size_t end, bool unmasked) {
                return frame_of(report.between(begin, end), unmasked);
            },
            pybind11::arg("begin"), pybind11::arg("end"), pybind11::arg("unmasked"));
    module.attr("most_told") = VisitReport::most_told;
}

} // namespace vermeil::python
