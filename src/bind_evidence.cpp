// SPDX-License-Identifier: MIT
// Evidence and its rejects.

#include "arrow_capsule.hpp"
#include "bind.hpp"
#include "check_binding.hpp"
#include "evidence_tally_binding.hpp"
#include "schema_dict.hpp"
#include "visit_report_binding.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/evidence.hpp>
#include <vermeil/evidence/checked_visits.hpp>
#include <vermeil/evidence/read_evidence.hpp>
#include <vermeil/evidence/visit_reader.hpp>
#include <vermeil/evidence/visit_rejects.hpp>
#include <vermeil/market/read_packages.hpp>
#include <vermeil/market/read_services.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace py = pybind11;

namespace vermeil::python {

namespace {

EvidenceTables tables_of(const py::dict& given) {
    EvidenceTables tables;
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

/// The services of a table in the order of their ids.
std::vector<Service> services_in_order(const Frame& frame) {
    Rejects told_elsewhere;
    auto services = read_services(frame, told_elsewhere);
    std::sort(services.begin(), services.end(),
              [](const Service& a, const Service& b) { return a.id() < b.id(); });
    return services;
}

VisitLog visits_of(const py::object& table, const std::string& source, std::size_t first_row, bool check,
                   const py::object& services, const py::object& packages, std::size_t threads) {
    auto batches = batches_from_python(table, source, first_row, visit_columns());
    const auto* const of_services = services.is_none() ? nullptr : &services.cast<const Frame&>();
    const auto* const of_packages = packages.is_none() ? nullptr : &packages.cast<const Frame&>();
    const py::gil_scoped_release unlocked;
    if (!check) {
        return read_visits(std::move(batches), VisitChecks::needed, threads);
    }
    Rejects told_elsewhere;
    const auto known_services =
        of_services == nullptr ? std::vector<Service>() : services_in_order(*of_services);
    const auto known_packages =
        of_packages == nullptr ? std::vector<CarePackage>() : read_packages(*of_packages, told_elsewhere);
    return checked_visits(std::move(batches),
                          {of_services == nullptr ? nullptr : &known_services,
                           of_packages == nullptr ? nullptr : &known_packages},
                          threads);
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

/// Evidence from tables, and from a log of visits that lies where its source has it.
std::shared_ptr<Evidence> evidence_of(const py::dict& given, const py::object& visits, const py::list& files,
                                      std::size_t threads) {
    std::optional<Batches> log;
    if (!visits.is_none()) {
        log = batches_from_python(visits, "visits", 2, visit_columns());
    }
    const auto tables = tables_of(given);
    auto known = visit_files_of(files);
    const py::gil_scoped_release unlocked;
    return std::make_shared<Evidence>(read_evidence(tables, std::move(log), std::move(known), threads));
}

void bind_visits(py::module_& module) {
    py::class_<VisitLog, std::shared_ptr<VisitLog>>(module, "Visits")
        .def(py::init(&visits_of), py::arg("table"), py::arg("source"), py::arg("first_row"),
             py::arg("check"), py::arg("services"), py::arg("packages"), py::arg("threads"))
        .def("__len__", &VisitLog::rows)
        .def("rows", &row_counts);
    bind_visit_report(module);
}

} // namespace

void bind_evidence(py::module_& module) {
    bind_visits(module);
    bind_check(module);
    py::class_<Evidence, std::shared_ptr<Evidence>>(module, "Evidence")
        .def(py::init(&evidence_of), py::arg("tables"), py::arg("visits"), py::arg("files"),
             py::arg("threads"))
        .def(
            "rejects",
            [](const Evidence& evidence, bool unmasked) { return frame_of(evidence.rejects, unmasked); },
            py::arg("unmasked") = false)
        .def("response_rates", &response_rates)
        .def_property_readonly("unread",
                               [](const Evidence& evidence) {
                                   return std::vector<std::string>(evidence.unread.begin(),
                                                                   evidence.unread.end());
                               })
        .def_property_readonly("services", [](const Evidence& evidence) {
            std::vector<std::string> ids;
            for (const auto& service : evidence.services) {
                ids.push_back(service.id().text());
            }
            return ids;
        });
    bind_evidence_tally(module, [](const py::dict& given) { return tables_of(given); });

    module.def("evidence_schemas", [] {
        py::list schemas;
        for (const auto& schema : evidence_schemas()) {
            schemas.append(schema_dict(schema));
        }
        return schemas;
    });
}

} // namespace vermeil::python
