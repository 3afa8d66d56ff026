// SPDX-License-Identifier: MIT
#pragma once
// Charts over time, funnels and alarms.

#include <vermeil/core/error.hpp>
#include <vermeil/core/frame_builder.hpp>
#include <vermeil/risk/alert_frame.hpp>
#include <vermeil/risk/alert_maker.hpp>
#include <vermeil/risk/chart_choice.hpp>
#include <vermeil/risk/cusum.hpp>
#include <vermeil/risk/detection_study.hpp>
#include <vermeil/risk/ewma.hpp>
#include <vermeil/risk/funnel.hpp>
#include <vermeil/risk/panel_charts.hpp>
#include <vermeil/risk/panel_frame.hpp>
#include <vermeil/risk/read_panel.hpp>

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace vermeil::python {

/// An array of numpy as it is read: one run of memory, converted where it must be.
template <class Number> using ArrayOf =
    pybind11::array_t<Number, pybind11::array::c_style | pybind11::array::forcecast>;
template <class Number> using MaybeArray = std::optional<ArrayOf<Number>>;

/// The numbers of an array; none where there is no array.
template <class Number> std::span<const Number> span_of(const MaybeArray<Number>& array) {
    return array ? std::span<const Number>(array->data(), static_cast<std::size_t>(array->size()))
                 : std::span<const Number>();
}
template <class Number> std::vector<Number> vector_of(const MaybeArray<Number>& array) {
    const auto numbers = span_of(array);
    return {numbers.begin(), numbers.end()};
}

/// The member of an enumeration that bears a name.
template <class Enum, class Names> Enum named(const Names& names, const std::string& name, const char* what) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return static_cast<Enum>(i);
        }
    }
    throw Error("no " + std::string(what) + " " + quoted(name) + "; there are " + one_of(names));
}

/// A panel and what of its table could not be used.
struct BoundPanel {
    std::shared_ptr<const Panel> panel;
    Rejects rejects;
};

inline Improves improves_of(const std::string& name) {
    return named<Improves>(improves_names, name, "direction");
}

inline ChartRules chart_rules_of(const std::string& kind, const std::string& improves,
                                 std::optional<double> target, bool screened, bool rounded, bool g_mean,
                                 bool empty_taken_off, double per, std::size_t run_length,
                                 std::size_t trend_length, std::size_t settled_from) {
    ChartRules rules;
    rules.kind = parse_chart_kind(kind);
    rules.improves = improves_of(improves);
    rules.target = target;
    rules.screening = screened ? Screening::once : Screening::none;
    rules.factor = rounded ? RangeFactor::rounded : RangeFactor::exact;
    rules.g_centre = g_mean ? GCentre::mean : GCentre::median;
    rules.empty = empty_taken_off ? EmptySubgroups::taken_off : EmptySubgroups::left_out;
    rules.per = per;
    rules.run_length = run_length;
    rules.trend_length = trend_length;
    rules.settled_from = settled_from;
    rules.check();
    return rules;
}

inline BoundPanel panel_from_table(const Frame& table, const std::string& kind,
                                   const std::vector<std::string>& columns, const std::string& every) {
    const PanelColumns names{
        columns.at(0), columns.at(1), columns.at(2), columns.at(3),
        columns.at(4), columns.at(5), columns.at(6), named<Every>(every_names, every, "period")};
    const pybind11::gil_scoped_release unlocked;
    auto made = read_panel(table, names, parse_chart_kind(kind));
    return {std::make_shared<const Panel>(std::move(made.panel)), std::move(made.rejects)};
}

inline BoundPanel panel_from_arrays(std::size_t length, const ArrayOf<double>& values,
                                    const MaybeArray<double>& n, const MaybeArray<double>& spread,
                                    const MaybeArray<std::uint8_t>& has,
                                    const MaybeArray<std::uint8_t>& baseline,
                                    const MaybeArray<std::uint8_t>& counted,
                                    const MaybeArray<std::uint32_t>& phase) {
    Panel columns;
    columns.values = vector_of(MaybeArray<double>(values));
    columns.n = vector_of(n);
    columns.spread = vector_of(spread);
    columns.has = vector_of(has);
    columns.in_baseline = vector_of(baseline);
    columns.counted = vector_of(counted);
    columns.phases = vector_of(phase);
    return {std::make_shared<const Panel>(panel_of_rows(std::move(columns), length)), {}};
}

inline void bind_panel(pybind11::module_& module) {
    namespace py = pybind11;
    py::class_<ChartRules>(module, "ChartRules")
        .def(py::init(&chart_rules_of), py::arg("kind"), py::arg("improves"), py::arg("target"),
             py::arg("screened"), py::arg("rounded"), py::arg("g_mean"), py::arg("empty_taken_off"),
             py::arg("per"), py::arg("run_length"), py::arg("trend_length"), py::arg("settled_from"));
    py::class_<BoundPanel>(module, "Panel")
        .def_static("read", &panel_from_table, py::arg("table"), py::arg("kind"), py::arg("columns"),
                    py::arg("every"))
        .def_static("of_arrays", &panel_from_arrays, py::arg("length"), py::arg("values"),
                    py::arg("n") = py::none(), py::arg("spread") = py::none(), py::arg("has") = py::none(),
                    py::arg("baseline") = py::none(), py::arg("counted") = py::none(),
                    py::arg("phase") = py::none())
        .def_property_readonly("names", [](const BoundPanel& bound) { return bound.panel->names; })
        .def("rejects", [](const BoundPanel& bound) { return frame_of(bound.rejects); })
        .def("__len__", [](const BoundPanel& bound) { return bound.panel->size(); });
    py::class_<PanelCharts>(module, "PanelCharts")
        .def("points", &frame_of_points)
        .def("readings", &frame_of_readings)
        .def("signals", &frame_of_signals);
    module.def(
        "chart_panel",
        [](const BoundPanel& panel, const ChartRules& rules, const std::optional<std::string>& chosen,
           unsigned threads, bool with_signals) {
            const auto kind = chosen ? std::optional(parse_series_kind(*chosen)) : std::nullopt;
            const py::gil_scoped_release unlocked;
            return chart_panel(panel.panel, rules, kind, threads, with_signals);
        },
        py::arg("panel"), py::arg("rules"), py::arg("chosen") = py::none(), py::arg("threads") = 1,
        py::arg("with_signals") = true);
    module.def(
        "choose_chart",
        [](const std::string& kind, double n, double count, double least_n, double greatest_n) {
            const auto choice = choose_chart(parse_series_kind(kind), {n, count, least_n, greatest_n});
            return py::make_tuple(to_string(choice.kind), choice.why, choice.is_rare);
        },
        py::arg("kind"), py::arg("n"), py::arg("count"), py::arg("least_n"), py::arg("greatest_n"));
}

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
    return pybind11::make_tuple(table_of(funnel.points), funnel.target, funnel.dispersion.phi,
                                funnel.dispersion.tau_squared);
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

inline AlertRules alert_rules_of(double visits, std::size_t baseline, std::size_t judged, double weight,
                                 double slack, std::size_t draws, std::size_t own_up_to, std::uint64_t seed,
                                 unsigned threads) {
    const AlertRules rules{visits, baseline, judged, weight, slack, draws, own_up_to, seed, threads};
    rules.check();
    return rules;
}

/// A measure as Python gives it: its id, its panel, its chart and which way is better.
using BoundMeasure = std::tuple<std::string, const BoundPanel*, std::string, std::string>;

inline AlertBudget budget_of(const std::vector<BoundMeasure>& given, const AlertRules& rules) {
    std::vector<AlertMeasure> measures;
    for (const auto& [id, panel, kind, improves] : given) {
        measures.push_back({id, panel->panel, parse_chart_kind(kind), improves_of(improves)});
    }
    const pybind11::gil_scoped_release unlocked;
    return alert_budget(std::move(measures), rules);
}

inline Frame study_of(std::size_t services, std::size_t watched, std::vector<double> usual,
                      std::vector<double> rises, const AlertRules& rules) {
    const pybind11::gil_scoped_release unlocked;
    std::vector<std::string_view> ways;
    std::vector<std::int64_t> periods;
    std::vector<double> rise, alarmed, seen;
    for (const auto& row : detection_study({services, watched, std::move(usual), std::move(rises), rules})) {
        ways.push_back(row.way);
        rise.push_back(row.rise);
        periods.push_back(static_cast<std::int64_t>(row.period));
        alarmed.push_back(row.alarmed);
        seen.push_back(row.seen);
    }
    return {"study",
            {word_column("way", std::move(ways), nullptr), number_column("rise", std::move(rise)),
             number_column("period", std::move(periods)), number_column("alarmed", std::move(alarmed)),
             number_column("seen", std::move(seen))}};
}

inline void bind_alerts(pybind11::module_& module) {
    namespace py = pybind11;
    py::class_<AlertRules>(module, "AlertRules")
        .def(py::init(&alert_rules_of), py::arg("visits"), py::arg("baseline"), py::arg("judged"),
             py::arg("weight"), py::arg("slack"), py::arg("draws"), py::arg("own_up_to"), py::arg("seed"),
             py::arg("threads"));
    py::class_<AlertBudget>(module, "AlertBudget")
        .def("table", [](const AlertBudget& budget) { return frame_of(budget); })
        .def_property_readonly("expected", [](const AlertBudget& budget) {
            std::vector<double> expected;
            for (const auto& period : budget.periods) {
                expected.push_back(period.expected);
            }
            return expected;
        });
    module.def("alert_budget", &budget_of, py::arg("measures"), py::arg("rules"));
    module.def("detection_study", &study_of, py::arg("services"), py::arg("watched"), py::arg("usual"),
               py::arg("rises"), py::arg("rules"));
}

/// Binds charts, sums, funnels and alarms.
inline void bind_charts(pybind11::module_& module) {
    bind_panel(module);
    bind_sums(module);
    bind_causes(module);
    bind_funnel(module);
    bind_alerts(module);
}

} // namespace vermeil::python
