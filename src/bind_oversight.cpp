// SPDX-License-Identifier: MIT
// Ladders, watch lists and news.

#include "bind.hpp"
#include "date_caster.hpp"
#include "read_market.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/ladder_toml.hpp>
#include <vermeil/risk/news_frame.hpp>
#include <vermeil/risk/oversight_frame.hpp>
#include <vermeil/risk/watch_list.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace vermeil::python {

namespace {

using EvidenceOwner = std::shared_ptr<const Evidence>;

/// What was scored, from one table or several.
RiskLevels levels_of(const py::list& tables, const Evidence& evidence, Rejects& rejects) {
    RiskLevels levels;
    for (const auto& table : tables) {
        add_risk_levels(table.cast<const Frame&>(), evidence, levels, rejects);
    }
    return levels;
}

/// What a ladder says, with what its tables are made of.
struct Stands {
    std::shared_ptr<const Ladder> ladder;
    EvidenceOwner evidence;
    Escalation said;
    PersonMask masked;
};

Stands stands_of(std::shared_ptr<const Ladder> ladder, EvidenceOwner evidence, const py::list& tables,
                 Date as_of) {
    Rejects rejects;
    const auto levels = levels_of(tables, *evidence, rejects);
    auto said = escalation(*ladder, *evidence, levels, as_of);
    said.rejects.insert(said.rejects.begin(), rejects.begin(), rejects.end());
    PersonMask masked(*evidence);
    return {std::move(ladder), std::move(evidence), std::move(said), std::move(masked)};
}

/// A watch list with the rejects of what it was drawn from.
struct Watched {
    WatchList list;
    Rejects rejects;
};

Watched watched_of(const Framework& framework, const Evidence& evidence, const ReadMarket& market,
                   const py::list& tables, Date as_of) {
    Rejects rejects;
    const auto levels = levels_of(tables, evidence, rejects);
    const auto facts = news(evidence, std::nullopt, as_of);
    auto list = watch(framework, {&evidence, &market.market, &levels, &facts, as_of}, rejects);
    return {std::move(list), std::move(rejects)};
}

py::dict why_dict(const WatchComparison& why) {
    py::list reasons;
    for (const auto& each : why.reasons) {
        reasons.append(py::dict(py::arg("measure") = each.measure, py::arg("upper") = each.upper,
                                py::arg("lower") = each.lower, py::arg("upper_points") = each.upper_points,
                                py::arg("lower_points") = each.lower_points,
                                py::arg("decided") = each.decided));
    }
    return py::dict(py::arg("upper") = why.upper, py::arg("lower") = why.lower,
                    py::arg("upper_points") = why.upper_points, py::arg("lower_points") = why.lower_points,
                    py::arg("reasons") = reasons, py::arg("lines") = why.lines());
}

void bind_ladder(py::module_& module) {
    py::class_<Ladder, std::shared_ptr<Ladder>>(module, "Ladder")
        .def_static(
            "load", [](const std::string& path) { return std::make_shared<Ladder>(load_ladder(path)); },
            py::arg("path"))
        .def_static(
            "parse",
            [](const std::string& text, const std::string& name) {
                return std::make_shared<Ladder>(parse_ladder(text, name));
            },
            py::arg("text"), py::arg("name"))
        .def_property_readonly("id", &Ladder::id)
        .def_property_readonly("title",
                               [](const Ladder& ladder) { return ladder.rules().rules.edition.title; })
        .def_property_readonly("source",
                               [](const Ladder& ladder) { return ladder.rules().rules.edition.source; })
        .def_property_readonly("steps",
                               [](const Ladder& ladder) { return detail::step_names(ladder.steps()); });

    py::class_<Stands>(module, "Escalation")
        .def(py::init(&stands_of), py::arg("ladder"), py::arg("evidence"), py::arg("risk"), py::arg("as_of"))
        .def("standings",
             [](const Stands& each) {
                 return ladder_frame(*each.ladder, each.said, *each.evidence, each.masked);
             })
        .def("embargoes",
             [](const Stands& each) { return embargo_frame(each.said, *each.evidence, each.masked); })
        .def("overdue",
             [](const Stands& each) { return overdue_frame(each.said, *each.evidence, each.masked); })
        .def(
            "broker",
            [](const Stands& each, const ReadMarket& market) {
                return broker_frame(broker_view(*each.ladder, each.said, market.market), each.masked);
            },
            py::arg("market"))
        .def("rejects", [](const Stands& each) { return frame_of(each.said.rejects); });
}

} // namespace

void bind_oversight(py::module_& module) {
    bind_ladder(module);
    py::class_<Watched>(module, "WatchList")
        .def(py::init(&watched_of), py::arg("framework"), py::arg("evidence"), py::arg("market"),
             py::arg("risk"), py::arg("as_of"))
        .def_property_readonly("services", [](const Watched& each) { return each.list.services(); })
        .def("table", [](const Watched& each) { return each.list.frame(); })
        .def(
            "why",
            [](const Watched& each, const std::string& one, const std::string& other) {
                return why_dict(each.list.why(one, other));
            },
            py::arg("one"), py::arg("other"))
        .def("rejects", [](const Watched& each) { return frame_of(each.rejects); });

    module.def(
        "news",
        [](const Evidence& evidence, std::optional<Date> since, Date as_of) {
            return news_frame(news(evidence, since, as_of));
        },
        py::arg("evidence"), py::arg("since"), py::arg("as_of"));
    module.def(
        "themes",
        [](const Evidence& evidence, Date since, Date as_of) {
            return theme_frame(themes(news(evidence, since, as_of), evidence, as_of));
        },
        py::arg("evidence"), py::arg("since"), py::arg("as_of"));
    module.def(
        "said_by_source",
        [](const Evidence& evidence, Date since, Date as_of) {
            return sources_frame(news(evidence, std::nullopt, as_of), since);
        },
        py::arg("evidence"), py::arg("since"), py::arg("as_of"));
}

} // namespace vermeil::python
