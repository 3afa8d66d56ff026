// SPDX-License-Identifier: MIT
// Ratings: of a table, of one service, and their explanations.

#include "arrow_capsule.hpp"
#include "bind.hpp"
#include "cells.hpp"
#include "score_of.hpp"
#include "trace_lines.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/core/on_threads.hpp>
#include <vermeil/rating.hpp>
#include <vermeil/rating/ratchet_proposal.hpp>
#include <vermeil/rating/rating_frame.hpp>
#include <vermeil/rating/read_history.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <vector>

namespace py = pybind11;

namespace vermeil::python {

namespace {

py::dict proposal_dict(const RatchetProposal& made) {
    py::list quarters;
    for (const auto& seen : made.quarters) {
        quarters.append(py::make_tuple(to_string(seen.quarter), seen.reached, seen.services));
    }
    const auto& ratchet = made.ratchet;
    py::list places;
    for (const auto& place : ratchet.targets) {
        places.append(py::make_tuple(place.line, place.column));
    }
    return py::dict(py::arg("band") = ratchet.band, py::arg("measure") = ratchet.measure,
                    py::arg("target") = ratchet.target, py::arg("proposed") = made.target,
                    py::arg("why") = made.why, py::arg("quarters") = quarters, py::arg("places") = places);
}

/// Earlier ratings, and what the next edition would ask for.
void bind_time(py::module_& module) {
    py::class_<History, std::shared_ptr<History>>(module, "History")
        .def(py::init<>())
        .def(
            "read",
            [](History& history, const Framework& framework, const Frame& frame, bool unmasked) {
                Rejects rejects;
                read_history(framework, frame, history, rejects);
                return frame_of(rejects, unmasked);
            },
            py::arg("framework"), py::arg("frame"), py::arg("unmasked") = false);

    module.def(
        "propose",
        [](const Framework& framework, const std::vector<std::shared_ptr<Ratings>>& rated) {
            py::list proposals;
            for (const auto& ratchet : framework.rules().ratchets) {
                proposals.append(proposal_dict(propose(ratchet, {rated.begin(), rated.end()})));
            }
            return proposals;
        },
        py::arg("framework"), py::arg("rated"));
}

/// A framework ready for one service after the other.
void bind_one_by_one(py::module_& module) {
    py::class_<OneByOne>(module, "OneByOne")
        .def(py::init<const Framework&, const Norms&>(), py::arg("framework"), py::arg("norms"))
        .def("rate", &OneByOne::rate, py::arg("measures"), py::arg("days") = py::none(),
             py::arg("as_of") = py::none())
        .def("explain", &OneByOne::explain, py::arg("measures"), py::arg("service") = "",
             py::arg("days") = py::none(), py::arg("as_of") = py::none());
}

/// The ratings of a table of measures.
void bind_ratings(py::module_& module) {
    py::class_<Ratings, std::shared_ptr<Ratings>>(module, "Ratings")
        .def("__len__", &Ratings::size)
        .def_property_readonly("services",
                               [](const Ratings& ratings) { return ratings.measures().services(); })
        .def("explain", py::overload_cast<std::string_view>(&Ratings::explain, py::const_),
             py::arg("service"))
        .def("explain_row", py::overload_cast<std::size_t>(&Ratings::explain, py::const_), py::arg("row"))
        .def(
            "trace_lines",
            [](const Ratings& ratings, const std::vector<std::size_t>& rows, unsigned threads) {
                return trace_lines(rows, threads, [&](std::size_t row) { return ratings.explain(row); });
            },
            py::arg("rows"), py::arg("threads") = 1)
        .def("table", [](const Ratings& ratings) { return frame_of(ratings); })
        .def(
            "settle", [](Ratings& ratings, const History& history) { ratings.settle(history); },
            py::arg("history"));
}

} // namespace

void bind_rating(py::module_& module) {
    py::class_<Rating>(module, "Rating")
        .def_readonly("service", &Rating::service)
        .def_property_readonly("quarter", [](const Rating& rating) { return quarter_text(rating.quarter); })
        .def_readonly("band", &Rating::band)
        .def_readonly("headline", &Rating::headline)
        .def_readonly("explanation", &Rating::explanation)
        .def_readonly("json", &Rating::json)
        .def_property_readonly(
            "lowest_score",
            [](const Rating& rating) { return score_of(rating.trace.outcome, &Outcome::lowest_score); })
        .def_property_readonly(
            "highest_score",
            [](const Rating& rating) { return score_of(rating.trace.outcome, &Outcome::highest_score); })
        .def_property_readonly("coverage", [](const Rating& rating) { return rating.trace.outcome.coverage; })
        .def_readonly("proposed", &Rating::proposed)
        .def_readonly("held", &Rating::held)
        .def_property_readonly("oldest_days", [](const Rating& rating) { return rating.trace.age.oldest; })
        .def_property_readonly("median_days", [](const Rating& rating) { return rating.trace.age.median; })
        .def_property_readonly("age_known", [](const Rating& rating) { return rating.trace.age.known; });

    bind_ratings(module);
    bind_time(module);
    module.def(
        "rate",
        [](const Framework& framework, const Norms& norms, const MeasureTable& measures, unsigned threads) {
            const py::gil_scoped_release unlocked;
            return std::make_shared<Ratings>(rate(framework, norms, measures, Threads(threads)));
        },
        py::arg("framework"), py::arg("norms"), py::arg("measures"), py::arg("threads") = 1);
    bind_one_by_one(module);
}

} // namespace vermeil::python
