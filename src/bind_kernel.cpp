// SPDX-License-Identifier: MIT
// Norms: what a framework that compares services knows of the others.

#include "bind.hpp"

#include <vermeil/kernel/fit.hpp>
#include <vermeil/kernel/norms.hpp>
#include <vermeil/kernel/norms_toml.hpp>

#include <pybind11/pybind11.h>

#include <memory>

namespace py = pybind11;

namespace vermeil::python {

void bind_kernel(py::module_& module) {
    py::class_<Norms, std::shared_ptr<Norms>>(module, "Norms")
        .def(py::init<>())
        .def_static(
            "load", [](const std::string& path) { return std::make_shared<Norms>(load_norms(path)); },
            py::arg("path"))
        .def_static(
            "parse",
            [](const std::string& text, const std::string& name) {
                return std::make_shared<Norms>(parse_norms(text, name));
            },
            py::arg("text"), py::arg("name"))
        .def("to_toml", [](const Norms& norms) { return to_toml(norms); })
        .def_readonly("framework", &Norms::framework)
        .def_readonly("edition", &Norms::edition)
        .def_readonly("services", &Norms::services)
        .def("__len__", [](const Norms& norms) { return norms.norms.size(); });

    module.def(
        "fit",
        [](const Framework& framework, const MeasureTable& measures) {
            const py::gil_scoped_release unlocked;
            return std::make_shared<Norms>(fit(framework, measures));
        },
        py::arg("framework"), py::arg("measures"));
}

} // namespace vermeil::python
