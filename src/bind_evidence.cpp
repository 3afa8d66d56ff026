// SPDX-License-Identifier: MIT
// Evidence and its rejects.

#include "arrow_capsule.hpp"
#include "bind.hpp"
#include "date_caster.hpp"
#include "schema_dict.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/evidence.hpp>
#include <vermeil/evidence/check.hpp>
#include <vermeil/evidence/read_evidence.hpp>
#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/evidence/visit_rejects.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace py = pybind11;

namespace vermeil::python {

namespace {

/// Tables by name: of evidence, or of all that is checked.
std::map<std::string, Frame, std::less<>> tables_of(const py::dict& given) {
    std::map<std::string, Frame, std::less<>> tables;
    for (const auto& [name, frame] : given) {
        tables.emplace(name.cast<std::string>(), frame.cast<const Frame&>());
    }
    return tables;
}

py::list response_rates(const Evidence& evidence) {
    py::list rates;
    for (const auto& base : evidence.survey_bases) {
        const auto rate = response_rate(base);
        const py::object value =
            rate.is_present() ? py::object(py::float_(rate.value().share())) : py::none();
        rates.append(py::make_tuple(base.service, to_string(base.quarter), value));
    }
    return rates;
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

template <class Schemas> py::list dicts_of(const Schemas& schemas) {
    py::list dicts;
    for (const auto& schema : schemas) {
        dicts.append(schema_dict(schema));
    }
    return dicts;
}

VisitLog visits_of(const py::object& table, const std::string& source, std::size_t first_row, bool check,
                   std::size_t threads) {
    auto batches = batches_from_python(table, source, first_row, visit_columns());
    const py::gil_scoped_release unlocked;
    return read_visits(std::move(batches), check ? VisitChecks::rows : VisitChecks::needed, threads);
}

py::dict row_counts(const VisitLog& log) {
    const auto rows = rows_of(log);
    py::dict counts;
    counts["read"] = rows.read;
    counts["kept"] = rows.kept;
    counts["doubtful"] = rows.doubtful;
    counts["left_out"] = rows.left_out;
    return counts;
}

void bind_visits(py::module_& module) {
    py::class_<VisitLog, std::shared_ptr<VisitLog>>(module, "Visits")
        .def(py::init(&visits_of), py::arg("table"), py::arg("source"), py::arg("first_row"),
             py::arg("check"), py::arg("threads"))
        .def("__len__", &VisitLog::rows)
        .def("rows", &row_counts)
        .def(
            "rejects", [](const VisitLog& log, bool unmasked) { return frame_of(rejects_of(log), unmasked); },
            py::arg("unmasked") = false);
}

} // namespace

void bind_evidence(py::module_& module) {
    bind_visits(module);
    py::class_<Evidence, std::shared_ptr<Evidence>>(module, "Evidence")
        .def(py::init([](const py::dict& tables) {
                 return std::make_shared<Evidence>(read_evidence(tables_of(tables)));
             }),
             py::arg("tables"))
        .def(
            "rejects",
            [](const Evidence& evidence, bool unmasked) { return frame_of(evidence.rejects, unmasked); },
            py::arg("unmasked") = false)
        .def("response_rates", &response_rates)
        .def_property_readonly("services", [](const Evidence& evidence) {
            std::vector<std::string> ids;
            for (const auto& service : evidence.services) {
                ids.push_back(service.id().text());
            }
            return ids;
        });

    py::class_<Check>(module, "Check")
        .def_property_readonly("files", &tallies)
        .def(
            "findings", [](const Check& check, bool unmasked) { return frame_of(check.findings, unmasked); },
            py::arg("unmasked") = false);

    module.def("evidence_schemas", [] { return dicts_of(evidence_schemas()); });
    module.def("checked_schemas", [] { return dicts_of(detail::checked_schemas()); });
    module.def(
        "check",
        [](const py::dict& tables, const std::optional<Date>& as_of) {
            return check(tables_of(tables), as_of);
        },
        py::arg("tables"), py::arg("as_of") = py::none());
}

} // namespace vermeil::python
