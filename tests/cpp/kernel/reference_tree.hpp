// SPDX-License-Identifier: MIT
#pragma once
// The tree of one row added up the plain slow way, written apart from the kernel.

#include <vermeil/core/interval.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/framework/framework.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace reference {

/// What a node of the tree comes to. Members are added in the order of the file, measures before groups.
struct Node {
    double low = 0;
    double high = 0;
    double due = 0;
    double live = 0;
    double known = 0;
};

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

/// Puts a child's points into its node: added up, or kept where they are the least or the most so far.
inline void put(vermeil::Aggregate aggregate, double weight, double low, double high, Node& node) {
    const bool first = !(node.due > 0);
    if (aggregate == vermeil::Aggregate::minimum) {
        node.low = first ? low : std::min(node.low, low);
        node.high = first ? high : std::min(node.high, high);
    } else if (aggregate == vermeil::Aggregate::maximum) {
        node.low = first ? low : std::max(node.low, low);
        node.high = first ? high : std::max(node.high, high);
    } else {
        node.low += weight * low;
        node.high += weight * high;
    }
    node.due += weight;
}

inline void add_measure(const vermeil::Rules& rules, const vermeil::Indicator& indicator,
                        vermeil::Aggregate aggregate, const vermeil::Cell& given, Node& node) {
    const double weight = indicator.weight.value_or(1);
    const auto cell = seen(indicator.measure, given);
    if (cell.state == vermeil::State::present) {
        const double earned = vermeil::points(indicator.scale, cell.value);
        put(aggregate, weight, earned, earned, node);
        node.live += weight;
        node.known += weight;
        return;
    }
    const auto policy = rules.missing.of(cell.state).policy;
    if (policy == vermeil::Policy::leave_out) {
        return;
    }
    node.live += weight;
    if (policy == vermeil::Policy::renormalise) {
        return;
    }
    const auto [least, most] = absent_points(indicator, cell, policy);
    put(aggregate, weight, least, most, node);
}

/// The score at the lowest and at the highest; 0 where nothing counts.
inline std::pair<double, double> score(const Node& node, vermeil::Aggregate aggregate,
                                       const std::optional<vermeil::Rounding>& rounding) {
    const double divisor = aggregate == vermeil::Aggregate::mean ? node.due : 1;
    std::pair<double, double> ends{0, 0};
    if (node.due > 0) {
        ends = {node.low / divisor, node.high / divisor};
    }
    if (rounding) {
        ends = {vermeil::rounded(ends.first, *rounding), vermeil::rounded(ends.second, *rounding)};
    }
    return ends;
}

inline void add_group(const vermeil::Group& group, vermeil::Aggregate aggregate, const Node& own,
                      Node& node) {
    const bool adds = aggregate == vermeil::Aggregate::mean || aggregate == vermeil::Aggregate::sum;
    if (group.aggregate == vermeil::Aggregate::mean && !group.weight && !group.rounding && adds) {
        node = {node.low + own.low, node.high + own.high, node.due + own.due, node.live + own.live,
                node.known + own.known};
        return;
    }
    const double weight = group.weight.value_or(1);
    if (own.due > 0) {
        const auto [low, high] = score(own, group.aggregate, group.rounding);
        put(aggregate, weight, low, high, node);
    }
    if (own.live > 0) {
        node.live += weight;
        node.known += weight * (own.known / own.live);
    }
}

inline Node node_of(const vermeil::Rules& rules, const std::vector<vermeil::Cell>& cells,
                    const std::string& id, vermeil::Aggregate aggregate) {
    Node node;
    for (std::size_t i = 0; i < rules.indicators.size(); ++i) {
        if (rules.indicators[i].within == id) {
            add_measure(rules, rules.indicators[i], aggregate, cells[i], node);
        }
    }
    for (const auto& group : rules.groups) {
        if (group.within == id) {
            add_group(group, aggregate, node_of(rules, cells, group.id, group.aggregate), node);
        }
    }
    return node;
}

} // namespace reference
