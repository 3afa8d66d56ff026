// SPDX-License-Identifier: MIT
#pragma once
// The back-test of a risk scheme, and the agreement of two orders.

#include "arrays.hpp"
#include "date_caster.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/backtest.hpp>
#include <vermeil/risk/backtest_json.hpp>
#include <vermeil/risk/rank_agreement.hpp>
#include <vermeil/risk/read_ranked.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::python {

/// A back-test whose rows could not all be read.
struct TestedWalk {
    Backtest test;
    Rejects rejects;
};

/// Walks through evidence.
inline std::shared_ptr<TestedWalk> tested(const Framework& framework, const Evidence& evidence,
                                          const std::vector<std::string>& outcomes, const std::string& every,
                                          std::optional<Date> first, std::optional<Date> last,
                                          std::uint32_t horizon, const std::vector<std::uint32_t>& capacities,
                                          std::uint32_t least_events,
                                          const std::vector<std::string>& already) {
    const pybind11::gil_scoped_release unlocked;
    return std::make_shared<TestedWalk>(
        TestedWalk{backtest(RiskScheme(framework), evidence,
                            {outcomes, named<Every>(every_names, every, "period"), first, last, horizon,
                             capacities, least_events, already}),
                   {}});
}

/// Takes a walk that somebody else made.
inline std::shared_ptr<TestedWalk> tested_ranked(
    const Frame& ranked, const Frame& harm, const std::vector<std::pair<std::string, std::string>>& rules,
    const std::vector<std::string>& levels, const std::string& label, Date last, std::uint32_t horizon,
    const std::vector<std::uint32_t>& capacities, std::uint32_t least_events) {
    const pybind11::gil_scoped_release unlocked;
    RankedLayout layout{{}, levels};
    for (const auto& [id, words] : rules) {
        layout.rules.push_back({id, words});
    }
    auto walk = read_ranked(layout, ranked, harm, "harm", label);
    const std::vector<std::optional<Date>> closes(walk.panel.services().size());
    BacktestOptions options{{}, Every::month, std::nullopt, last, horizon, capacities, least_events, {}};
    if (!walk.panel.days().empty()) {
        options.first = walk.panel.days().front();
    }
    return std::make_shared<TestedWalk>(
        TestedWalk{backtest(std::move(walk.panel), {std::move(walk.outcome)}, closes, options),
                   std::move(walk.rejects)});
}

/// Binds the back-test.
inline void bind_backtest(pybind11::module_& module) {
    namespace py = pybind11;
    py::class_<TestedWalk, std::shared_ptr<TestedWalk>>(module, "Backtest")
        .def("json", [](const TestedWalk& walk) { return to_json(walk.test); })
        .def("rejects", [](const TestedWalk& walk) { return frame_of(walk.rejects); });
    module.def("backtest", &tested, py::arg("framework"), py::arg("evidence"), py::arg("outcomes"),
               py::arg("every"), py::arg("first"), py::arg("last"), py::arg("horizon"), py::arg("capacities"),
               py::arg("least_events"), py::arg("already"));
    module.def("backtest_ranked", &tested_ranked, py::arg("ranked"), py::arg("harm"), py::arg("rules"),
               py::arg("levels"), py::arg("label"), py::arg("last"), py::arg("horizon"),
               py::arg("capacities"), py::arg("least_events"));
    module.def(
        "rank_agreement",
        [](const std::vector<double>& first, const std::vector<double>& second) {
            const auto made = rank_agreement(first, second);
            return py::make_tuple(made.n, made.tau_b(), made.somers_d(), made.spearman());
        },
        py::arg("first"), py::arg("second"));
}

} // namespace vermeil::python
