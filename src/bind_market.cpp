// SPDX-License-Identifier: MIT
// The market: who was asked to do what, for how much.

#include "bind.hpp"
#include "date_caster.hpp"
#include "read_market.hpp"
#include "schema_dict.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/market.hpp>
#include <vermeil/market/read_market.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <memory>

namespace py = pybind11;

namespace vermeil::python {

namespace {

std::optional<Frame> table_of(const py::dict& given, const char* name) {
    return given.contains(name) ? std::optional(given[name].cast<const Frame&>()) : std::nullopt;
}

std::shared_ptr<ReadMarket> market_of(const py::dict& given) {
    std::vector<std::string_view> names;
    for (const auto* schema : market_schemas()) {
        names.emplace_back(schema->name);
    }
    for (const auto& [name, table] : given) {
        const auto text = name.cast<std::string>();
        if (std::find(names.begin(), names.end(), text) == names.end()) {
            throw Error("no table of a market is named " + quoted(text) + "; the tables are " +
                        one_of(names));
        }
    }
    Rejects rejects;
    auto market =
        read_market({table_of(given, "providers"), table_of(given, "services"), table_of(given, "contracts"),
                     table_of(given, "lots"), table_of(given, "awards"), table_of(given, "packages"),
                     table_of(given, "package_changes")},
                    rejects);
    return std::make_shared<ReadMarket>(ReadMarket{std::move(market), std::move(rejects)});
}

template <class Nouns> std::vector<std::string> ids_of(const Nouns& nouns) {
    std::vector<std::string> ids;
    for (const auto& noun : nouns) {
        ids.push_back(noun.id().text());
    }
    return ids;
}

py::list awards_on(const ReadMarket& read, const std::string& lot, Date day) {
    py::list awards;
    for (const auto* award : read.market.awards_on(LotId(lot), day)) {
        std::vector<std::string> zones;
        for (const auto& zone : award->zones()) {
            zones.push_back(zone.text());
        }
        const auto rank = award->rank();
        awards.append(py::dict(py::arg("provider") = award->provider().text(),
                               py::arg("tier") = award->tier().text(), py::arg("zones") = zones,
                               py::arg("rank") = rank ? py::object(py::int_(rank->number())) : py::none()));
    }
    return awards;
}

} // namespace

void bind_market(py::module_& module) {
    py::class_<ReadMarket, std::shared_ptr<ReadMarket>>(module, "Market")
        .def(py::init(&market_of), py::arg("tables"))
        .def(
            "rejects", [](const ReadMarket& read, bool unmasked) { return frame_of(read.rejects, unmasked); },
            py::arg("unmasked") = false)
        .def_property_readonly("providers",
                               [](const ReadMarket& read) { return ids_of(read.market.providers()); })
        .def_property_readonly("services",
                               [](const ReadMarket& read) { return ids_of(read.market.services()); })
        .def_property_readonly("contracts",
                               [](const ReadMarket& read) { return ids_of(read.market.contracts()); })
        .def_property_readonly("lots", [](const ReadMarket& read) { return ids_of(read.market.lots()); })
        .def_property_readonly("packages",
                               [](const ReadMarket& read) { return ids_of(read.market.packages()); })
        .def("awards_on", &awards_on, py::arg("lot"), py::arg("day"))
        .def(
            "planned_hours_on",
            [](const ReadMarket& read, Date day) { return to_string(read.market.planned_hours_on(day)); },
            py::arg("day"));

    module.def("market_schemas", [] {
        py::list schemas;
        for (const auto* schema : market_schemas()) {
            schemas.append(schema_dict(*schema));
        }
        return schemas;
    });
}

} // namespace vermeil::python
