// SPDX-License-Identifier: MIT
// The linter.

#include "bind.hpp"

#include <vermeil/trust.hpp>

#include <pybind11/pybind11.h>

namespace py = pybind11;

namespace vermeil::python {

void bind_trust(py::module_& module) {
    module.def(
        "lint",
        [](const Framework& framework) {
            py::list findings;
            for (const auto& finding : lint(framework)) {
                findings.append(py::dict(py::arg("severity") = to_string(finding.severity),
                                         py::arg("rule") = finding.rule,
                                         py::arg("place") = to_string(finding.place),
                                         py::arg("what") = finding.what, py::arg("mend") = finding.mend));
            }
            return findings;
        },
        py::arg("framework"));
}

} // namespace vermeil::python
