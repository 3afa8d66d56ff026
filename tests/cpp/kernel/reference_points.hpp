// SPDX-License-Identifier: MIT
#pragma once
// What the cells of one row earn and weigh, the plain slow way.

#include <vermeil/core/interval.hpp>
#include <vermeil/framework/framework.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace reference {

/// The measure to which a service's cell belongs: indicators come first, then facts.
inline const vermeil::Measure& measure_at(const vermeil::Rules& rules, std::size_t i) {
    return i < rules.indicators.size() ? rules.indicators[i].measure
                                       : rules.facts[i - rules.indicators.size()];
}

/// The cell as the rules see it.
inline vermeil::Cell seen(const vermeil::Measure& measure, vermeil::Cell cell) {
    if (!measure.live) {
        cell.state = vermeil::State::not_yet_live;
    } else if (cell.state == vermeil::State::present && cell.n < measure.least_n) {
        cell.state = vermeil::State::too_few;
    }
    return cell;
}

/// The least and the most points at the values of interest between two ends.
inline std::pair<double, double> points_within(const vermeil::Scale& scale, vermeil::Interval ends) {
    std::vector<double> values{ends.lower, ends.upper};
    const auto add = [&](const std::vector<vermeil::ScalePoint>& knots) {
        for (const auto& knot : knots) {
            if (ends.lower < knot.value && knot.value < ends.upper) {
                values.push_back(knot.value);
            }
        }
    };
    if (std::holds_alternative<vermeil::LinearScale>(scale)) {
        add(std::get<vermeil::LinearScale>(scale).through);
    } else if (std::holds_alternative<vermeil::StepScale>(scale)) {
        add(std::get<vermeil::StepScale>(scale).steps);
    }
    for (auto& value : values) {
        value = vermeil::points(scale, value);
    }
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return {*least, *most};
}

/// The points that an absent cell may stand for, where it counts at all.
inline std::pair<double, double> absent_points(const vermeil::Indicator& indicator, const vermeil::Cell& cell,
                                               vermeil::Policy policy) {
    const bool owed = indicator.measure.owed_by == vermeil::Owner::provider;
    const bool reminded = (cell.flags & vermeil::CellFlag::chased) != 0;
    if (policy == vermeil::Policy::zero && owed && reminded) {
        return {0, 0};
    }
    if (policy == vermeil::Policy::interval && cell.n > 0 && cell.count <= cell.n) {
        return points_within(indicator.scale, vermeil::wilson_interval({cell.count, cell.n}));
    }
    return vermeil::points_range(indicator.scale);
}

/// The position of a measure or a fact among a service's cells.
inline std::size_t position(const vermeil::Rules& rules, const std::string& id) {
    std::size_t at = 0;
    while (measure_at(rules, at).id != id) {
        ++at;
    }
    return at;
}

/// What a member weighs: a number, or what its column holds; nothing where nobody knows.
inline std::optional<double> weight_of(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells,
                                       const std::optional<double>& weight,
                                       const std::optional<vermeil::WeightColumn>& column) {
    if (!column) {
        return weight.value_or(1);
    }
    const auto at = position(rules, column->measure);
    const auto cell = seen(measure_at(rules, at), cells[at]);
    const bool says = cell.state == vermeil::State::present && cell.value >= 0;
    return says ? std::optional(cell.value) : column->otherwise;
}

} // namespace reference
