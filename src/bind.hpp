// SPDX-License-Identifier: MIT
#pragma once
// One function for each layer that the extension binds.

#include <pybind11/pybind11.h>

namespace vermeil::python {

void bind_core(pybind11::module_& module);
void bind_market(pybind11::module_& module);
void bind_evidence(pybind11::module_& module);
void bind_kernel(pybind11::module_& module);
void bind_measure(pybind11::module_& module);
void bind_framework(pybind11::module_& module);
void bind_rating(pybind11::module_& module);
void bind_risk(pybind11::module_& module);
void bind_trust(pybind11::module_& module);

} // namespace vermeil::python
