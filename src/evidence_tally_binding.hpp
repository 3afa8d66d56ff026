// SPDX-License-Identifier: MIT
#pragma once
// Evidence in parts.

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/evidence_tally.hpp>
#include <vermeil/evidence/evidence_tally_bytes.hpp>

#include <pybind11/pybind11.h>

#include <memory>
#include <string>
#include <string_view>

namespace vermeil::python {

/// Binds the tally of evidence. `tables_of` makes tables of a dictionary of frames.
template <class TablesOf> void bind_evidence_tally(pybind11::module_& module, TablesOf tables_of) {
    pybind11::class_<EvidenceTally>(module, "EvidenceTally")
        .def(pybind11::init<>())
        .def(
            "add",
            [tables_of](EvidenceTally& tally, const pybind11::dict& tables) { tally.add(tables_of(tables)); },
            pybind11::arg("tables"))
        .def("merge", &EvidenceTally::merge, pybind11::arg("other"))
        .def("finish", [](const EvidenceTally& tally) { return std::make_shared<Evidence>(tally.finish()); })
        .def("to_bytes",
             [](const EvidenceTally& tally) { return pybind11::bytes(EvidenceTallyBytes::written(tally)); })
        .def_static(
            "from_bytes",
            [](const pybind11::bytes& bytes) { return EvidenceTallyBytes::read(std::string_view(bytes)); },
            pybind11::arg("data"));
}

} // namespace vermeil::python
