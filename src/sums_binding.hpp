// SPDX-License-Identifier: MIT
#pragma once
// Sums and averages over time, and the rules of special cause by themselves.

#include "arrays.hpp"

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/cusum.hpp>
#include <vermeil/risk/ewma.hpp>
#include <vermeil/risk/special_cause.hpp>

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace vermeil::python {

inline Frame table_of(const std::vector<CusumPoint>& points) {
    std::vector<double> above, below;
    std::vector<std::int64_t> above_for, below_for;
    std::vector<std::uint8_t> signals_above, signals_below;
    for (const auto& point : points) {
        above.push_back(point.above);
        below.push_back(point.below);
        above_for.push_back(static_cast<std::int64_t>(point.above_for));
        below_for.push_back(static_cast<std::int64_t>(point.below_for));
        signals_above.push_back(point.signals_above ? 1 : 0);
        signals_below.push_back(point.signals_below ? 1 : 0);
    }
    return {"cusum",
            {number_column("above", std::move(above)), number_column("below", std::move(below)),
             number_column("above_for", std::move(above_for)),
             number_column("below_for", std::move(below_for)),
             number_column("signals_above", std::move(signals_above)),
             number_column("signals_below", std::move(signals_below))}};
}

inline Frame table_of(const std::vector<EwmaPoint>& points) {
    std::vector<double> values, lower, upper;
    std::vector<std::int64_t> sides;
    for (const auto& point : points) {
        values.push_back(point.value);
        lower.push_back(point.lower);
        upper.push_back(point.upper);
        sides.push_back(point.side);
    }
    return {"ewma",
            {number_column("value", std::move(values)), number_column("lower", std::move(lower)),
             number_column("upper", std::move(upper)), number_column("side", std::move(sides))}};
}

inline void bind_sums(pybind11::module_& module) {
    namespace py = pybind11;
    module.def(
        "cusum",
        [](const ArrayOf<double>& values, const MaybeArray<std::uint8_t>& has, double centre, double sigma,
           double slack, double limit, double head_start) {
            return table_of(cusum(span_of(MaybeArray<double>(values)), span_of(has), centre, sigma,
                                  {slack, limit, head_start}));
        },
        py::arg("values"), py::arg("has"), py::arg("centre"), py::arg("sigma"), py::arg("slack"),
        py::arg("limit"), py::arg("head_start"));
    module.def(
        "rare_event_cusum",
        [](const ArrayOf<double>& counts, const ArrayOf<double>& exposure,
           const MaybeArray<std::uint8_t>& has, double rate, double rate_bad, double limit) {
            return table_of(rare_event_cusum(span_of(MaybeArray<double>(counts)),
                                             span_of(MaybeArray<double>(exposure)), span_of(has),
                                             {rate, rate_bad, limit}));
        },
        py::arg("counts"), py::arg("exposure"), py::arg("has"), py::arg("rate"), py::arg("rate_bad"),
        py::arg("limit"));
    module.def(
        "ewma",
        [](const ArrayOf<double>& values, const MaybeArray<std::uint8_t>& has, double centre,
           const ArrayOf<double>& sigma, double weight, double width) {
            return table_of(ewma(span_of(MaybeArray<double>(values)), span_of(has), centre,
                                 span_of(MaybeArray<double>(sigma)), {weight, width}));
        },
        py::arg("values"), py::arg("has"), py::arg("centre"), py::arg("sigma"), py::arg("weight"),
        py::arg("width"));
}

/// The places that a rule of special cause marks, as 0 and 1.
template <class Rule> std::vector<int> marked(std::size_t size, const Rule& rule) {
    std::vector<int> marks(size);
    rule([&](std::size_t at) { marks[at] = 1; });
    return marks;
}

inline void bind_causes(pybind11::module_& module) {
    namespace py = pybind11;
    module.def(
        "mark_shifts",
        [](const std::vector<int>& sides, std::size_t length) {
            return marked(sides.size(), [&](const auto& mark) { mark_runs(sides, length, mark); });
        },
        py::arg("sides"), py::arg("length"));
    module.def(
        "mark_trends",
        [](const std::vector<double>& values, std::size_t length) {
            return marked(values.size(), [&](const auto& mark) { mark_trends(values, length, mark); });
        },
        py::arg("values"), py::arg("length"));
    module.def(
        "mark_two_of_three",
        [](const std::vector<int>& sides, const std::vector<std::uint8_t>& near) {
            if (sides.size() != near.size()) {
                throw Error("each point has a side and whether it is near a limit");
            }
            return marked(sides.size(), [&](const auto& mark) { mark_two_of_three(sides, near, mark); });
        },
        py::arg("sides"), py::arg("near"));
}

} // namespace vermeil::python
