// SPDX-License-Identifier: MIT
// The linter.

#include "bind.hpp"
#include "score_of.hpp"

#include <vermeil/trust.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <vector>

namespace py = pybind11;

namespace vermeil::python {

namespace {

/// A service that was rated to show a finding: its measures by id, and what came of it.
py::dict shown_dict(const Framework& framework, const Shown& shown) {
    py::dict cells;
    for (std::size_t i = 0; i < shown.cells.size(); ++i) {
        const auto& cell = shown.cells[i];
        const auto value = cell.state == State::present ? py::object(py::float_(cell.value)) : py::none();
        cells[py::str(framework.measures()[i].id)] =
            py::dict(py::arg("value") = value, py::arg("state") = to_string(cell.state),
                     py::arg("n") = cell.n, py::arg("count") = cell.count);
    }
    const auto& outcome = shown.outcome;
    const bool rated = outcome.band != no_band;
    return py::dict(py::arg("cells") = cells,
                    py::arg("band") = rated ? framework.band_name(outcome.band) : std::string("Not rated"),
                    py::arg("lowest_score") = score_of(outcome, &Outcome::lowest_score),
                    py::arg("highest_score") = score_of(outcome, &Outcome::highest_score));
}

py::list finding_dicts(const Framework& framework, const std::vector<Finding>& findings) {
    py::list made;
    for (const auto& finding : findings) {
        py::list inputs;
        for (const auto& shown : finding.witness.inputs) {
            inputs.append(shown_dict(framework, shown));
        }
        made.append(py::dict(py::arg("severity") = to_string(finding.severity()),
                             py::arg("rule") = to_string(finding.rule),
                             py::arg("place") = to_string(finding.place), py::arg("of") = finding.of,
                             py::arg("what") = finding.what, py::arg("witness") = finding.witness.text,
                             py::arg("inputs") = inputs, py::arg("mend") = finding.mend,
                             py::arg("accepted") = finding.accepted));
    }
    return made;
}

} // namespace

void bind_trust(py::module_& module) {
    module.def(
        "lint",
        [](const Framework& framework, const MeasureTable* measures,
           const std::vector<std::shared_ptr<Framework>>& editions) {
            std::vector<Framework> others;
            for (const auto& each : editions) {
                others.push_back(*each);
            }
            const auto findings =
                measures != nullptr ? lint(framework, *measures, others) : lint(framework, others);
            return finding_dicts(framework, findings);
        },
        py::arg("framework"), py::arg("measures") = py::none(),
        py::arg("editions") = std::vector<std::shared_ptr<Framework>>{});
    module.def("lint_rules", [] {
        py::dict rules;
        for (const auto& each : lint_rules) {
            rules[py::str(std::string(each.name))] = to_string(each.severity);
        }
        return rules;
    });
}

} // namespace vermeil::python
