// SPDX-License-Identifier: MIT
#pragma once
// Ladders, watch lists and news.

#include "date_caster.hpp"
#include "read_market.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/ladder_toml.hpp>
#include <vermeil/risk/news_frame.hpp>
#include <vermeil/risk/oversight_frame.hpp>
#include <vermeil/risk/watch_list.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::python {

using EvidenceOwner = std::shared_ptr<const Evidence>;

/// What was scored, from one table or several.
inline RiskLevels levels_of(const pybind11::list& tables, const Evidence& evidence, Rejects& rejects) {
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

inline Stands stands_of(std::shared_ptr<const Ladder> ladder, EvidenceOwner evidence,
                        const pybind11::list& tables, Date as_of, const RiskBook* book) {
    Rejects rejects;
    const auto levels = levels_of(tables, *evidence, rejects);
    const auto past = book != nullptr ? past_levels(*book) : PastLevels();
    auto said = escalation(*ladder, *evidence, levels, as_of, past);
    auto all = rejects;
    all.append(said.rejects);
    said.rejects = std::move(all);
    PersonMask masked(*evidence);
    return {std::move(ladder), std::move(evidence), std::move(said), std::move(masked)};
}

/// A watch list with the rejects of what it was drawn from.
struct Watched {
    WatchList list;
    Rejects rejects;
};

inline Watched watched_of(const Framework& framework, const Evidence& evidence, const ReadMarket& market,
                          const pybind11::list& tables, Date as_of, std::optional<std::uint32_t> visits) {
    Rejects rejects;
    const auto levels = levels_of(tables, evidence, rejects);
    const auto facts = news(evidence, std::nullopt, as_of);
    auto list = watch(framework, {&evidence, &market.market, &levels, &facts, as_of}, rejects, visits);
    return {std::move(list), std::move(rejects)};
}

inline pybind11::dict why_dict(const WatchComparison& why) {
    pybind11::list reasons;
    for (const auto& each : why.reasons) {
        reasons.append(pybind11::dict(
            pybind11::arg("measure") = each.measure, pybind11::arg("upper") = each.upper,
            pybind11::arg("lower") = each.lower, pybind11::arg("upper_points") = each.upper_points,
            pybind11::arg("lower_points") = each.lower_points, pybind11::arg("decided") = each.decided));
    }
    return pybind11::dict(pybind11::arg("upper") = why.upper, pybind11::arg("lower") = why.lower,
                          pybind11::arg("upper_points") = why.upper_points,
                          pybind11::arg("lower_points") = why.lower_points,
                          pybind11::arg("reasons") = reasons, pybind11::arg("lines") = why.lines());
}

inline pybind11::dict line_dict(const WatchLine& line) {
    return pybind11::dict(pybind11::arg("visits") = line.visits, pybind11::arg("services") = line.services,
                          pybind11::arg("why") = why_dict(line.why), pybind11::arg("lines") = line.lines());
}

inline void bind_ladder(pybind11::module_& module) {
    pybind11::class_<Ladder, std::shared_ptr<Ladder>>(module, "Ladder")
        .def_static(
            "load", [](const std::string& path) { return std::make_shared<Ladder>(load_ladder(path)); },
            pybind11::arg("path"))
        .def_static(
            "parse",
            [](const std::string& text, const std::string& name) {
                return std::make_shared<Ladder>(parse_ladder(text, name));
            },
            pybind11::arg("text"), pybind11::arg("name"))
        .def_property_readonly("id", &Ladder::id)
        .def_property_readonly("title",
                               [](const Ladder& ladder) { return ladder.rules().rules.edition.title; })
        .def_property_readonly("source",
                               [](const Ladder& ladder) { return ladder.rules().rules.edition.source; })
        .def_property_readonly("steps",
                               [](const Ladder& ladder) { return detail::step_names(ladder.steps()); });

    pybind11::class_<Stands>(module, "Escalation")
        .def(pybind11::init(&stands_of), pybind11::arg("ladder"), pybind11::arg("evidence"),
             pybind11::arg("risk"), pybind11::arg("as_of"), pybind11::arg("book") = pybind11::none())
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
            pybind11::arg("market"))
        .def("rejects", [](const Stands& each) { return frame_of(each.said.rejects); });
}

inline void bind_oversight(pybind11::module_& module) {
    bind_ladder(module);
    pybind11::class_<Watched>(module, "WatchList")
        .def(pybind11::init(&watched_of), pybind11::arg("framework"), pybind11::arg("evidence"),
             pybind11::arg("market"), pybind11::arg("risk"), pybind11::arg("as_of"),
             pybind11::arg("visits") = pybind11::none())
        .def_property_readonly("services", [](const Watched& each) { return each.list.services(); })
        .def_property_readonly("visits", [](const Watched& each) { return each.list.visits(); })
        .def("line",
             [](const Watched& each) -> pybind11::object {
                 const auto line = each.list.line();
                 return line ? pybind11::object(line_dict(*line)) : pybind11::none();
             })
        .def("table", [](const Watched& each) { return each.list.frame(); })
        .def(
            "why",
            [](const Watched& each, const std::string& one, const std::string& other) {
                return why_dict(each.list.why(one, other));
            },
            pybind11::arg("one"), pybind11::arg("other"))
        .def("rejects", [](const Watched& each) { return frame_of(each.rejects); });

    module.def(
        "news",
        [](const Evidence& evidence, std::optional<Date> since, Date as_of) {
            return news_frame(without_returns(news(evidence, since, as_of)));
        },
        pybind11::arg("evidence"), pybind11::arg("since"), pybind11::arg("as_of"));
    module.def(
        "themes",
        [](const Evidence& evidence, Date since, Date as_of) {
            return theme_frame(themes(news(evidence, since, as_of), evidence, as_of));
        },
        pybind11::arg("evidence"), pybind11::arg("since"), pybind11::arg("as_of"));
    module.def(
        "said_by_source",
        [](const Evidence& evidence, Date since, Date as_of) {
            return sources_frame(news(evidence, std::nullopt, as_of), since);
        },
        pybind11::arg("evidence"), pybind11::arg("since"), pybind11::arg("as_of"));
}

} // namespace vermeil::python
