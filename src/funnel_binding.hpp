// SPDX-License-Identifier: MIT
#pragma once
// Funnels across services.

#include "arrays.hpp"

#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/funnel.hpp>

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::python {

inline Frame table_of(const std::vector<FunnelPoint>& points) {
    const auto column = [&](const char* name, double FunnelPoint::*part, bool FunnelPoint::*has) {
        std::vector<double> numbers;
        for (const auto& point : points) {
            numbers.push_back(point.*has ? point.*part : 0);
        }
        return nullable_column(name, std::move(numbers), [&](std::size_t row) { return points[row].*has; });
    };
    return {"funnel",
            {column("value", &FunnelPoint::value, &FunnelPoint::has),
             column("z", &FunnelPoint::z, &FunnelPoint::has_z),
             column("lower", &FunnelPoint::lower, &FunnelPoint::has),
             column("upper", &FunnelPoint::upper, &FunnelPoint::has),
             column("far_lower", &FunnelPoint::far_lower, &FunnelPoint::has),
             column("far_upper", &FunnelPoint::far_upper, &FunnelPoint::has)}};
}

inline pybind11::tuple funnel_of(const ArrayOf<double>& counts, const ArrayOf<double>& bases,
                                 const std::string& kind, const std::string& scale,
                                 const std::string& widening, const std::string& extremes,
                                 double extreme_share, const std::string& small_counts,
                                 std::optional<double> target) {
    FunnelRules rules;
    rules.kind = named<FunnelKind>(funnel_kind_names, kind, "kind of funnel");
    rules.scale = named<FunnelScale>(funnel_scale_names, scale, "scale");
    rules.widening = named<Widening>(widening_names, widening, "widening");
    rules.extremes = named<Extremes>(extremes_names, extremes, "treatment of extremes");
    rules.extreme_share = extreme_share;
    rules.small_counts = named<SmallCounts>(small_counts_names, small_counts, "way with small counts");
    rules.target = target;
    const auto funnel =
        make_funnel(span_of(MaybeArray<double>(counts)), span_of(MaybeArray<double>(bases)), rules);
    const auto& found = funnel.dispersion;
    const auto known = [&](double number) { return found.used > 0 ? std::optional(number) : std::nullopt; };
    return pybind11::make_tuple(table_of(funnel.points), funnel.target, known(found.phi),
                                known(found.tau_squared));
}

inline void bind_funnel(pybind11::module_& module) {
    namespace py = pybind11;
    module.def("funnel", &funnel_of, py::arg("counts"), py::arg("bases"), py::arg("kind"), py::arg("scale"),
               py::arg("widening"), py::arg("extremes"), py::arg("extreme_share"), py::arg("small_counts"),
               py::arg("target"));
    module.def(
        "poisson_limits",
        [](double expected, double tail, const std::string& way) {
            const auto limits = poisson_limits(
                expected, tail, named<SmallCounts>(small_counts_names, way, "way with small counts"));
            return py::make_tuple(limits.lower, limits.upper);
        },
        py::arg("expected"), py::arg("tail"), py::arg("way"));
    module.def(
        "binomial_limits",
        [](double n, double target, double tail) {
            const auto limits = binomial_limits(n, target, tail);
            return py::make_tuple(limits.lower, limits.upper);
        },
        py::arg("n"), py::arg("target"), py::arg("tail"));
    module.def("is_outlier", &is_outlier, py::arg("value"), py::arg("lower"), py::arg("upper"));
}

} // namespace vermeil::python
