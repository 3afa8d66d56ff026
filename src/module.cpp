// SPDX-License-Identifier: MIT
// The extension vermeil._core: each layer binds its own part.

#include "bind.hpp"

#include <vermeil/version.hpp>

#include <pybind11/pybind11.h>

PYBIND11_MODULE(_core, module) {
    module.doc() = "The compiled part of vermeil; the package vermeil gives it its Python face.";
    module.attr("__version__") = VERMEIL_VERSION;
    vermeil::python::bind_core(module);
    vermeil::python::bind_market(module);
    vermeil::python::bind_evidence(module);
    vermeil::python::bind_measure(module);
    vermeil::python::bind_framework(module);
    vermeil::python::bind_kernel(module);
    vermeil::python::bind_rating(module);
    vermeil::python::bind_risk(module);
    vermeil::python::bind_trust(module);
}
