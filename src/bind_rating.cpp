// SPDX-License-Identifier: MIT
// Ratings: of a table, of one service, and their explanations.

#include "arrow_capsule.hpp"
#include "bind.hpp"
#include "cells.hpp"

#include <vermeil/rating.hpp>
#include <vermeil/rating/rating_frame.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>

namespace py = pybind11;

namespace vermeil::python {

void bind_rating(py::module_& module) {
    py::class_<Rating>(module, "Rating")
        .def_readonly("service", &Rating::service)
        .def_property_readonly("quarter", [](const Rating& rating) { return quarter_text(rating.quarter); })
        .def_readonly("band", &Rating::band)
        .def_readonly("headline", &Rating::headline)
        .def_readonly("explanation", &Rating::explanation)
        .def_readonly("json", &Rating::json)
        .def_property_readonly("lowest_score",
                               [](const Rating& rating) { return rating.trace.outcome.lowest_score; })
        .def_property_readonly("highest_score",
                               [](const Rating& rating) { return rating.trace.outcome.highest_score; })
        .def_property_readonly("coverage",
                               [](const Rating& rating) { return rating.trace.outcome.coverage; });

    py::class_<Ratings, std::shared_ptr<Ratings>>(module, "Ratings")
        .def("__len__", &Ratings::size)
        .def_property_readonly("services",
                               [](const Ratings& ratings) { return ratings.measures().services(); })
        .def("explain", py::overload_cast<std::string_view>(&Ratings::explain, py::const_),
             py::arg("service"))
        .def("table", [](const Ratings& ratings) { return frame_of(ratings); });

    module.def(
        "rate",
        [](const Framework& framework, const Norms& norms, const MeasureTable& measures, unsigned threads) {
            const py::gil_scoped_release unlocked;
            return std::make_shared<Ratings>(rate(framework, norms, measures, threads));
        },
        py::arg("framework"), py::arg("norms"), py::arg("measures"), py::arg("threads") = 1);

    py::class_<OneByOne>(module, "OneByOne")
        .def(py::init<const Framework&, const Norms&>(), py::arg("framework"), py::arg("norms"))
        .def("rate", &OneByOne::rate, py::arg("measures"))
        .def("explain", &OneByOne::explain, py::arg("measures"), py::arg("service") = "");
}

} // namespace vermeil::python
