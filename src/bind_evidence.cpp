// SPDX-License-Identifier: MIT
// Evidence and its rejects.

#include "bind.hpp"
#include "schema_dict.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/evidence.hpp>
#include <vermeil/evidence/read_evidence.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>

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

} // namespace

void bind_evidence(py::module_& module) {
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

    module.def("evidence_schemas", [] {
        py::list schemas;
        for (const auto& schema : evidence_schemas()) {
            schemas.append(schema_dict(schema));
        }
        return schemas;
    });
}

} // namespace vermeil::python
