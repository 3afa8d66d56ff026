// SPDX-License-Identifier: MIT
// Frameworks, and the measures they ask for.

#include "bind.hpp"
#include "date_caster.hpp"

#include <vermeil/framework.hpp>
#include <vermeil/framework/measuring.hpp>
#include <vermeil/framework/read_measures.hpp>
#include <vermeil/framework/timetable.hpp>
#include <vermeil/framework/toml.hpp>
#include <vermeil/measure/survey_groups.hpp>

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

using FrameworkClass = py::class_<Framework, std::shared_ptr<Framework>>;

py::list measure_dicts(const Framework& framework) {
    py::list measures;
    const auto& indicators = framework.rules().indicators;
    for (std::size_t i = 0; i < framework.measures().size(); ++i) {
        const auto& measure = framework.measures()[i];
        const bool is_weighed = i < indicators.size() && indicators[i].weight;
        measures.append(py::dict(
            py::arg("id") = measure.id, py::arg("label") = measure.label, py::arg("live") = measure.live,
            py::arg("least_n") = measure.least_n, py::arg("standards") = measure.standards,
            py::arg("within") = i < indicators.size() ? indicators[i].within : std::string(),
            py::arg("owed_by") = to_string(measure.owed_by),
            py::arg("weight") = is_weighed ? py::object(py::float_(*indicators[i].weight)) : py::none()));
    }
    return measures;
}

py::list group_dicts(const Framework& framework) {
    py::list groups;
    for (const auto& group : framework.rules().groups) {
        groups.append(py::dict(py::arg("id") = group.id, py::arg("label") = group.label,
                               py::arg("within") = group.within));
    }
    return groups;
}

std::vector<std::string> band_names(const Framework& framework) {
    std::vector<std::string> names;
    for (const auto& band : framework.rules().bands) {
        names.push_back(band.name);
    }
    return names;
}

/// The names of the editions, in the order of their first quarters.
std::vector<std::string> edition_names(const Timetable& timetable) {
    std::vector<std::string> names;
    for (const auto& framework : timetable.editions()) {
        names.push_back(framework.edition());
    }
    return names;
}

/// The name of the edition that applies; without a contract, the one that applies whatever the contract.
std::string edition_at(const Timetable& timetable, Quarter quarter, const std::string& contract) {
    const auto& framework =
        contract.empty() ? timetable.at(quarter) : timetable.at(quarter, ContractId(contract));
    return framework.edition();
}

OwnFrames frames_of(const py::dict& given) {
    OwnFrames frames;
    for (const auto& [id, frame] : given) {
        frames.emplace(id.cast<std::string>(), frame.cast<const Frame&>());
    }
    return frames;
}

/// The share that a measure draws from a survey, by the answers to another item.
Frame groups_of(const Framework& framework, const Evidence& evidence, Quarter quarter, const std::string& id,
                const Grouping& grouping) {
    const auto& measure = framework.measures()[framework.position(id)];
    const auto* share = std::get_if<SurveyShare>(&measure.value);
    if (share == nullptr) {
        throw Error("measure " + quoted(id) + " is no share of a survey's answers");
    }
    for (const auto& survey : framework.rules().surveys) {
        if (survey.id == share->survey) {
            return frame_of(survey_groups(evidence, survey, *share, grouping, quarter));
        }
    }
    throw Error("no survey " + quoted(share->survey));
}

/// What a framework draws from evidence or reads ready-made.
void bind_measuring(FrameworkClass& framework_class) {
    framework_class
        .def(
            "measure",
            [](const Framework& framework, const Evidence& evidence, Quarter quarter, const py::dict& own) {
                return measure(framework, evidence, quarter, quarter.last_day(), frames_of(own));
            },
            py::arg("evidence"), py::arg("quarter"), py::arg("own"))
        .def(
            "measure_as_of",
            [](const Framework& framework, const Evidence& evidence, Date day, const py::dict& own) {
                return measure(framework, evidence, Quarter(day), day, frames_of(own));
            },
            py::arg("evidence"), py::arg("day"), py::arg("own"))
        .def(
            "survey_groups",
            [](const Framework& framework, const Evidence& evidence, Quarter quarter,
               const std::string& measure, const std::string& by, std::uint32_t least_n,
               std::uint32_t quarters, bool secondary) {
                return groups_of(framework, evidence, quarter, measure, {by, least_n, quarters, secondary});
            },
            py::arg("evidence"), py::arg("quarter"), py::arg("measure"), py::arg("by"), py::arg("least_n"),
            py::arg("quarters"), py::arg("secondary"))
        .def(
            "read_measures",
            [](const Framework& framework, const Frame& frame, const std::string& id,
               const std::string& quarter, std::optional<Date> as_of) {
                return read_measures(framework, frame, id,
                                     quarter.empty() ? std::nullopt : std::optional(parse_quarter(quarter)),
                                     as_of);
            },
            py::arg("frame"), py::arg("id"), py::arg("quarter") = "", py::arg("as_of") = std::nullopt);
}

/// Which edition applies when.
void bind_timetable(py::module_& module) {
    py::class_<Timetable>(module, "Timetable")
        .def(py::init([](const std::vector<std::shared_ptr<Framework>>& editions) {
                 std::vector<Framework> given;
                 for (const auto& each : editions) {
                     given.push_back(*each);
                 }
                 return Timetable(std::move(given));
             }),
             py::arg("editions"))
        .def_property_readonly("editions", &edition_names)
        .def("at", &edition_at, py::arg("quarter"), py::arg("contract") = "");
}

} // namespace

void bind_framework(py::module_& module) {
    FrameworkClass framework_class(module, "Framework");
    framework_class
        .def_static(
            "load", [](const std::string& path) { return std::make_shared<Framework>(load_framework(path)); },
            py::arg("path"))
        .def_static(
            "parse",
            [](const std::string& text, const std::string& name) {
                return std::make_shared<Framework>(parse_framework(text, name));
            },
            py::arg("text"), py::arg("name"))
        .def_property_readonly("id", &Framework::id)
        .def_property_readonly("edition", &Framework::edition)
        .def_property_readonly("title",
                               [](const Framework& framework) { return framework.rules().edition.title; })
        .def_property_readonly("source",
                               [](const Framework& framework) { return framework.rules().edition.source; })
        .def_property_readonly(
            "effective_from",
            [](const Framework& framework) { return *framework.rules().edition.effective_from; })
        .def_property_readonly(
            "is_risk_scheme",
            [](const Framework& framework) { return framework.rules().higher_is == Face::worse; })
        .def_property_readonly("is_relative", &Framework::is_relative)
        .def_property_readonly("bands", &band_names)
        .def_property_readonly("measures", &measure_dicts)
        .def_property_readonly("groups", &group_dicts);
    framework_class.def_property_readonly(
        "is_steady", [](const Framework& framework) { return framework.rules().steady.has_value(); });
    bind_measuring(framework_class);
    bind_timetable(module);
}

} // namespace vermeil::python
